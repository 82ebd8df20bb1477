/**
 * The lowest peak that so many moves can bring, found and proven. As moves are added the lowest peak comes
 * down in steps. Without whole numbers the steps are a line below them, quick to compute: the relaxed bound.
 * Where it leaves more than the gap, peaks between the two are tried in turn: is there a plan at this peak
 * with no more moves? Yes gives a better plan, no a proof. At a given peak the hours of a month round down to
 * whole occurrences, which is why such questions are answered quickly where searching for the peak is not.
 */
import type { Problem } from '#shared/domain/problem.ts';
import { movesIn, movingArcs } from './caps.ts';
import type { Flow } from './flow.ts';
import type { LevellingModel } from './model.ts';
import { EPSILON } from './search.ts';
import type { Basis, Solver } from './solver.ts';

type Step = {
  /** Chains that take each arc of the flow. */
  counts: number[];
  peak: number;
  moves: number;
};

/** The lowest peak found, and what no plan with as many moves goes below. */
export type Lowest = { step: Step; bound: number };

export type Staircase = {
  /** The relaxed bound with at most so many moves; null where there is no such plan. */
  relaxedBound(moves: number | null): number | null;
  /** @throws Error where no plan holds the caps */
  lowest(moves: number | null): Lowest;
  /** The fewest moves that bring the peak that low; null where none can be found. */
  fewest(peak: number): Step | null;
};

type Context = {
  problem: Problem;
  flow: Flow;
  model: LevellingModel;
  solver: Solver;
  /** Limits of the model's caps. The first is that on all moves where moves are asked for by number. */
  limits: readonly number[];
  /** (peak − bound) ÷ bound at which a step is good enough. */
  gap: number;
  /** The same at which it is looked for first: mostly it is there, and otherwise that is told quickly. */
  close: number;
};

/** At a given peak a search is answered quickly; twice as far as the others it may go. */
const MAX_NODES = 200;
/** A plan with so few more moves than the fewest will do; proving the last of them takes longest. */
const FEWEST_GAP = 0.03;

/** Highest load ÷ capacity of a solution. */
function peakOfCounts({ problem, flow }: Context, counts: readonly number[]): number {
  const load = problem.fixed.map(Number);
  for (const [index, { node, month }] of flow.arcs.entries()) {
    const chain = flow.groups[flow.nodes[node]?.group ?? -1]?.sample;
    if (chain) load[month] = (load[month] ?? 0) + chain.hours * (counts[index] ?? 0);
  }
  return problem.capacity.reduce(
    (peak, available, month) => (available > 0 ? Math.max(peak, (load[month] ?? 0) / available) : peak),
    0,
  );
}

/** Peaks that no plan with at most `moves` reaches. */
type OutOfReach = ReadonlyArray<{ moves: number; peak: number }>;

/** What no plan with as many moves goes below: the relaxed bound, or a peak found out of reach. */
const proven = (outOfReach: OutOfReach, moves: number | null, relaxed: number): number =>
  outOfReach.reduce(
    (bound, one) => (one.moves >= (moves ?? Infinity) ? Math.max(bound, one.peak) : bound),
    relaxed,
  );

/** The lowest of the steps with no more moves. */
const best = (steps: readonly Step[], moves: number | null): Step | undefined =>
  steps.reduce<Step | undefined>(
    (found, step) => (step.moves <= (moves ?? Infinity) && (!found || step.peak < found.peak) ? step : found),
    undefined,
  );

/** Peaks against moves of one problem. What is found for one number of moves is known to the questions after it. */
export function createStaircase(context: Context): Staircase {
  const { flow, model, solver, limits, gap, close } = context;
  const moving = movingArcs(flow);
  const steps: Step[] = [];
  const outOfReach: Array<OutOfReach[number]> = [];
  const bounds = new Map<number | null, number | null>();
  let basis: Basis | null = null;

  const limitsFor = (moves: number | null): readonly number[] =>
    moves === null ? limits : [moves, ...limits.slice(1)];

  function know(values: ArrayLike<number>): Step {
    const counts = flow.arcs.map((_, arc) => Math.round(values[arc] ?? 0));
    const step = { counts, peak: peakOfCounts(context, counts), moves: movesIn(moving, counts) };
    steps.push(step);
    return step;
  }

  function relaxedBound(moves: number | null): number | null {
    const known = bounds.get(moves);
    if (known !== undefined) return known;
    const found = solver(
      model.relaxed({ name: 'bound' }, limitsFor(moves)),
      basis ? { basis } : { simplifies: true },
    );
    const bound = found.status === 'solved' ? found.objective : null;
    if (found.status === 'solved') basis = found.basis;
    bounds.set(moves, bound);
    return bound;
  }

  /** Looks for a plan at that peak with at most so many moves, and the fewest of those. */
  function ask(peak: number, moves: number | null): Step | 'none' | 'not-found' {
    const found = solver(model.whole({ name: 'fewest-moves', peak }, limitsFor(moves)), {
      relativeGap: FEWEST_GAP,
      absoluteGap: 0.9,
      maxNodes: MAX_NODES,
    });
    if (found.status === 'solved') return know(found.values);
    if (found.status === 'not-found') return 'not-found';
    outOfReach.push({ moves: moves ?? Infinity, peak });
    return 'none';
  }

  function lowest(moves: number | null): Lowest {
    const relaxed = relaxedBound(moves);
    if (relaxed === null) throw new Error('No plan holds the caps, though they were widened until one does.');
    const bound = (): number => proven(outOfReach, moves, relaxed);
    let floor = bound();
    // With any number of moves a close peak takes long to find, and nobody picks it for its last per mille.
    let within = moves === null ? gap : close;
    let stride = 1 + within;
    for (;;) {
      const found = best(steps, moves);
      if (found && found.peak <= floor * (1 + within) + EPSILON) return { step: found, bound: bound() };
      const ahead = floor * stride + EPSILON;
      const peak = found ? Math.min(ahead, Math.sqrt(floor * found.peak)) : ahead;
      if (found && peak <= floor + EPSILON) return { step: found, bound: bound() };
      if (typeof ask(peak, moves) === 'string') {
        floor = Math.max(peak, bound());
        stride = within < gap ? 1 + gap : stride ** 2;
        within = gap;
      }
    }
  }

  function fewest(peak: number): Step | null {
    const relaxed = solver(model.relaxed({ name: 'fewest-moves', peak }, limits));
    if (relaxed.status !== 'solved') return null;
    const atLeast = Math.ceil(relaxed.objective - 1e-6);
    // Told a number of moves not far off, the solver answers far sooner than left to find it.
    for (const more of [2, 8, null]) {
      const found = ask(peak, more === null ? null : atLeast + more);
      if (typeof found !== 'string') return found;
    }
    return null;
  }

  return { relaxedBound, lowest, fewest };
}
