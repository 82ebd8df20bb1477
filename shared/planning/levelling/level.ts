/**
 * Levelling: decides the month in which each piece of recurring work is done, so that the team's peak is as
 * low as its rules allow, its months are even, and nothing moves that need not (planning §3).
 */
import { addMonths, monthRange, type Month } from '#shared/domain/dates.ts';
import type { Lock, Occurrence, Problem } from '#shared/domain/problem.ts';
import type { Move, Plan, PlanStatus } from '#shared/domain/plan.ts';
import { hours, utilisation, type Hours } from '#shared/domain/units.ts';
import { isOverdue, loadOf, replay, unmovedMonth } from '../rollout.ts';
import { sum } from '../sum.ts';
import { capNotHeld, holdsCaps } from './caps.ts';
import { certificateOf } from './certificate.ts';
import { echoOf } from './echo.ts';
import { notMended, reasonFor, type DutyNames, type UnusedLock } from './explain.ts';
import { buildFlow } from './flow.ts';
import { assignmentKey, fromAssignment, nameChains } from './naming.ts';
import { officerMonths } from './officers.ts';
import { openMonths } from './problem.ts';
import { predictableIn, priceOf } from './price.ts';
import { EVENNESS_TOLERANCE, grainOf, type OnStep } from './search.ts';
import type { Solver } from './solver.ts';
import { solveStages, type Pinned, type StageResult } from './stages.ts';

export type LevelInput = {
  team: string;
  /** Month 0 of the problem. */
  month0: Month;
  problem: Problem;
  solver: Solver;
  /** Names of duties for the words of the plan; keys are used where a name is missing. */
  dutyNames?: DutyNames;
  onStep?: OnStep;
};

/** Highest load ÷ capacity; null when no month has capacity. Months without capacity do not count. */
export function peakOf(load: ArrayLike<number>, capacity: readonly number[]): number | null {
  const shares = capacity.flatMap((available, month) =>
    available > 0 ? [(load[month] ?? 0) / available] : [],
  );
  return shares.length === 0 ? null : Math.max(...shares);
}

/** Load per month of a plan: the chains replayed with the assignment, and the fixed load. */
export function loadWith(problem: Problem, occurrences: readonly Occurrence[]): Hours[] {
  return loadOf(problem.chains, occurrences, problem.months).map((value, month) =>
    hours(value + (problem.fixed[month] ?? 0)),
  );
}

/** Hours a year by which one load exceeds another of the same months. */
export const extraHoursPerYear = (before: readonly number[], after: readonly number[]): Hours =>
  hours(((sum(after) - sum(before)) * 12) / before.length);

/**
 * Levels one team. Deterministic: the same problem gives the same plan, to the byte. What the plan says of
 * its load is the replay of its moves, not the solver's word.
 */
export function level(input: LevelInput): Plan {
  const { problem, onStep } = input;
  const unmoved = replay(problem.chains, problem.months);
  const before = loadWith(problem, unmoved);
  const peakBefore = peakOf(before, problem.capacity);
  if (peakBefore === null) return describe(input, { unmoved, planned: unmoved, solved: null });

  const least = leastMoved(problem);
  const leastPeak = peakOf(loadWith(problem, least), problem.capacity) ?? peakBefore;
  const flow = buildFlow(problem);
  const pinned = pinnedOf(problem, before, least);
  const solved = solveStages(problem, flow, input.solver, before, leastPeak, onStep, pinned);
  if (solved.isPinnedEnough) return describe(input, { unmoved, planned: least, solved });
  onStep?.('Naming the cases', 0.9);
  const assignment = nameChains(problem, flow, solved.counts);
  const found = replay(problem.chains, problem.months, fromAssignment(assignment));
  const planned = pinned && isNoWorse(problem, before, pinned, found) ? least : found;
  return describe(input, { unmoved, planned, solved });
}

const PEAK_TOLERANCE = 0.005;
/** Occurrences by whose hours near-relaxed.ts may stray from the evenest plan, where that is little beside the whole. */
const SLACK = 4;
const SLACK_SHARE = 0.01;

/** Hours above the level that counts as even: the team's mean, or the target if higher. */
function excessOf({ capacity, target }: Problem, before: readonly number[], load: readonly number[]): number {
  const level = Math.max(target ?? 0, sum(before) / sum(capacity));
  return sum(load.map((value, month) => Math.max(0, value - level * (capacity[month] ?? 0))));
}

/**
 * What the plan that pins alone make comes to; null where no pin moves anything. Where it is as good as a solved
 * one, within what the stages themselves take for as good, nothing is moved beyond the pins: so pinning every
 * move of a plan gives that plan again.
 */
function pinnedOf(problem: Problem, before: readonly number[], least: readonly Occurrence[]): Pinned | null {
  const { capacity, chains } = problem;
  const isMoved = (lock: Lock): boolean => lock.kind === 'pin' && lock.to !== unmovedMonth(lock.due);
  if (!chains.some((chain) => chain.locks.some(isMoved)) || !holdsCaps(problem, least)) return null;
  const load = loadWith(problem, least);
  return {
    peak: peakOf(load, capacity) ?? 0,
    excess: excessOf(problem, before, load),
    slack: Math.min(SLACK * grainOf(problem), SLACK_SHARE * sum(before)) + 1e-6,
  };
}

