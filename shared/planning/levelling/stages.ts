/**
 * The four stages of planning §3: bound, peak, evenness, least disturbance.
 *
 * The bound and the peak are solved as they stand. Evenness and disturbance are solved without whole numbers,
 * which gives their true lower limits at once; the answer is then the best whole-numbered plan among those
 * that round that solution up or down, arc by arc. A flow has few fractions, so this is quick and loses less
 * than 1 %. Where no rounding keeps the peak, the whole model is searched from the plan that stage two found.
 */
import type { Problem } from '#shared/domain/plan.ts';
import type { Flow } from './flow.ts';
import { buildModel, type LevellingModel, type Stage } from './model.ts';
import type { LinearModel, Solution, Solver, SolverOptions } from './solver.ts';

export type StageResult = {
  /** Proven: no plan has a lower peak. */
  bound: number;
  /** Chains that take each arc of the flow. */
  counts: number[];
};

export type OnStep = (step: string, progress: number) => void;

/** Half of the 0.5 % that planning §3 allows, so that rounding can never use it up. */
const PEAK_GAP = 0.0025;
const EVENNESS_TOLERANCE = 0.01;
/** How many occurrences' hours rounding may add to the excess, tried in turn. */
const ROUNDING_SLACK = [0, 1, 2, 4, 8, 16];
/** Up to this many arcs the whole model is quick, and a single occurrence too much to give away. */
const SMALL = 400;
const MAX_NODES = 500;
const EPSILON = 1e-7;

type Solved = Extract<Solution, { status: 'solved' }>;

function solved(solution: Solution, stage: string): Solved {
  if (solution.status === 'solved') return solution;
  throw new Error(`The stage "${stage}" has no solution, though leaving everything unmoved is one.`);
}

const relaxed = (model: LinearModel): LinearModel => ({ ...model, isInteger: null });

/** The model with every arc held between its value rounded down and rounded up. */
function roundedAround(model: LinearModel, values: Float64Array): LinearModel {
  const isArc = (column: number): boolean => model.isInteger?.[column] === true;
  return {
    ...model,
    lower: model.lower.map((low, column) => (isArc(column) ? Math.floor((values[column] ?? 0) + 1e-6) : low)),
    upper: model.upper.map((high, column) =>
      isArc(column) ? Math.ceil((values[column] ?? 0) - 1e-6) : high,
    ),
  };
}

type Search = {
  model: LevellingModel;
  solver: Solver;
  bound: number;
  /** Columns of a whole-numbered plan that reaches the peak. */
  start: Float64Array;
  peak: number;
  /** Hours of the longest occurrence: what rounding one chain can cost. */
  grain: number;
};

function lowestPeak(
  model: LevellingModel,
  solver: Solver,
  bound: number,
  target: number | null,
  leastMovedPeak: number,
): Solved {
  const stage: Stage = {
    name: 'peak',
    atLeast: target ?? 0,
    atMost: Math.max(target ?? 0, leastMovedPeak) + EPSILON,
  };
  const found = solved(solver(model.forStage(stage), { relativeGap: PEAK_GAP }), 'peak');
  const gainsNothing = found.objective >= leastMovedPeak - EPSILON;
  const isWorthless = target === null && gainsNothing && bound < leastMovedPeak - EPSILON;
  if (!isWorthless) return found;
  // Within the gap nothing was gained, though something may be: search on for any gain at all.
  const options: SolverOptions = {
    relativeGap: 0,
    absoluteGap: EPSILON,
    maxNodes: MAX_NODES,
    start: found.values,
  };
  return solved(solver(model.forStage(stage), options), 'peak');
}

function leastDisturbance(search: Search, onStep: OnStep): Float64Array {
  const { model, solver, bound, peak, grain } = search;
  // A little below the peak allowed, so that rounding has room.
  const aim = bound + (peak - bound) * 0.3;
  const limit = peak + EPSILON;
  onStep('Evening out the months', 0.5);
  const evenness = solved(
    solver(relaxed(model.forStage({ name: 'evenness', peak: aim }))),
    'evenness',
  ).objective;
  onStep('Keeping moves to the least', 0.7);
  const isSmall = model.peakColumn <= SMALL;
  for (const slack of isSmall ? [] : ROUNDING_SLACK) {
    const smooth = solver(
      relaxed(
        model.forStage({
          name: 'disturbance',
          peak: aim + EPSILON,
          excess: evenness * (1 + EVENNESS_TOLERANCE / 2) + (slack * grain) / 2,
        }),
      ),
    );
    const excess = evenness * (1 + EVENNESS_TOLERANCE) + slack * grain;
    const rounded = solver(
      roundedAround(
        model.forStage({ name: 'disturbance', peak: limit, excess }),
        solved(smooth, 'disturbance').values,
      ),
      { relativeGap: 0.005, absoluteGap: 0.5, maxNodes: MAX_NODES },
    );
    if (rounded.status === 'solved') return rounded.values;
  }
  return searchFromPeak(search, evenness);
}

/** The whole model, from the plan of stage two: slower, and always with an answer. */
function searchFromPeak({ model, solver, start, peak }: Search, evenness: number): Float64Array {
  const options: SolverOptions = { relativeGap: 0.005, absoluteGap: 0.1, maxNodes: MAX_NODES };
  const limit = peak + EPSILON;
  const even = solver(model.forStage({ name: 'evenness', peak: limit }), { ...options, start });
  if (even.status === 'infeasible') return start;
  const excess = Math.max(even.objective, evenness) * (1 + EVENNESS_TOLERANCE) + EPSILON;
  const least = solver(model.forStage({ name: 'disturbance', peak: limit, excess }), {
    ...options,
    start: even.values,
  });
  return least.status === 'solved' ? least.values : even.values;
}

/**
 * Solves the stages in turn.
 *
 * @param before load per month when nothing is moved, hours
 * @param leastMovedPeak highest utilisation of the plan that moves only what it must
 */
export function solveStages(
  problem: Problem,
  flow: Flow,
  solver: Solver,
  before: readonly number[],
  leastMovedPeak: number,
  onStep: OnStep = () => undefined,
): StageResult {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const mean = sum(before) / sum(problem.capacity);
  const level = problem.target === null ? mean : Math.max(mean, problem.target);
  const model = buildModel(problem, flow, level);

  onStep('Proving the lowest peak', 0.1);
  const bound = solved(solver(model.forStage({ name: 'bound' })), 'bound').objective;
  onStep('Finding a plan that reaches it', 0.2);
  const { values: start, objective: peak } = lowestPeak(model, solver, bound, problem.target, leastMovedPeak);
  const grain = Math.max(1, ...problem.chains.map((chain) => chain.hours));
  const values = leastDisturbance({ model, solver, bound, start, peak, grain }, onStep);
  return { bound, counts: flow.arcs.map((_, arc) => Math.round(values[arc] ?? 0)) };
}
