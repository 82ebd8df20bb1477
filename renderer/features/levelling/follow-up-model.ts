/** What became of a plan, in words, counts and series. */
import type { PlanFollowUp } from '#shared/contract/plans.ts';
import { showDate, showMonth } from '#shared/domain/dates.ts';
import {
  outcomes,
  type Adherence,
  type FollowedMonth,
  type FollowedMove,
  type Outcome,
  type Overtaken,
} from '#shared/domain/follow-up.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import type { LineSeries, MonthMark, OutlineSeries, StackSeries } from '../../components/chart/month-data.ts';
import { showCount, showHours, showMonthYear, showPercent } from '../../view/figures.ts';
import { leaversWords } from './model.ts';

/** The finding: `23 of 31 moves due by now were done as planned`. */
export function headline({ adherence, moves }: PlanFollowUp): string {
  const { asPlanned, judged } = adherence;
  if (moves.length === 0) return 'The plan moves nothing, so there is nothing to follow up';
  if (judged === 0) return 'No move is due yet';
  const done = asPlanned === 0 ? 'None' : showCount(asPlanned);
  return `${done} of ${counted(judged, 'move')} due by now ${asPlanned === 1 ? 'was' : 'were'} done as planned`;
}

/** What the headline's denominator leaves out, and how far the snapshots reach. */
export function denominator({ moves, adherence, asAt, newestAsAt }: PlanFollowUp): string {
  if (asAt === newestAsAt)
    return 'No snapshot is newer than the plan’s own. Load the next caseload to see what was done.';
  const notDue = moves.filter(({ isOver }) => !isOver).length;
  const overtaken = moves.filter(({ isOver, outcome }) => isOver && outcome === 'overtaken').length;
  return `By the snapshots up to ${showDate(newestAsAt)}. Of ${counted(moves.length, 'move')}: ${showCount(adherence.judged)} with their planned month behind them and not overtaken, ${showCount(overtaken)} overtaken by then, ${showCount(notDue)} not due yet.`;
}

const outcomeWords: Record<Outcome, { name: string; meaning: string }> = {
  'as-planned': { name: 'Done as planned', meaning: 'in the month the plan moved it to' },
  'other-month': { name: 'Done in another month', meaning: 'in neither of its two months, and not late' },
  'due-month': {
    name: 'Done in its old month',
    meaning: 'in the month it was moved from, as without a plan',
  },
  late: { name: 'Done late', meaning: 'after both its months' },
  missed: { name: 'Missed', meaning: 'not done, and its planned month is over' },
  open: { name: 'Open', meaning: 'not done; its planned month is not over, and it still stands' },
  overtaken: { name: 'Overtaken', meaning: 'the case or its duty changed before the planned month was over' },
};

