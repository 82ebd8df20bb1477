/** A team's page of the weekly pack in words and tables, the same on screen, on paper and in Word. */
import type { TeamAction } from '#shared/domain/action.ts';
import { backlogChangeParts, lateBandNames, lateBands, type Clearing } from '#shared/domain/backlog.ts';
import { riskNames } from '#shared/domain/case.ts';
import { showDate, showMonth } from '#shared/domain/dates.ts';
import type {
  WeeklyBacklog,
  WeeklyCheck,
  WeeklyMoves,
  WeeklyPack,
  WeeklyPeak,
  WeeklyRegular,
  WeeklySignOffs,
  WeeklyTeam,
} from '#shared/domain/weekly-pack.ts';
import { sum } from '../sum.ts';
import {
  counted,
  dutyNoun,
  listed,
  showHours,
  showNumber,
  showPercent,
  showPercentExactly,
} from '../wording.ts';

export type PackCell = string | number | null;
export type PackTable = {
  /** Names the table for whoever cannot see it. */
  label: string;
  columns: ReadonlyArray<{ heading: string; isNumber: boolean }>;
  /** A strong row sums up those that follow it or went before. */
  rows: ReadonlyArray<{ cells: readonly PackCell[]; isStrong: boolean }>;
};
type PackSection = { title: string; lines: readonly string[]; table: PackTable | null };

const word = (heading: string) => ({ heading, isNumber: false });
const figure = (heading: string) => ({ heading, isNumber: true });
const row = (...cells: PackCell[]) => ({ cells, isStrong: false });

/** What stands before the pages: each team in a row, and the force below them. */
export function packSummary({ teams, month }: WeeklyPack): PackTable {
  const figures = teams.map((team) => [
    team.cases,
    team.peaks === null ? null : team.peaks.length,
    sum(team.backlog.map(({ outstanding }) => outstanding)),
    team.moves === null ? null : team.moves.listed,
    team.abstractions.toReview,
    team.signOffs.overLimit,
    team.actions.filter(({ closedOn }) => closedOn === null).length,
  ]);
  /** Not known of any team is not known of all. */
  const total = (column: number): number | null => {
    const known = figures.flatMap((own) => own[column] ?? []);
    return known.length === 0 ? null : sum(known);
  };
  return {
    label: 'Each team in a row',
    columns: [
      word('Team'),
      figure('Cases'),
      figure('Months over capacity'),
      figure('Overdue'),
      figure(`Moves due in ${showMonth(month)}`),
      figure('Abstractions to review'),
      figure('Sign-offs over a month'),
      figure('Open actions'),
    ],
    rows: [
      ...teams.map(({ team }, index) => row(team, ...(figures[index] ?? []))),
      { cells: ['All', ...(figures[0] ?? []).map((_, column) => total(column))], isStrong: true },
    ],
  };
}

/** Everything of a team's page but its actions. */
export function packSections(team: WeeklyTeam, pack: WeeklyPack): PackSection[] {
  return [
    peaksSection(team.peaks, pack.monthsAhead),
    backlogSection(team, pack.tolerance),
    movesSection(team.moves, pack),
    abstractionsSection(team.abstractions, pack.reviewDays),
    signOffSection(team.signOffs),
    checksSection(team.checks),
  ];
}

function peaksSection(peaks: readonly WeeklyPeak[] | null, monthsAhead: number): PackSection {
  const line = (): string => {
    if (peaks === null) return 'No staff roster is held, so capacity is not known.';
    if (peaks.length === 0) return `None of the ${counted(monthsAhead, 'month')} ahead is over capacity.`;
    const said = peaks.map(({ month, utilisation, planned }) => {
      const withPlan = planned === null ? '' : `, ${showPercent(planned)} with the plan`;
      return `${showMonth(month)} (${showPercent(utilisation)}${withPlan})`;
    });
    return `Over capacity in ${counted(peaks.length, 'month')} of the ${showNumber(monthsAhead)} ahead: ${listed(said)}.`;
  };
  return { title: 'Peaks ahead', lines: [line()], table: null };
}

/** `+4`, `−12`, `0` */
const signed = (value: number): string =>
  value === 0 ? '0' : `${value > 0 ? '+' : '−'}${showNumber(Math.abs(value))}`;

const share = (value: number | null): string | null => (value === null ? null : showPercentExactly(value));