/** True when the pins alone are no worse than what was solved around them. */
function isNoWorse(
  problem: Problem,
  before: readonly number[],
  pinned: Pinned,
  solved: readonly Occurrence[],
): boolean {
  const load = loadWith(problem, solved);
  const peak = peakOf(load, problem.capacity) ?? 0;
  return (
    pinned.peak <= Math.max(problem.target ?? 0, peak * (1 + PEAK_TOLERANCE)) + 1e-6 &&
    pinned.excess <= excessOf(problem, before, load) * (1 + EVENNESS_TOLERANCE) + pinned.slack
  );
}

/** The plan that moves only what locks, or the first open month, make it move: what any plan must better. */
export function leastMoved(problem: Problem): Occurrence[] {
  return replay(problem.chains, problem.months, (index, due, after) => {
    const chain = problem.chains[index];
    if (!chain) return undefined;
    const open = openMonths(problem, chain, due, after);
    if (open.includes(unmovedMonth(due))) return undefined;
    return isOverdue(chain, due) ? open[0] : open.at(-1);
  });
}

type Outcome = { unmoved: Occurrence[]; planned: Occurrence[]; solved: StageResult | null };

function describe(input: LevelInput, { unmoved, planned, solved }: Outcome): Plan {
  const { problem, month0 } = input;
  const names: DutyNames = input.dutyNames ?? new Map<string, string>();
  const before = loadWith(problem, unmoved);
  const after = loadWith(problem, planned);
  const picture = { problem, month0, before, after };
  const peakBefore = peakOf(before, problem.capacity);
  const peakAfter = peakOf(after, problem.capacity);
  const bound = solved?.bound ?? null;
  const moves = planned
    .filter(({ due, done }) => done !== unmovedMonth(due))
    .map((occurrence) => moveOf(picture, occurrence))
    .sort((a, b) => a.toIndex - b.toIndex || a.dueIndex - b.dueIndex || (a.id < b.id ? -1 : 1));

  return {
    team: input.team,
    months: monthRange(month0, problem.months),
    status: statusOf(problem, peakAfter, moves.length),
    target: problem.target,
    capacity: problem.capacity,
    before,
    after,
    peakBefore: peakBefore === null ? null : utilisation(peakBefore),
    peakAfter: peakAfter === null ? null : utilisation(peakAfter),
    lowerBound: bound === null ? null : utilisation(bound),
    gap:
      bound === null || peakAfter === null ? null : bound > 0 ? Math.max(0, (peakAfter - bound) / bound) : 0,
    moves,
    occurrencesBefore: unmoved.length,
    occurrencesAfter: planned.length,
    extraOccurrences: planned.length - unmoved.length,
    extraHoursPerYear: extraHoursPerYear(before, after),
    echo: echoOf(problem, month0, planned, before),
    notMended: [
      ...notMended(picture, planned, unusedLocks(problem, planned), names),
      ...(solved?.capsNotHeld ?? []).map(({ cap, atLeast }) => capNotHeld(cap, atLeast, month0)),
    ],
    officers: officerMonths(problem, unmoved, planned),
    price: priceOf(problem, unmoved, planned),
    predictable: predictableIn(problem, month0, planned),
    certificate:
      solved && peakAfter !== null
        ? certificateOf({ ...solved, problem, month0, planned, after, peak: peakAfter, names })
        : null,
  };
}

function moveOf(
  picture: { problem: Problem; month0: Month; before: Hours[]; after: Hours[] },
  occurrence: Occurrence,
): Move {
  const { problem, month0 } = picture;
  const chain = problem.chains[occurrence.chain];
  if (!chain) throw new Error(`No chain has the index ${String(occurrence.chain)}.`);
  const { due, done } = occurrence;
  return {
    id: chain.id,
    reference: chain.reference,
    duty: chain.duty,
    risk: chain.risk,
    officer: chain.officer,
    due: addMonths(month0, due),
    to: addMonths(month0, done),
    dueIndex: due,
    toIndex: done,
    monthsEarly: Math.max(0, due - done),
    hours: chain.hours,
    reason: reasonFor(picture, chain, occurrence),
  };
}

function statusOf(problem: Problem, peakAfter: number | null, moves: number): PlanStatus {
  if (peakAfter === null) return 'no-capacity';
  if (problem.target !== null)
    return peakAfter <= problem.target + 1e-6 ? 'target-met' : 'target-not-reached';
  return moves === 0 ? 'already-level' : 'levelled';
}

/** Locks whose due month never comes up in the plan, and pins not obeyed because the rules forbid them. */
function unusedLocks(problem: Problem, planned: readonly Occurrence[]): UnusedLock[] {
  const done = new Map(planned.map((one) => [assignmentKey(one.chain, one.due), one.done]));
  return problem.chains.flatMap((chain, index) =>
    chain.locks
      .map((lock) => ({ chain, lock, isDue: done.has(assignmentKey(index, lock.due)) }))
      .filter(({ lock: { kind, due, to }, isDue }) =>
        kind === 'refusal' ? !isDue : done.get(assignmentKey(index, due)) !== to,
      ),
  );
}
