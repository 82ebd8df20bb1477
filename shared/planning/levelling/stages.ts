/**
 * The four stages of planning §3: bound, peak, evenness, least disturbance.
 *
 * The bound is solved as it stands and is proven. Evenness and disturbance are solved without whole numbers,
 * at a peak a hair above the bound, which is quick and gives their true lower limits. The plan is then the
 * best whole-numbered one near that solution whose peak is within 0.45 % of the bound: first among those that
 * round it; then among those that stray from it by one chain an arc, around what is not whole and then
 * wherever work flows, of which the first found is taken, and the best between it and the relaxed solution. Where neither keeps the peak, and for small problems, the
 * whole model is searched, peak first.
 */
import type { Problem } from '#shared/domain/plan.ts';
import { sum } from '../sum.ts';
import type { Flow } from './flow.ts';
import type { Cap } from './caps.ts';
import { buildModel, type LevellingModel, type Stage } from './model.ts';
import type { LinearModel, Solution, Solver, SolverOptions } from './solver.ts';
import { createStaircase } from './staircase.ts';

/** A cap that the problem makes impossible to hold, and the moves that it takes at least. */
export type CapNotHeld = { cap: Cap; atLeast: number };

/** What proves the bound: how much each month weighs in it, and each cap. */
export type Proof = { weights: number[]; capPrices: number[] };

export type StageResult = {
  /** Proven: no plan has a lower peak. */
  bound: number;
  proof: Proof;
  capsNotHeld: CapNotHeld[];
  /** Chains that take each arc of the flow. */
  counts: number[];
  /** True when the plan that pins alone make is as good: then the counts are empty, nothing was searched. */
  isPinnedEnough: boolean;
};

/** The plan that pins alone make, and how much less even than the evenest it may be. */
export type Pinned = { peak: number; excess: number; slack: number };

export type OnStep = (step: string, progress: number) => void;

/** What a plan's peak may lie above the bound: just inside the 0.5 % of planning §3. */
const PEAK_GAP = 0.0045;
/** How far below the peak allowed the relaxed stages aim, so that whole numbers have room. */
const ROOM = 0.8 * PEAK_GAP;
/** By what share a plan may be less even than the evenest. */
export const EVENNESS_TOLERANCE = 0.01;
const down = (value: number): number => Math.floor(value + 1e-6);
const up = (value: number): number => Math.ceil(value - 1e-6);

/**
 * How far a whole-numbered plan is looked for, in turn: `strays` says around which values one more or one
 * fewer than their rounding is allowed, `slack` how many occurrences' hours the whole may add to the excess.
 */
const ATTEMPTS: ReadonlyArray<{ strays: ((value: number) => boolean) | null; slack: number }> = [
  { strays: null, slack: 0 },
  { strays: null, slack: 2 },
  { strays: (value) => up(value) > down(value), slack: 4 },
  { strays: (value) => up(value) > 0, slack: 4 },
];
/** Up to this many arcs the whole model is quick, and a single occurrence too much to give away. */
const SMALL = 400;
const isSmall = ({ arcs }: Flow): boolean => arcs.length <= SMALL;
/**
 * Simplifying a small model gains little, and the solver has been seen to simplify the best plan away and to prove a
 * worse one the best (the example of `optimum.test.ts`).
 */
const simplifying = (flow: Flow): SolverOptions => (isSmall(flow) ? { simplifies: false } : {});
const MAX_NODES = 100;
const EPSILON = 1e-7;

type Solved = Extract<Solution, { status: 'solved' }>;

function solved(solution: Solution, stage: string): Solved {
  if (solution.status === 'solved') return solution;
  throw new Error(`The stage "${stage}" has no solution, though leaving everything unmoved is one.`);
}

type Search = {
  problem: Problem;
  flow: Flow;
  model: LevellingModel;
  solver: Solver;
  /** Limits of the model's caps, widened where they cannot be held. */
  limits: readonly number[];
  bound: number;
  target: number | null;
  /** Peak of the plan that moves only what it must. */
  leastMovedPeak: number;
  /** Hours of the longest occurrence: what rounding one chain can cost. */
  grain: number;
};

/** Hours of the longest occurrence. */
export const grainOf = ({ chains }: Problem): number => Math.max(1, ...chains.map((chain) => chain.hours));

/** The model with each arc held between bounds made from its column; the other columns stay as they are. */
function held(
  { model }: Search,
  whole: LinearModel,
  low: (arc: number) => number,
  high: (arc: number) => number,
): LinearModel {
  const bounded = (bounds: readonly number[], bound: (arc: number) => number): number[] =>
    bounds.map((value, column) => (column < model.peakColumn ? Math.max(0, bound(column)) : value));
  return { ...whole, lower: bounded(whole.lower, low), upper: bounded(whole.upper, high) };
}