function backlogSection({ backlog, clearing }: WeeklyTeam, tolerance: number): PackSection {
  const bands = lateBands.filter(
    (band) => band !== 'due-that-day' || backlog.some((duty) => duty.bands[band] > 0),
  );
  const over = backlog.filter(({ isOverTolerance }) => isOverTolerance);
  const limit = `the tolerance of ${showPercent(tolerance)} of the cases owing one`;
  const against =
    over.length === 0
      ? `No duty is over ${limit}.`
      : `Over ${limit}: ${listed(over.map(({ name, share: own }) => `${name} (${share(own) ?? ''})`))}.`;
  const rows = backlog.flatMap((duty) => [
    {
      cells: [
        duty.name,
        'All',
        ...bands.map((band) => duty.bands[band]),
        duty.outstanding,
        duty.owing,
        share(duty.share),
        duty.before === null ? null : signed(duty.outstanding - duty.before.outstanding),
      ],
      isStrong: true,
    },
    ...duty.rows
      .filter(({ outstanding }) => outstanding > 0)
      .map((own) =>
        row(
          '',
          riskNames[own.risk].name,
          ...bands.map((band) => own.bands[band]),
          own.outstanding,
          own.owing,
          share(own.share),
          null,
        ),
      ),
  ]);
  const before = backlog.find((duty) => duty.before !== null)?.before;
  return {
    title: 'Backlog by risk and lateness',
    lines: [against, ...backlog.flatMap((duty) => changeLine(duty) ?? []), clearingLine(clearing)],
    table: {
      label: 'Backlog by duty, risk and lateness',
      columns: [
        word('Duty'),
        word('Risk'),
        ...bands.map((band) => figure(lateBandNames[band])),
        figure('Overdue'),
        figure('Cases owing one'),
        figure('Share'),
        figure(before ? `Since ${showDate(before.asAt)}` : 'Change'),
      ],
      rows,
    },
  };
}

/** "Visits: 53 overdue, 26 fewer than on 30 Sep 2026: 40 fell due, 66 done." */
function changeLine({ name, outstanding, before }: WeeklyBacklog): string | null {
  if (before === null) return null;
  const more = outstanding - before.outstanding;
  const how = more === 0 ? 'as many as' : `${showNumber(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} than`;
  const parts = backlogChangeParts
    .filter(({ key }) => before.change[key] > 0)
    .map(({ key, name: said }) => `${showNumber(before.change[key])} ${said}`);
  const why = parts.length === 0 ? '' : `: ${listed(parts)}`;
  return `${showNumber(outstanding)} ${dutyNoun(name, outstanding)} overdue, ${how} on ${showDate(before.asAt)}${why}.`;
}

function clearingLine({ state, hours, month }: Clearing): string {
  const time = `The overdue work of offender managers takes ${showHours(hours)}`;
  if (state === 'nothing') return 'Nothing of offender managers’ work is overdue.';
  if (state === 'by' && month !== null)
    return `${time}; the capacity there is clears it by the end of ${showMonth(month)}.`;
  if (state === 'not-within')
    return `${time}; the capacity there is does not clear it within the months planned.`;
  return `${time}; by when it could be clear is not known without capacity.`;
}

function movesSection(moves: WeeklyMoves | null, { month }: WeeklyPack): PackSection {
  const title = `Moves due in ${showMonth(month)}`;
  if (moves === null) return { title, lines: ['No accepted plan of the team stands.'], table: null };
  const { planId, asAt, isStale, byDuty, missed } = moves;
  const parts = byDuty.map(({ name, count, catchUp }) => {
    const caught = catchUp === 0 ? '' : `, ${showNumber(catchUp)} of them to catch up`;
    return `${showNumber(count)} ${dutyNoun(name, count)}${caught}`;
  });
  const plan = `plan ${String(planId)}, made from the snapshot as at ${showDate(asAt)}${isStale ? '; a newer one has been loaded since' : ''}`;
  const what =
    moves.listed === 0
      ? `Nothing is left to do this month by ${plan}.`
      : `${listed(parts)}: ${showHours(moves.hours)}, by ${plan}.`;
  const late = missed === 0 ? [] : [`${counted(missed, 'move')} of earlier months not done.`];
  return { title, lines: [what, ...late], table: moves.cases?.length ? casesTable(moves.cases) : null };
}

