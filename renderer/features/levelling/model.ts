/** Shapes a plan for the drawing, the certificate line and the table of moves. */
import { showMonth, type Month } from '#shared/domain/dates.ts';
import {
  isGoneBy,
  isOverdueMove,
  type Move,
  type OfficerMonths,
  type Plan,
  type PlanState,
} from '#shared/domain/plan.ts';
import { showChange, showHoursChange } from '#shared/planning/figures.ts';
import { counted } from '#shared/planning/wording.ts';
import type { LineSeries, OutlineSeries, StackSeries } from '../../components/chart/month-data.ts';
import { showCount, showMonthYear, showPercent, showPercentExactly } from '../../view/figures.ts';
import { movesInShort } from '../../view/moves-said.ts';
import { searchFor } from '../../view/search.ts';

export type Measure = 'share' | 'hours';

/** Load divided by capacity, null in a month without capacity. */
export const shares = (load: readonly number[], capacity: readonly number[]): Array<number | null> =>
  load.map((value, index) => {
    const room = capacity[index] ?? 0;
    return room > 0 ? value / room : null;
  });

export type PlanDrawing = {
  stacks: StackSeries[];
  outline: OutlineSeries;
  lines: LineSeries[];
  ceiling: Array<number | null>;
};

/** Before as an outline, after as bars, capacity and the proven bound as lines. */
export function planDrawing(plan: Plan, measure: Measure): PlanDrawing {
  const isShare = measure === 'share';
  const of = (load: readonly number[]) => (isShare ? shares(load, plan.capacity) : [...load]);
  const ceiling = isShare
    ? plan.capacity.map((room) => (room > 0 ? 1 : null))
    : plan.capacity.map((room) => (room > 0 ? room : null));
  const { lowerBound } = plan;
  const bound =
    lowerBound === null
      ? []
      : [
          {
            key: 'bound',
            name: 'lower bound',
            colour: 'var(--bound)',
            isDashed: true,
            values: ceiling.map((room) => (room === null ? null : room * lowerBound)),
          },
        ];
  return {
    stacks: [{ key: 'after', name: 'After', colour: 'var(--planned)', values: of(plan.after) }],
    outline: { name: 'Before', values: of(plan.before) },
    lines: [
      { key: 'capacity', name: 'capacity', colour: 'var(--capacity)', isDashed: false, values: ceiling },
      ...bound,
    ],
    ceiling,
  };
}

/** What the plan comes to, as parts of one line. */
export function certificate(plan: Plan): string[] {
  const parts = [movesInShort(plan.moves)];
  if (plan.peakBefore !== null && plan.peakAfter !== null) {
    parts.push(`peak ${showPercent(plan.peakBefore)} → ${showPercent(plan.peakAfter)}`);
  }
  if (plan.lowerBound !== null) {
    parts.push(`no plan within these rules goes below ${showPercentExactly(plan.lowerBound)}`);
  }
  const { extraOccurrences: extra } = plan;
  const extraPerYear = Math.round((extra * 120) / plan.months.length) / 10;
  parts.push(
    extra === 0
      ? 'no extra work'
      : `${showChange(extraPerYear)} ${Math.abs(extraPerYear) === 1 ? 'occurrence' : 'occurrences'} (${showHoursChange(plan.extraHoursPerYear)}) a year`,
  );
  return parts;
}

/** The finding in one line: the title of the chart. */
export function planFinding(plan: Plan): string {
  const before = showPercent(plan.peakBefore);
  const after = showPercent(plan.peakAfter);
  switch (plan.status) {
    case 'levelled':
      return plan.moves.length === 0
        ? `${plan.team}: nothing can be brought forward; the peak stays at ${before}`
        : `${plan.team}: ${counted(plan.moves.length, 'move')} ${plan.moves.length === 1 ? 'takes' : 'take'} the peak from ${before} to ${after}`;
    case 'target-met':
      return `${plan.team}: the target of ${showPercent(plan.target)} is met with ${counted(plan.moves.length, 'move')}`;
    case 'target-not-reached':
      return `${plan.team}: the target of ${showPercent(plan.target)} cannot be reached; the lowest peak is ${after}`;
    case 'already-level':
      return `${plan.team}: already level at ${before}; nothing needs to move`;
    case 'no-capacity':
      return `${plan.team}: no offender manager’s hours are known, so there is nothing to level against`;
  }
}

