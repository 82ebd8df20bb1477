/** The backlog in words, columns and a drawing. */
import type { SignOffs } from '#shared/contract/backlog.ts';
import {
  backlogChangeParts,
  lateBandNames,
  type BacklogPoint,
  type Clearing,
  type DutyBacklog,
  type LateBand,
  type PracticeCheck,
} from '#shared/domain/backlog.ts';
import { riskNames, type Risk } from '#shared/domain/case.ts';
import { monthOf, showDate, showMonth, showMonthShort } from '#shared/domain/dates.ts';
import { counted, dutyNoun, listed } from '#shared/planning/wording.ts';
import type { LineSeries, MonthMark, StackSeries } from '../../components/chart/month-data.ts';
import { MISSING, showCount, showHours } from '../../view/figures.ts';
import { showShare } from '../../view/overdue-said.ts';

/** "38 visits are overdue, 6.1 % of the cases owing one; the tolerance is 5 %. Over it by risk: very high (3 of 15)." */
export function headline(duty: DutyBacklog, tolerance: number): string {
  const { outstanding, owing, share, name } = duty;
  if (owing === 0) return `No case owes ${article(dutyNoun(name, 1))}.`;
  const noun = dutyNoun(name, outstanding);
  if (outstanding === 0)
    return `No ${dutyNoun(name, 1)} is overdue; ${counted(owing, 'case owes', 'cases owe')} one.`;
  const verb = outstanding === 1 ? 'is' : 'are';
  return `${showCount(outstanding)} ${noun} ${verb} overdue, ${showShare(share)} of the ${counted(owing, 'case')} owing one; the tolerance is ${showShare(tolerance)}.${risksOver(duty)}`;
}

/** Levels of risk over the tolerance: a calm whole must not hide the few that matter most. */
function risksOver({ rows }: DutyBacklog): string {
  const over = rows.filter(({ isOverTolerance }) => isOverTolerance);
  if (over.length === 0) return '';
  const named = over.map(
    ({ risk, outstanding, owing }) =>
      `${riskNames[risk].name.toLowerCase()} (${showCount(outstanding)} of ${showCount(owing)})`,
  );
  return ` Over it by risk: ${listed(named)}.`;
}

const article = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** The oldest, and by when the work could be done, in one sentence each. */
export function belowHeadline(duty: DutyBacklog, clearing: Clearing): string {
  const { oldest } = duty;
  const parts = [
    ...(oldest === null
      ? []
      : [`The oldest was due on ${showDate(oldest.dueDate)} (${counted(oldest.daysLate, 'day')} ago).`]),
    clearingSentence(clearing),
  ];
  return parts.join(' ');
}

function clearingSentence({ state, hours, month }: Clearing): string {
  const time = `All overdue work of offender managers takes ${showHours(hours)}`;
  switch (state) {
    case 'nothing':
      return 'Nothing of offender managers’ work is overdue.';
    case 'by':
      return `${time}: beside what falls due, the capacity there is clears it by the end of ${month === null ? MISSING : showMonth(month)}.`;
    case 'not-within':
      return `${time}: beside what falls due, the capacity there is does not clear it within the months planned.`;
    case 'no-capacity':
      return `${time}; by when it could be clear cannot be told without a team’s capacity.`;
  }
}

/** A few words for a table. */
export function clearingWords({ state, month }: Clearing): string {
  if (state === 'by' && month !== null) return showMonth(month);
  if (state === 'nothing') return 'nothing overdue';
  return state === 'not-within' ? 'not within the months planned' : 'capacity not known';
}

/** What a figure of the matrix stands for. */
export type Cell = { risk?: Risk; band?: LateBand };

