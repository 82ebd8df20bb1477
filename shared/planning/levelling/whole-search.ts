/** The search of the whole model, peak first: slower, and always with an answer. */
import type { Stage } from './model.ts';
import {
  EPSILON,
  EVENNESS_TOLERANCE,
  gapHidesGain,
  isSmall,
  MAX_NODES,
  PEAK_GAP,
  simplifying,
  solved,
  type OnStep,
  type Search,
  type Solved,
} from './search.ts';
import type { SolverOptions } from './solver.ts';
import { createStaircase } from './staircase.ts';

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
  const { problem, flow, model, solver, limits, bound, target } = search;
  const isCapped = model.caps.length > 0;
  if (isSmall(flow) || (!isCapped && gapHidesGain(search))) {
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
export function searchWhole(search: Search, onStep: OnStep): Float64Array {
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