export type MoveFilter = { text: string; duty: string; risk: string };

/** Moves whose case, officer or reason holds the text, of the duty and risk chosen. */
export function filterMoves(moves: readonly Move[], filter: MoveFilter): Move[] {
  const isFound = searchFor(filter.text);
  return moves.filter((move) => {
    if (filter.duty !== '' && move.duty !== filter.duty) return false;
    if (filter.risk !== '' && move.risk !== filter.risk) return false;
    return isFound([
      move.reference,
      move.officer ?? '',
      move.reason,
      showMonth(move.due),
      showMonth(move.to),
    ]);
  });
}

/** How early a move is, in words. */
export const earliness = (move: Move): string =>
  isOverdueMove(move) ? 'overdue' : counted(move.monthsEarly, 'month');

/** The officer of a move, and whether that officer is still there to do it. */
export const officerWords = (officer: string | null, hasLeft: boolean): string | null =>
  hasLeft ? `${officer ?? ''} · has left by then` : officer;

/** An officer of the plan, and by which of its months gone. */
export function officerTitle({ months }: Plan, { officer, goneFrom }: OfficerMonths): string {
  const month = goneFrom === null ? undefined : months[goneFrom];
  return month === undefined ? officer : `${officer} · has left by ${showMonthYear(month)}`;
}

/** What is said of so many moves whose officer has left; nothing where there are none. */
export const leaversWords = (count: number): string =>
  count === 0 ? '' : `; ${showCount(count)} of officers who have left by then: somebody has to take the case`;

/** Whether a move's officer has left by the month the plan has it done in. */
export const isLeavers = (plan: Plan, { officer, toIndex }: Move): boolean =>
  isGoneBy(plan, officer, toIndex);

/** Hours moved out of and into each month. */
function movesByMonth(plan: Plan): Array<{ month: Month; out: number; into: number }> {
  return plan.months.map((month) => ({
    month,
    out: plan.moves.filter((move) => move.due === month).reduce((sum, move) => sum + move.hours, 0),
    into: plan.moves.filter((move) => move.to === month).reduce((sum, move) => sum + move.hours, 0),
  }));
}

/** The chart's figures as lines of a table, months across. */
export function planLines(plan: Plan): Array<{ name: string; unit: string; values: string[] }> {
  const moved = movesByMonth(plan);
  const percent = (values: Array<number | null>) => values.map((value) => showPercent(value));
  const count = (values: readonly number[]) => values.map((value) => showCount(value));
  return [
    { name: 'Capacity', unit: 'h', values: count(plan.capacity) },
    { name: 'Before', unit: 'h', values: count(plan.before) },
    { name: 'After', unit: 'h', values: count(plan.after) },
    { name: 'Before', unit: '% of capacity', values: percent(shares(plan.before, plan.capacity)) },
    { name: 'After', unit: '% of capacity', values: percent(shares(plan.after, plan.capacity)) },
    { name: 'Moved out', unit: 'h', values: count(moved.map((month) => month.out)) },
    { name: 'Moved in', unit: 'h', values: count(moved.map((month) => month.into)) },
  ];
}

/** What each state means, in words. */
export const planStateMeaning: Record<PlanState, string> = {
  'in force': 'The team works by it',
  over: 'All its months are past',
  undone: 'Taken back; nothing rests on it',
  replaced: 'A newer plan of this team took its place',
  purged: 'Its snapshot was purged: only its figures are kept',
};

/** A target in the address, as a share; null asks for the lowest peak. */
export function parseTarget(text: string | null): number | null {
  if (text === null) return null;
  const percent = Number(text);
  return Number.isFinite(percent) && percent >= 10 && percent <= 500 ? percent / 100 : null;
}