const casesTable = (cases: NonNullable<WeeklyMoves['cases']>): PackTable => ({
  label: 'Moves due this month',
  columns: [word('Case'), word('Duty'), word('Risk'), word('Officer'), word('Due'), figure('Hours')],
  rows: cases.map((move) =>
    row(
      move.reference,
      move.dutyName,
      riskNames[move.risk].name,
      move.officer,
      move.isOverdue ? 'overdue' : showMonth(move.due),
      move.hours,
    ),
  ),
});

const weekdays = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

/** "3001, Operational: Football, on Fridays in 13 of 52 weeks" */
function regularWords({ level, collar, group, activity, rule, weekday, times, of }: WeeklyRegular): string {
  const who = level === 'team' || collar === null ? 'The team' : collar;
  const reason = activity === null ? group : `${group}: ${activity}`;
  const often =
    rule === 'weekday'
      ? `on ${weekdays[weekday ?? 0] ?? ''} in ${showNumber(times)} of ${counted(of, 'week')}`
      : `${counted(times, 'time')} within ${counted(of, 'day')}`;
  return `${who}, ${reason}, ${often}`;
}

const howMany = (part: number, all: number): string => {
  if (part === 0) return 'none';
  return part === all ? 'all' : `${showNumber(part)} of them`;
};

function abstractionsSection(
  { toReview, overdue, regular }: WeeklyTeam['abstractions'],
  reviewDays: number,
): PackSection {
  const waiting =
    toReview === 0
      ? 'No abstraction waits for a review.'
      : `${counted(toReview, 'abstraction')} to review, ${howMany(overdue, toReview)} more than ${counted(reviewDays, 'day')} after the last day.`;
  const found =
    regular.length === 0
      ? 'None is regular.'
      : `${counted(regular.length, 'regular one')}: ${regular.map(regularWords).join('; ')}.`;
  return { title: 'Abstractions', lines: [waiting, found], table: null };
}

function signOffSection({ waiting, overLimit, bySupervisor, untold }: WeeklySignOffs): PackSection {
  const by = bySupervisor.map(
    ({ supervisor, overLimit: own }) => `${supervisor ?? 'no supervisor named'} ${showNumber(own)}`,
  );
  const over =
    overLimit === 0
      ? 'None of the work done has waited over a month for its sign-off'
      : `${counted(overLimit, 'sign-off')} over a month: ${listed(by)}`;
  const missing =
    untold.length === 0 ? [] : [`The snapshot holds no sign-off of ${listed(untold)}: not counted.`];
  return {
    title: 'Sign-offs over a month',
    lines: [`${over}; ${showNumber(waiting)} waiting in all.`, ...missing],
    table: null,
  };
}

const checksSection = (checks: readonly WeeklyCheck[]): PackSection => ({
  title: 'Practice checks',
  lines: checks.every(({ isHeld }) => !isHeld) ? ['The snapshot holds nothing to check by.'] : [],
  table: {
    label: 'Practice checks',
    columns: [word('Check'), figure('Found'), figure('Of so many'), figure('Fields missing'), word('Target')],
    rows: checks.map(({ name, isHeld, found, of, missing, target }) =>
      row(
        name,
        isHeld ? found : 'not held',
        of,
        missing,
        target === null ? '' : `found in at most ${showPercent(1 - target)}`,
      ),
    ),
  },
});

/** Actions as a table for paper. */
export const actionsTable = (actions: readonly TeamAction[]): PackTable => ({
  label: 'Actions',
  columns: [word('Action'), word('Owner'), word('By'), word('Agreed'), word('State')],
  rows: actions.map((action) =>
    row(action.text, action.owner, showDate(action.due), showDate(action.madeOn), actionState(action)),
  ),
});

export function actionState({ closedOn, closedNote, isOverdue }: TeamAction): string {
  if (closedOn === null) return isOverdue ? 'overdue' : 'open';
  return `closed ${showDate(closedOn)}${closedNote ? `: ${closedNote}` : ''}`;
}

/** What stands above the pages: "As at 31 Oct 2026, made on 25 Nov 2026: 6 teams, 2,154 cases, 3 actions overdue." */
export function packHeadline({ asAt, madeOn, teams }: WeeklyPack): string {
  const late = teams.flatMap(({ actions }) => actions).filter(({ isOverdue }) => isOverdue).length;
  const cases = sum(teams.map((one) => one.cases));
  return `As at ${showDate(asAt)}, made on ${showDate(madeOn)}: ${counted(teams.length, 'team')}, ${counted(cases, 'case')}, ${counted(late, 'action')} overdue.`;
}