/** The model with every arc held to its value rounded down or up, and one beyond at nodes where a value strays. */
function nearby(
  search: Search,
  whole: LinearModel,
  values: Float64Array,
  strays: (value: number) => boolean,
): LinearModel {
  const { flow } = search;
  const valueOf = (arc: number): number => values[arc] ?? 0;
  const reachOfNode = flow.nodes.map(({ arcs }) => (arcs.some((arc) => strays(valueOf(arc))) ? 1 : 0));
  const reach = (arc: number): number => reachOfNode[flow.arcs[arc]?.node ?? -1] ?? 0;
  return held(
    search,
    whole,
    (arc) => down(valueOf(arc)) - reach(arc),
    (arc) => up(valueOf(arc)) + reach(arc),
  );
}

/** The model held to what lies between the relaxed solution and a plan, and one beyond where they differ. */
function between(search: Search, whole: LinearModel, values: Float64Array, plan: Float64Array): LinearModel {
  const ends = (arc: number): [number, number] => [values[arc] ?? 0, Math.round(plan[arc] ?? 0)];
  const reach = (arc: number): number => (Math.abs((values[arc] ?? 0) - (plan[arc] ?? 0)) > 1e-6 ? 1 : 0);
  return held(
    search,
    whole,
    (arc) => down(Math.min(...ends(arc))) - reach(arc),
    (arc) => up(Math.max(...ends(arc))) + reach(arc),
  );
}

/** The best plan near the relaxed solution with a peak of at most `peak`; null when there is none. */
function nearRelaxed(search: Search, peak: number, onStep: OnStep): Float64Array | null {
  const { model, solver, limits, bound, grain } = search;
  const aim = Math.max(bound, peak * (1 - ROOM)) + EPSILON;
  onStep('Evening out the months', 0.4);
  const evenness = solved(
    solver(model.relaxed({ name: 'evenness', peak: aim }, limits)),
    'evenness',
  ).objective;
  onStep('Keeping moves to the least', 0.6);
  for (const { strays, slack } of ATTEMPTS) {
    const least = solver(
      model.relaxed(
        {
          name: 'disturbance',
          peak: aim,
          excess: evenness * (1 + EVENNESS_TOLERANCE / 2) + (slack * grain) / 2 + EPSILON,
        },
        limits,
      ),
    );
    const excess = evenness * (1 + EVENNESS_TOLERANCE) + slack * grain + EPSILON;
    const whole = model.whole({ name: 'disturbance', peak, excess }, limits);
    const { values } = solved(least, 'disturbance');
    const options: SolverOptions = { relativeGap: 0.005, absoluteGap: 0.5, maxNodes: MAX_NODES };
    const found = solver(
      nearby(search, whole, values, strays ?? (() => false)),
      strays === null ? options : { firstOnly: true, maxNodes: MAX_NODES, simplifies: false },
    );
    if (found.status !== 'solved') continue;
    if (strays === null) return found.values;
    const better = solver(between(search, whole, values, found.values), { ...options, start: found.values });
    return better.status === 'solved' ? better.values : found.values;
  }
  return null;
}

/** Stage two as it stands: whole numbers, the lowest peak or the target. */
function lowestPeak({ flow, model, solver, limits, bound, target, leastMovedPeak }: Search): Solved {
  const stage: Stage = {
    name: 'peak',
    atLeast: target ?? 0,
    // With caps the plan that moves the least may be out of reach.
    atMost: model.caps.length > 0 ? Infinity : Math.max(target ?? 0, leastMovedPeak) + EPSILON,
  };
  const found = solved(
    solver(model.whole(stage, limits), { ...simplifying(flow), relativeGap: PEAK_GAP }),
    'peak',
  );
  const gainsNothing = found.objective >= leastMovedPeak - EPSILON;
  const isWorthless = target === null && gainsNothing && bound < leastMovedPeak - EPSILON;
  if (!isWorthless) return found;
  // Within the gap nothing was gained, though something may be: search on for any gain at all.
  const options: SolverOptions = {
    ...simplifying(flow),
    relativeGap: 0,
    absoluteGap: EPSILON,
    maxNodes: MAX_NODES,
    start: found.values,
  };
  return solved(solver(model.whole(stage, limits), options), 'peak');
}

/** A plan of the lowest peak, or of the target, that whole numbers allow. */
function peakOfWhole(search: Search): { values: Float64Array; peak: number } {
  const { problem, flow, model, solver, limits, bound, target, leastMovedPeak } = search;
  const isCapped = model.caps.length > 0;
  const hidesGain = bound * (1 + PEAK_GAP) >= leastMovedPeak && bound < leastMovedPeak - EPSILON;
  if (isSmall(flow) || (!isCapped && hidesGain)) {
    const { values, objective } = lowestPeak(search);
    return { values, peak: objective };
  }
  const stairs = createStaircase({ problem, flow, model, solver, limits, gap: PEAK_GAP, close: PEAK_GAP });
  const atTarget = target !== null && target >= bound ? stairs.fewest(target) : null;
  const { counts, peak } =
    atTarget ?? stairs.lowest(problem.maxMoves === null ? null : (limits[0] ?? null)).step;
  return { values: model.complete(counts), peak: Math.max(peak, target ?? 0) };
}

