/** What the searches for a plan share: the problem as a model, how far from the best a plan may be, and the solver's answers. */
import type { Problem } from '#shared/domain/problem.ts';
import type { Flow } from './flow.ts';
import type { LevellingModel } from './model.ts';
import type { Solution, Solver, SolverOptions } from './solver.ts';

export type OnStep = (step: string, progress: number) => void;

/** What a plan's peak may lie above the bound: just inside the 0.5 % of planning §3. */
export const PEAK_GAP = 0.0045;
/** By what share a plan may be less even than the evenest. */
export const EVENNESS_TOLERANCE = 0.01;
/** Up to this many arcs the whole model is quick, and a single occurrence too much to give away. */
const SMALL = 400;
/** Whether the whole model is small enough to be searched to its end. */
export const isSmall = ({ arcs }: Flow): boolean => arcs.length <= SMALL;
/**
 * Simplifying a small model gains little, and the solver has been seen to simplify the best plan away and to prove a
 * worse one the best (the example of `optimum.test.ts`).
 */
export const simplifying = (flow: Flow): SolverOptions => (isSmall(flow) ? { simplifies: false } : {});
export const MAX_NODES = 100;
export const EPSILON = 1e-7;

export type Solved = Extract<Solution, { status: 'solved' }>;

/** @throws Error where a stage has no solution, which cannot be: leaving everything unmoved is one */
export function solved(solution: Solution, stage: string): Solved {
  if (solution.status === 'solved') return solution;
  throw new Error(`The stage "${stage}" has no solution, though leaving everything unmoved is one.`);
}

export type Search = {
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

/** True where plans within the gap gain nothing, though a better one may. */
export const gapHidesGain = ({ bound, leastMovedPeak }: Search): boolean =>
  bound * (1 + PEAK_GAP) >= leastMovedPeak && bound < leastMovedPeak - EPSILON;
