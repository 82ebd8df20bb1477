/** What changed in words, sums and columns. */
import type { SnapshotDifference } from '#shared/contract/changes.ts';
import { riskNames, type Risk } from '#shared/domain/case.ts';
import {
  ChangeFigure,
  changeFigureNames,
  type CaseFigure,
  type Change,
  type ChangeTotals,
  type DutyFigure,
} from '#shared/domain/changes.ts';
import { daysBetween, showDate, type IsoDate } from '#shared/domain/dates.ts';
import type { Pair } from '#shared/planning/changes/pair.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import { dutyNamer, type DutyName } from '../../view/duty-names.ts';
import { MISSING } from '../../view/figures.ts';

/** The figures in one sentence. */
export function headline({ from, totals }: SnapshotDifference): string {
  const { joined, left, vanished, risk } = totals.figures;
  const moved = totals.figures['moved-in'] + totals.figures['moved-out'];
  const gone = left === 0 ? 'none left' : `${counted(left, 'left', 'left')} (${explained(left, vanished)})`;
  const parts = [
    counted(joined, 'joined', 'joined'),
    gone,
    ...(totals.team === null || moved === 0
      ? []
      : [`${String(totals.figures['moved-in'])} moved in and ${String(totals.figures['moved-out'])} out`]),
    `${counted(risk, 'changed', 'changed')} risk`,
  ];
  return `Since ${showDate(from.asAt)}: ${parts.join(', ')}.`;
}

function explained(left: number, vanished: number): string {
  if (vanished === 0) return 'all explained by their notification end';
  const share = left - vanished;
  return `${share === 0 ? 'none' : String(share)} explained by ${share === 1 ? 'its' : 'their'} notification end`;
}

/** What became of the work, over all duties, in one sentence; null when no work was due or done. */
export function workSentence({ totals, duties }: SnapshotDifference): string | null {
  const nameOf = dutyNamer(duties);
  const late = totals.duties
    .map(({ duty, figures }) => ({ name: nameOf(duty), count: figures['still-outstanding'] }))
    .filter(({ count }) => count > 0);
  const sum = (figure: DutyFigure): number =>
    totals.duties.reduce((total, { figures }) => total + figures[figure], 0);
  const parts = [
    { count: sum('done-early'), words: 'early' },
    { count: sum('done-on-time'), words: 'on time' },
    { count: sum('done-late'), words: 'late' },
    { count: sum('done-undated'), words: 'with no due date held' },
  ].filter(({ count }) => count > 0);
  const done = parts.reduce((total, { count }) => total + count, 0);
  if (done === 0 && late.length === 0) return null;
  const how = done === 0 ? '' : `: ${listed(parts.map(({ count, words }) => `${String(count)} ${words}`))}`;
  const worked = `${counted(done, 'piece', 'pieces')} of work done${how}`;
  const rest = late.map(({ name, count }) => `${name} ${String(count)}`);
  return `${worked}. ${rest.length === 0 ? 'Nothing that was due is outstanding.' : `Still outstanding: ${listed(rest)}.`}`;
}

/** Said when more than one occurrence may lie between the two. */
export const farApart = ({ from, to }: Pair<{ asAt: IsoDate }>): string | null =>
  daysBetween(from.asAt, to.asAt) > 35
    ? 'A snapshot holds only the date on which work was last done. Of work done several times between the two, the last time is counted, and is set against the first due date.'
    : null;

export type SumPart = { label: string; count: number; sign: '' | '=' | '+' | '−'; figure: CaseFigure | null };

/** Cases then and now, as a sum that a reader can check. */
export function caseSum({ from, to, totals }: SnapshotDifference): SumPart[] {
  const { casesThen, casesNow, figures } = totals;
  const moves: SumPart[] =
    totals.team === null
      ? []
      : [
          { label: 'moved in', count: figures['moved-in'], sign: '+', figure: 'moved-in' },
          { label: 'moved out', count: figures['moved-out'], sign: '−', figure: 'moved-out' },
        ];
  return [
    { label: `cases ${showDate(from.asAt)}`, count: casesThen, sign: '', figure: null },
    { label: 'joined', count: figures.joined, sign: '+', figure: 'joined' },
    { label: 'left', count: figures.left, sign: '−', figure: 'left' },
    ...moves,
    { label: `cases ${showDate(to.asAt)}`, count: casesNow, sign: '=', figure: null },
  ];
}