export function cellTitle(duty: DutyBacklog, { risk, band }: Cell): string {
  const noun = dutyNoun(duty.name, 2);
  const whose = risk === undefined ? 'all risk levels' : `${riskNames[risk].name.toLowerCase()} risk`;
  const howLate =
    band === undefined
      ? 'overdue'
      : band === 'due-that-day'
        ? 'due on the day of the snapshot'
        : `overdue by ${lateBandNames[band].toLowerCase()}`;
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${howLate}, ${whose}`;
}

export type TrendLine = { name: string; unit: string; values: string[] };

/** The rows under "Show as table": the counts, and what led from each to the next. */
export function trendLines(points: readonly BacklogPoint[]): TrendLine[] {
  const moved = backlogChangeParts.filter(
    ({ key }) => !key.startsWith('moved') || points.some(({ change }) => (change?.[key] ?? 0) > 0),
  );
  return [
    ...moved.map(({ key, name, sign }) => ({
      name: `${sign} ${name}`,
      unit: '',
      values: points.map(({ change }) => (change === null ? MISSING : showCount(change[key]))),
    })),
    { name: '= Overdue', unit: '', values: points.map(({ outstanding }) => showCount(outstanding)) },
    { name: 'Cases owing one', unit: '', values: points.map(({ owing }) => showCount(owing)) },
    { name: 'Share', unit: '', values: points.map(({ share }) => showShare(share)) },
  ];
}

/** "53 visits overdue on 31 Oct 2026, 26 fewer than a snapshot before". */
export function trendFinding(name: string, points: readonly BacklogPoint[]): string {
  const last = points.at(-1);
  const before = points.at(-2);
  if (!last) return 'No snapshot is held';
  const now = `${showCount(last.outstanding)} ${dutyNoun(name, last.outstanding)} overdue on ${showDate(last.asAt)}`;
  if (!before) return now;
  const more = last.outstanding - before.outstanding;
  const how =
    more === 0 ? 'as many as' : `${showCount(Math.abs(more))} ${more > 0 ? 'more than' : 'fewer than'}`;
  return `${now}, ${how} on ${showDate(before.asAt)}`;
}

/** The sum that leads to the newest count, in words; null where there is only one. */
export function changeSentence(points: readonly BacklogPoint[]): string | null {
  const change = points.at(-1)?.change;
  const before = points.at(-2);
  if (!change || !before) return null;
  const said = backlogChangeParts
    .filter(({ key }) => change[key] > 0)
    .map(({ key, name }) => `${showCount(change[key])} ${name}`);
  return said.length === 0
    ? 'Nothing changed since.'
    : `Since ${showDate(before.asAt)} (${showCount(before.outstanding)} overdue): ${listed(said)}.`;
}

export function trendDrawing(
  points: readonly BacklogPoint[],
  tolerance: number,
  colour: string,
): { marks: MonthMark[]; stacks: StackSeries[]; lines: LineSeries[] } {
  return {
    marks: points.map(({ asAt, outstanding, share }, index) => ({
      key: asAt,
      short: showMonthShort(monthOf(asAt)).slice(0, 3),
      year: index === 0 || asAt.slice(5, 7) === '01' ? asAt.slice(0, 4) : null,
      note: share === null ? MISSING : (share * 100).toFixed(1),
      isOver: share !== null && share > tolerance,
      label: `${showDate(asAt)}: ${showCount(outstanding)} overdue, ${showShare(share)}`,
    })),
    stacks: [
      { key: 'outstanding', name: 'Overdue', colour, values: points.map(({ outstanding }) => outstanding) },
    ],
    lines: [
      {
        key: 'tolerance',
        name: 'tolerance',
        colour: 'var(--ink)',
        isDashed: true,
        values: points.map(({ owing }) => owing * tolerance),
      },
    ],
  };
}

export function signOffHeadline({ waiting, overLimit, bySupervisor, asAt }: SignOffs): string {
  if (waiting.length === 0) return `Nothing done waits to be signed off on ${showDate(asAt)}.`;
  const room = bySupervisor.filter((one) => one.hasRoom).flatMap(({ supervisor }) => supervisor ?? []);
  const over = overLimit === 0 ? 'none over a month' : `${showCount(overLimit)} over a month`;
  const who = room.length === 0 ? '' : ` Most room: ${listed(room.slice(0, 3))}.`;
  return `${counted(waiting.length, 'piece', 'pieces')} of work not signed off, ${over}.${who}`;
}

/** `340 (3.5 %)`: how many were checked, and which share of them is found; words where the extract lacks the fields. */
export function checkedWords({ isHeld, found, of }: PracticeCheck): string {
  if (!isHeld || found === null || of === null) return 'not held';
  return of === 0 ? 'none to check' : `${showCount(of)} (${showShare(found / of)})`;
}

/** Which checks find cases, and how many; which could not be made. */
export function checksHeadline(checks: readonly PracticeCheck[]): string {
  const made = checks.filter(({ isHeld }) => isHeld);
  const open = checks.length - made.length;
  const notMade = open === 0 ? '' : ` ${counted(open, 'check')} could not be made.`;
  const finding = made.flatMap(({ name, found }) => (found ? [`${name} ${showCount(found)}`] : []));
  if (made.length === 0) return 'The snapshot holds no field that these checks look at.';
  if (finding.length === 0) return `No check finds a case.${notMade}`;
  return `${showCount(finding.length)} of ${counted(made.length, 'check')} ${finding.length === 1 ? 'finds' : 'find'} cases: ${finding.join('; ')}.${notMade}`;
}

/** How a check stands to its target, where there is one: the target is a share of cases that it does not find. */
export function targetWords({ isHeld, found, of, target }: PracticeCheck): string {
  if (target === null) return '';
  if (!isHeld || found === null || !of) return `${showShare(target)} unannounced`;
  const reached = 1 - found / of;
  return `${showShare(reached)} unannounced: ${reached >= target ? 'meets' : 'below'} ${showShare(target)}`;
}
