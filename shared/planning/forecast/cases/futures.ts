/** The simulated futures that demand ahead and all scenarios rest on: run once, by team and risk level, and kept. */
import type { Range } from '#shared/domain/forecast.ts';
import { risks, type SnapshotFacts } from './facts.ts';
import { project } from './project.ts';
import { middleOf } from './middle.ts';
import { rangeOf } from './ranges.ts';
import { sum } from '../../sum.ts';

/** Months that scenarios look ahead. */
export const SCENARIO_MONTHS = 60;

export type Futures = {
  /** Teams of the newest snapshot, in the order of the cells. */
  teams: string[];
  months: number;
  runs: number;
  seed: number;
  /** Cases at the end of each month: `(run × months + month) × cells + cell`, a cell being `team × levels + level`. */
  cells: Int32Array;
  /** The middle path, `month × cells + cell`: see {@link middleOf}. */
  middle: Float64Array;
  /** Expected joiners of each month, `month × cells + cell`. */
  joiners: Float64Array;
  /** Yearly growth, beyond the middle path's, that leads to the ends of the force's 80 % range at the last month. */
  growth: { low: number; high: number };
};

/** The simulation counts joiners by cell and month; here a month's cells lie side by side, as all else does. */
const byMonth = (joiners: Float64Array, months: number): Float64Array => {
  const cells = joiners.length / months;
  return joiners.map((_, at) => joiners[(at % cells) * months + Math.floor(at / cells)] ?? 0);
};

function growthOf({ median, low, high }: Range): Futures['growth'] {
  const last = median.at(-1) ?? 0;
  const yearly = (count: number): number => (last > 0 ? (count / last) ** (12 / median.length) - 1 : 0);
  return { low: yearly(low.at(-1) ?? 0), high: yearly(high.at(-1) ?? 0) };
}

export type FuturesInput = {
  /** Oldest first; the last is the one that scenarios start from. At least one. */
  snapshots: readonly SnapshotFacts[];
  months: number;
  runs: number;
  seed: number;
  onStep?: (share: number) => void;
};

/** @throws RangeError without a snapshot */
export function simulateFutures({ snapshots, months, runs, seed, onStep }: FuturesInput): Futures {
  const { teams, outcomes } = project({
    snapshots,
    months,
    runs,
    seed,
    keepsCells: true,
    ...(onStep && { onStep }),
  });
  const cells = outcomes.cells ?? new Int32Array(0);
  const force = rangeOf(outcomes.force, months);
  return {
    teams: teams.names,
    months,
    runs,
    seed,
    cells,
    middle: middleOf(cells, runs, force),
    joiners: byMonth(outcomes.joiners, months),
    growth: growthOf(force),
  };
}

/**
 * The same futures with an earlier end. A path does not know how long it is looked at, so nothing is simulated anew.
 *
 * @param months at most as many as there are
 */
export function shortened(futures: Futures, months: number): Futures {
  const { runs, cells } = futures;
  const size = futures.middle.length / futures.months;
  const kept = new Int32Array(runs * months * size);
  const force = new Int32Array(runs * months);
  for (let run = 0; run < runs; run++) {
    const from = run * futures.months * size;
    kept.set(cells.subarray(from, from + months * size), run * months * size);
  }
  for (let at = 0; at < force.length; at++) force[at] = sum(kept.subarray(at * size, (at + 1) * size));
  return {
    ...futures,
    months,
    cells: kept,
    middle: futures.middle.slice(0, months * size),
    joiners: futures.joiners.slice(0, months * size),
    growth: growthOf(rangeOf(force, months)),
  };
}

/** Levels in each team's cells. */
export const LEVELS = risks.length;