const overtakenWords: Record<Overtaken, string> = {
  left: 'case left',
  team: 'moved to another team',
  'not-owed': 'duty no longer owed',
  risk: 'risk changed',
  interval: 'interval changed',
  're-dated': 'due in another month now',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What became of one move, in words. */
export function becameOf({ outcome, doneOn, overtakenBy, seenAsAt }: FollowedMove): string {
  const seen = seenAsAt === null ? '' : `, seen ${showDate(seenAsAt)}`;
  if (outcome === 'overtaken') {
    return `${capital(overtakenBy === null ? 'changed' : overtakenWords[overtakenBy])}${seen}`;
  }
  return doneOn === null
    ? outcomeWords[outcome].name
    : `${outcomeWords[outcome].name}, on ${showDate(doneOn)}`;
}

/** `They add up to 31`, and how many of those still to be done are of officers who have left. */
export const movesSentence = (moves: readonly FollowedMove[]): string =>
  `They add up to ${showCount(moves.length)}${leaversWords(moves.filter(({ hasLeft }) => hasLeft).length)}`;

/** A set of moves that a figure opens. */
export type MoveSet = { key: string; name: string; meaning: string; moves: FollowedMove[] };

/** One set an outcome; they add up to the moves. */
export const outcomeSets = (moves: readonly FollowedMove[]): MoveSet[] =>
  outcomes.map((outcome) => ({
    key: outcome,
    ...outcomeWords[outcome],
    moves: moves.filter((move) => move.outcome === outcome),
  }));

/** The moves whose month is still to come: those that stand, and those that no longer do, by why. */
export function standingSets(moves: readonly FollowedMove[]): MoveSet[] {
  const ahead = moves.filter(({ isOver }) => !isOver);
  const reasons = [...new Set(ahead.flatMap(({ overtakenBy }) => overtakenBy ?? []))];
  const done = ahead.filter(({ doneOn, outcome }) => doneOn !== null && outcome !== 'overtaken');
  return [
    {
      key: 'stands',
      name: 'Still stands',
      meaning: 'to be done in its planned month',
      moves: ahead.filter(({ outcome }) => outcome === 'open'),
    },
    { key: 'stands-done', name: 'No longer: done already', meaning: 'nothing left to do', moves: done },
    ...reasons.map((reason) => ({
      key: `stands-${reason}`,
      name: `No longer: ${overtakenWords[reason]}`,
      meaning: 'level the team again for a plan that fits',
      moves: ahead.filter(({ overtakenBy }) => overtakenBy === reason),
    })),
  ];
}

/** `28 of 52 moves not due yet still stand`; null when none is ahead. */
export function standingSentence(moves: readonly FollowedMove[]): string | null {
  const ahead = moves.filter(({ isOver }) => !isOver);
  if (ahead.length === 0) return null;
  const standing = ahead.filter(({ outcome }) => outcome === 'open').length;
  if (standing < ahead.length) {
    return `${showCount(standing)} of ${counted(ahead.length, 'move')} not due yet still stand${standing === 1 ? 's' : ''}`;
  }
  return standing === 1
    ? 'The one move not due yet still stands'
    : `All ${counted(ahead.length, 'move')} not due yet still stand`;
}

/** `16 % (9 of 55)`, or a dash while nothing can be judged. */
export const adherenceWords = ({ share, asPlanned, judged }: Adherence): string =>
  share === null ? '–' : `${showPercent(share)} (${showCount(asPlanned)} of ${showCount(judged)})`;

/** The finding of the chart: the months that are over, against the plan and against no plan. */
export function loadFinding(months: readonly FollowedMonth[], untoldNames: readonly string[]): string {
  const over = months.filter(({ happened }) => happened !== null);
  const last = over.at(-1);
  if (!last) return 'What happened shows once a month of the plan is over';
  const sum = (of: (month: FollowedMonth) => number) => over.reduce((total, month) => total + of(month), 0);
  const planned = sum((month) => month.planned - month.untold);
  const happened = sum((month) => month.happened ?? 0);
  const but = untoldNames.length === 0 ? '' : `, ${listed(untoldNames).toLowerCase()} left out`;
  return `Up to ${showMonth(last.month)} ${showHours(happened)} of work happened; the plan meant ${showHours(planned)}${but}`;
}

export type FollowDrawing = {
  marks: MonthMark[];
  stacks: StackSeries[];
  lines: LineSeries[];
  outline: OutlineSeries;
};

/** What happened as bars, the plan as a line, no plan as an outline; below each month its adherence. */
export function followDrawing(
  months: readonly FollowedMonth[],
  untoldNames: readonly string[],
): FollowDrawing {
  const isOver = ({ happened }: FollowedMonth) => happened !== null;
  const untold: StackSeries = {
    key: 'untold',
    name: untoldName(untoldNames),
    colour: 'var(--duty-notification)',
    values: months.map((month) => (isOver(month) ? month.untold : null)),
  };
  return {
    marks: months.map(({ month, adherence }, index) => ({
      key: month,
      short: showMonthYear(month).slice(0, 3),
      year: index === 0 || month.endsWith('-01') ? month.slice(0, 4) : null,
      note: adherence.share === null ? '–' : String(Math.round(adherence.share * 100)),
      isOver: false,
      label:
        adherence.share === null
          ? `${showMonth(month)}: no move to judge`
          : `${showMonth(month)}: ${showCount(adherence.asPlanned)} of ${showCount(adherence.judged)} moves done as planned`,
    })),
    stacks: [
      {
        key: 'happened',
        name: 'Happened',
        colour: 'var(--planned)',
        values: months.map(({ happened }) => happened),
      },
      ...(untoldNames.length === 0 ? [] : [untold]),
    ],
    lines: [
      {
        key: 'planned',
        name: 'planned',
        colour: 'var(--accent)',
        isDashed: false,
        values: months.map(({ planned }) => planned),
      },
    ],
    outline: { name: 'Without a plan', values: months.map(({ unmoved }) => unmoved) },
  };
}

/** Duties whose doing no extract tells stand as the plan had them. */
export const untoldName = (names: readonly string[]): string => `${listed(names)}, as planned`;

/** The chart's figures as lines of a table, months across. */
export function followLines(
  months: readonly FollowedMonth[],
  untoldNames: readonly string[],
): Array<{ name: string; unit: string; values: string[] }> {
  const line = (name: string, of: (month: FollowedMonth) => number | null) => ({
    name,
    unit: 'h',
    values: months.map((month) => showCount(of(month))),
  });
  return [
    line('Without a plan', ({ unmoved }) => unmoved),
    line('Planned', ({ planned }) => planned),
    line('Happened', ({ happened }) => happened),
    ...(untoldNames.length === 0
      ? []
      : [line(untoldName(untoldNames), ({ untold, happened }) => (happened === null ? null : untold))]),
    {
      name: 'Done as planned',
      unit: 'of moves due and not overtaken',
      values: months.map(({ adherence: { asPlanned, judged } }) =>
        judged === 0 ? '–' : `${showCount(asPlanned)} of ${showCount(judged)}`,
      ),
    },
  ];
}