export const caseColumns: ReadonlyArray<{ figure: CaseFigure; heading: string }> = [
  { figure: 'joined', heading: 'Joined' },
  { figure: 'left', heading: 'Left' },
  { figure: 'vanished', heading: 'Left unexplained' },
  { figure: 'moved-in', heading: 'Moved in' },
  { figure: 'moved-out', heading: 'Moved out' },
  { figure: 'risk', heading: 'Risk changed' },
  { figure: 'mode', heading: 'Mode changed' },
  { figure: 'officer', heading: 'Officer changed' },
];

export const doneColumns: ReadonlyArray<{ figure: DutyFigure; heading: string }> = [
  { figure: 'done-early', heading: 'Early' },
  { figure: 'done-on-time', heading: 'On time' },
  { figure: 'done-late', heading: 'Late' },
  { figure: 'done-undated', heading: 'No due date' },
];

export const dueColumns: ReadonlyArray<{ figure: DutyFigure; heading: string }> = [
  { figure: 'due-done', heading: 'Done' },
  { figure: 'due-re-dated', heading: 'Re-dated' },
  { figure: 'due-left', heading: 'Case left' },
  { figure: 'no-longer-owed', heading: 'No longer owed' },
  { figure: 'still-outstanding', heading: 'Still outstanding' },
];

/** The figure whose cases are listed. */
export type Choice = { figure: ChangeFigure; duty: string | null; team: string | null };

/** The choice in the address; else the cases that left, those that joined, or whatever there is. */
export function readChoice(search: URLSearchParams, totals: ChangeTotals): Choice {
  const figure = ChangeFigure.safeParse(search.get('figure'));
  if (figure.success) {
    return { figure: figure.data, duty: search.get('duty'), team: search.get('of') };
  }
  const usual = (['left', 'joined', 'risk', 'officer'] as const).find((one) => totals.figures[one] > 0);
  return { figure: usual ?? 'left', duty: null, team: null };
}

export const isSameChoice = (a: Choice, b: Choice): boolean =>
  a.figure === b.figure && a.duty === b.duty && a.team === b.team;

/** What is listed, as a heading: `Visit: done early, Harbour`. */
export function choiceTitle({ figure, duty, team }: Choice, duties: readonly DutyName[]): string {
  const name = duty === null ? null : dutyNamer(duties)(duty);
  const words = name === null ? capital(changeFigureNames[figure]) : `${name}: ${changeFigureNames[figure]}`;
  return team === null ? words : `${words}, ${team}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const shownValue = (kind: Change['kind'], value: string | null): string => {
  if (value === null) return 'missing';
  return kind === 'risk' ? riskNames[value as Risk].name : value;
};

/** What changed of a case, in words; of work, when it was due and done. */
export function whatChanged(change: Change, duties: readonly DutyName[]): string {
  const { kind, was, is } = change;
  switch (kind) {
    case 'joined':
      return 'Not in the earlier snapshot';
    case 'left':
      return leftWords(change, duties);
    case 'risk':
    case 'mode':
    case 'team':
    case 'officer':
      return `${shownValue(kind, was)} → ${shownValue(kind, is)}`;
    case 'done-early':
    case 'done-on-time':
    case 'done-late':
    case 'done-undated':
    case 're-dated':
    case 'no-longer-owed':
    case 'still-outstanding':
      return capital(changeFigureNames[kind]);
  }
}

function leftWords({ reason, notificationEnd, outstanding }: Change, duties: readonly DutyName[]): string {
  const end =
    notificationEnd === null ? 'no notification end held' : `notification ends ${showDate(notificationEnd)}`;
  const why =
    reason === 'notification-ended' && notificationEnd !== null
      ? `Notification ended ${showDate(notificationEnd)}`
      : `Unexplained: ${end}`;
  const names = outstanding.map(dutyNamer(duties));
  return names.length === 0 ? why : `${why}; was due: ${listed(names)}`;
}

/** `12 Oct 2026 → 12 Apr 2027`, or the one date where nothing moved. */
export function dueWords({ dueThen, dueNow }: Change): string {
  const [then, now] = [dueThen, dueNow].map((day) => (day === null ? MISSING : showDate(day)));
  return dueThen === dueNow ? (then ?? MISSING) : `${then ?? MISSING} → ${now ?? MISSING}`;
}