/** The whole model, peak first: slower, and always with an answer. */
function searchWhole(search: Search, onStep: OnStep): Float64Array {
  const { flow, model, solver, limits } = search;
  onStep('Searching for the lowest peak', 0.4);
  const { values: start, peak } = peakOfWhole(search);
  const options: SolverOptions = {
    ...simplifying(flow),
    relativeGap: 0.005,
    absoluteGap: 0.1,
    maxNodes: MAX_NODES,
  };
  const limit = peak + EPSILON;
  onStep('Evening out the months', 0.6);
  const even = solver(model.whole({ name: 'evenness', peak: limit }, limits), {
    ...options,
    start: model.complete(start),
  });
  if (even.status !== 'solved') return start;
  onStep('Keeping moves to the least', 0.8);
  const least = solver(
    model.whole(
      {
        name: 'disturbance',
        peak: limit,
        excess: even.objective * (1 + EVENNESS_TOLERANCE) + EPSILON,
      },
      limits,
    ),
    { ...options, start: even.values },
  );
  return least.status === 'solved' ? least.values : even.values;
}

/** The limits of the caps, widened as little as may be where no plan holds them. */
export function limitsOf(
  model: LevellingModel,
  solver: Solver,
): { limits: number[]; capsNotHeld: CapNotHeld[] } {
  const { caps, overrunColumn } = model;
  if (caps.length === 0) return { limits: [], capsNotHeld: [] };
  const { values } = solved(solver(model.whole({ name: 'overrun' }), { absoluteGap: 0.5 }), 'overrun');
  const limits = caps.map(({ limit }, index) => limit + Math.round(values[overrunColumn + index] ?? 0));
  const capsNotHeld = caps.flatMap((cap, index) => {
    const atLeast = limits[index] ?? cap.limit;
    return atLeast > cap.limit ? [{ cap, atLeast }] : [];
  });
  return { limits, capsNotHeld };
}

/** How much each month's load weighs in the bound: together 1, where any load sets it. */
function proofOf(problem: Problem, model: LevellingModel, duals: Float64Array | null): Proof {
  const dual = (row: number): number => Math.max(0, -(duals?.[row] ?? 0));
  return {
    weights: model.loadRows.map((row, month) =>
      row === null ? 0 : dual(row) * (problem.capacity[month] ?? 0),
    ),
    capPrices: model.caps.map((_, index) => dual(model.capRow + index)),
  };
}

/**
 * Solves the stages in turn.
 *
 * @param before load per month when nothing is moved, hours
 * @param leastMovedPeak highest utilisation of the plan that moves only what it must
 * @param pinned the plan that pins alone make, where some move work: taken without a search when it is as good
 */
export function solveStages(
  problem: Problem,
  flow: Flow,
  solver: Solver,
  before: readonly number[],
  leastMovedPeak: number,
  onStep: OnStep = () => undefined,
  pinned: Pinned | null = null,
): StageResult {
  const { target } = problem;
  const mean = sum(before) / sum(problem.capacity);
  const model = buildModel(problem, flow, target === null ? mean : Math.max(mean, target));

  onStep('Proving the lowest peak', 0.1);
  const { limits, capsNotHeld } = limitsOf(model, solver);
  const { objective: bound, duals } = solved(solver(model.relaxed({ name: 'bound' }, limits)), 'bound');
  const proven = { bound, proof: proofOf(problem, model, duals), capsNotHeld };
  const grain = grainOf(problem);
  const search: Search = { problem, flow, model, solver, limits, bound, target, leastMovedPeak, grain };

  // A target below the bound is out of reach; the lowest peak is then the best that can be done for it.
  const allowed = target !== null && target >= bound ? target : bound * (1 + PEAK_GAP);
  if (pinned && pinned.peak <= allowed + EPSILON) {
    const peak = Math.max(bound, pinned.peak) + EPSILON;
    const even = solved(solver(model.relaxed({ name: 'evenness', peak }, limits)), 'evenness').objective;
    const isEven = pinned.excess <= even * (1 + EVENNESS_TOLERANCE) + pinned.slack;
    if (isEven) return { ...proven, counts: [], isPinnedEnough: true };
  }
  // Where the gap would hide a gain, only the search of the peak itself will do.
  const hidesGain = target === null && allowed >= leastMovedPeak && bound < leastMovedPeak - EPSILON;
  const near = hidesGain || isSmall(flow) ? null : nearRelaxed(search, allowed + EPSILON, onStep);
  const values = near ?? searchWhole(search, onStep);
  const counts = flow.arcs.map((_, arc) => Math.round(values[arc] ?? 0));
  return { ...proven, counts, isPinnedEnough: false };
}
