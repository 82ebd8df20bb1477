/**
 * Whole-numbered plans near the relaxed solution, which is quick to find: first among those that round it; then among
 * those that stray from it by one chain an arc, around what is not whole and then wherever work flows, of which the
 * first found is taken, and the best between it and the relaxed solution.
 */
import {
  EVENNESS_TOLERANCE,
  EPSILON,
  MAX_NODES,
  PEAK_GAP,
  solved,
  type OnStep,
  type Search,
} from './search.ts';
import type { LinearModel, SolverOptions } from './solver.ts';

/** How far below the peak allowed the relaxed stages aim, so that whole numbers have room. */
const ROOM = 0.8 * PEAK_GAP;
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
export function nearRelaxed(search: Search, peak: number, onStep: OnStep): Float64Array | null {
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
