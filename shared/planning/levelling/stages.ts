/**
 * The four stages of planning §3: bound, peak, evenness, least disturbance.
 *
 * The bound is solved as it stands and is proven. Evenness and disturbance are solved without whole numbers,
 * at a peak a hair above the bound, which is quick and gives their true lower limits. The plan is then the
 * best whole-numbered one near that solution whose peak is within 0.45 % of the bound (`near-relaxed.ts`). Where there
 * is none, and for small problems, the whole model is searched, peak first (`whole-search.ts`).
 */
import type { Problem } from '#shared/domain/problem.ts';
import { sum } from '../sum.ts';
import type { Cap } from './caps.ts';
import type { Flow } from './flow.ts';
import { buildModel, type LevellingModel } from './model.ts';
import { nearRelaxed } from './near-relaxed.ts';
import {
  EPSILON,
  EVENNESS_TOLERANCE,
  gapHidesGain,
  grainOf,
  isSmall,
  PEAK_GAP,
  solved,
  type OnStep,
  type Search,
} from './search.ts';
import type { Solver } from './solver.ts';
import { searchWhole } from './whole-search.ts';

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
  const isHidden = target === null && gapHidesGain(search);
  const near = isHidden || isSmall(flow) ? null : nearRelaxed(search, allowed + EPSILON, onStep);
  const values = near ?? searchWhole(search, onStep);
  const counts = flow.arcs.map((_, arc) => Math.round(values[arc] ?? 0));
  return { ...proven, counts, isPinnedEnough: false };
}
