/**
 * The curve from "move nothing" to the lowest peak: what each number of moves can bring. A person chooses from
 * it how much disturbance a lower peak is worth (planning §3).
 */
import type { FrontierPoint, TeamFrontier } from '#shared/domain/plan.ts';
import type { Occurrence, Problem } from '#shared/domain/problem.ts';
import { utilisation } from '#shared/domain/units.ts';
import { replay } from '../rollout.ts';
import { sum } from '../sum.ts';
import { buildFlow, type Flow } from './flow.ts';
import { extraHoursPerYear, loadWith, peakOf } from './level.ts';
import { buildModel } from './model.ts';
import { fromAssignment, nameChains } from './naming.ts';
import type { Solver } from './solver.ts';
import { createStaircase, type Lowest, type Staircase } from './staircase.ts';
import { PEAK_GAP, type OnStep } from './search.ts';
import { limitsOf } from './stages.ts';

/** How close to the relaxed bound a point is looked for first: mostly found there, and quickly told if not. */
const CLOSE = 0.001;
const MOST_POINTS = 13;
/** Numbers of moves at which the relaxed curve is looked at to spread the points. */
const SAMPLES = 24;

/**
 * The numbers of moves to show, from `from` to `to`, evenly spread over the curve: half by moves and half by
 * peak, so that they stand closer where the peak falls fast.
 */
export function spread(from: number, to: number, peakWith: (moves: number) => number): number[] {
  if (to - from < MOST_POINTS) return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const count = Math.min(SAMPLES, to - from);
  const samples = Array.from(
    { length: count + 1 },
    (_, step) => from + Math.round(((to - from) * step) / count),
  );
  const peaks = samples.map(peakWith);
  const [highest = 0] = peaks;
  const fall = highest - (peaks.at(-1) ?? highest);
  const along = samples.map(
    (moves, index) => (moves - from) / (to - from) + (fall > 0 ? (highest - (peaks[index] ?? 0)) / fall : 0),
  );
  const whole = along.at(-1) ?? 1;
  const chosen = new Set<number>([from, to]);
  for (let point = 1; point < MOST_POINTS - 1; point++) {
    const wanted = (whole * point) / (MOST_POINTS - 1);
    const after = Math.max(
      1,
      along.findIndex((value) => value >= wanted),
    );
    const [a = 0, b = 0] = [along[after - 1], along[after]];
    const share = b > a ? (wanted - a) / (b - a) : 0;
    const [low = from, high = to] = [samples[after - 1], samples[after]];
    chosen.add(Math.round(low + share * (high - low)));
  }
  return [...chosen].sort((a, b) => a - b);
}

/** The point farthest below the straight line from the first to the last; null where none is below it. */
export function kneeOf(points: ReadonlyArray<{ moves: number; peak: number }>): number | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return null;
  const width = last.moves - first.moves;
  const height = first.peak - last.peak;
  if (width <= 0 || height <= 0) return null;
  let knee: number | null = null;
  let farthest = 1e-9;
  for (const [index, { moves, peak }] of points.entries()) {
    const below = (first.peak - peak) / height - (moves - first.moves) / width;
    if (below > farthest) [knee, farthest] = [index, below];
  }
  return knee;
}

type Unmoved = { occurrences: readonly Occurrence[]; load: readonly number[] };

/** What the frontier shows of a plan: its replay, not the solver's word. */
function pointOf(problem: Problem, flow: Flow, unmoved: Unmoved, found: Lowest): FrontierPoint {
  const assignment = nameChains(problem, flow, found.step.counts);
  const planned = replay(problem.chains, problem.months, fromAssignment(assignment));
  const load = loadWith(problem, planned);
  const peak = peakOf(load, problem.capacity) ?? 0;
  const { bound } = found;
  return {
    moves: found.step.moves,
    peak: utilisation(peak),
    bound: utilisation(bound),
    gap: bound > 0 ? Math.max(0, (peak - bound) / bound) : 0,
    extraOccurrences: planned.length - unmoved.occurrences.length,
    extraHoursPerYear: extraHoursPerYear(unmoved.load, load),
  };
}

/** A bound holds for fewer moves too, so none lies below one further along. */
const withBounds = (found: readonly Lowest[]): Lowest[] =>
  found.map(({ step }, index) => ({
    step,
    bound: Math.min(step.peak, Math.max(...found.slice(index).map((one) => one.bound))),
  }));

/** Of the numbers of moves tried, those that bring the peak below what fewer moves do. */
function lowering(found: readonly Lowest[]): Lowest[] {
  let peak = Infinity;
  const inOrder = [...found].sort((a, b) => a.step.moves - b.step.moves || a.step.peak - b.step.peak);
  return withBounds(inOrder).filter(({ step }) => {
    const isLower = step.peak < peak - 1e-9;
    peak = Math.min(peak, step.peak);
    return isLower;
  });
}

/** The lowest peak of all, with the fewest moves that bring it. */
function lowestOfAll(stairs: Staircase): Lowest {
  const relaxed = stairs.relaxedBound(null) ?? Infinity;
  // Mostly there is one within the gap of the relaxed bound, and its moves are counted in the same search.
  const near = stairs.fewest(relaxed * (1 + PEAK_GAP));
  if (near) return { step: near, bound: relaxed };
  const { step, bound } = stairs.lowest(null);
  return { step: stairs.fewest(Math.max(step.peak, bound * (1 + PEAK_GAP))) ?? step, bound };
}

/**
 * The curve of one team. Deterministic: the same problem gives the same points. The target and the cap on all
 * moves are left aside, for the curve is what they are chosen from; every other rule holds.
 */
export function frontier(input: {
  team: string;
  problem: Problem;
  solver: Solver;
  onStep?: OnStep;
}): TeamFrontier {
  const { team, solver, onStep = () => undefined } = input;
  // More moves than there can be: the cap is there to be set, and does not bind.
  const maxMoves = input.problem.chains.length * input.problem.months;
  const problem: Problem = { ...input.problem, target: null, maxMoves };
  const occurrences = replay(problem.chains, problem.months);
  const unmoved: Unmoved = { occurrences, load: loadWith(problem, occurrences) };
  const capacity = sum(problem.capacity);
  if (capacity <= 0) return { team, status: 'no-capacity', points: [], kneeIndex: null, mean: null };

  const flow = buildFlow(problem);
  const model = buildModel(problem, flow, 1);
  const { limits } = limitsOf(model, solver);
  const stairs = createStaircase({ problem, flow, model, solver, limits, gap: PEAK_GAP, close: CLOSE });
  onStep('Finding the lowest peak', 0.05);
  const last = lowestOfAll(stairs);
  onStep('Finding the fewest moves', 0.15);
  const first = stairs.fewest(Number.MAX_SAFE_INTEGER);
  const from = Math.min(first?.moves ?? 0, last.step.moves);
  const numbers = spread(from, last.step.moves, (moves) => stairs.relaxedBound(moves) ?? Infinity);
  const found = numbers.map((moves, index) => {
    onStep(`The lowest peak with ${String(moves)} moves`, 0.2 + (0.8 * index) / numbers.length);
    const { step, bound } = moves === last.step.moves ? last : stairs.lowest(moves);
    // Where fewer moves do as well, the bound is theirs.
    return { step, bound: Math.max(bound, stairs.relaxedBound(step.moves) ?? 0) };
  });
  const points = lowering(found).map((one) => pointOf(problem, flow, unmoved, one));
  return {
    team,
    status: points.length > 1 ? 'found' : 'already-level',
    points,
    kneeIndex: kneeOf(points),
    mean: utilisation(sum(unmoved.load) / capacity),
  };
}
