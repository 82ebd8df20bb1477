/** The simulated futures that all scenarios rest on: run once, by team and risk level, and kept. */
import { risks, type SnapshotFacts } from '../forecast/cases/facts.ts';
import { project } from '../forecast/cases/project.ts';
import { quantile } from '../forecast/cases/ranges.ts';

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
  /** Mean of the runs: `month × cells + cell`. The middle path: additive, so that teams add up to the force. */
  mean: Float64Array;
  /** Yearly growth, beyond the middle path's, that leads to the ends of the 80 % range at the last month. */
  growth: { low: number; high: number };
};

function meanOf(cells: Int32Array, runs: number): Float64Array {
  const mean = new Float64Array(cells.length / runs);
  for (let run = 0; run < runs; run++) {
    const from = run * mean.length;
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (cells[from + at] ?? 0);
  }
  return mean.map((total) => total / runs);
}

function growthOf(force: Int32Array, months: number, runs: number): Futures['growth'] {
  const last = new Float64Array(runs);
  for (let run = 0; run < runs; run++) last[run] = force[run * months + months - 1] ?? 0;
  last.sort();
  const mean = last.reduce((total, count) => total + count, 0) / runs;
  const yearly = (count: number): number => (mean > 0 ? (count / mean) ** (12 / months) - 1 : 0);
  return { low: yearly(quantile(last, 0.1)), high: yearly(quantile(last, 0.9)) };
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
  return {
    teams: teams.names,
    months,
    runs,
    seed,
    cells,
    mean: meanOf(cells, runs),
    growth: growthOf(outcomes.force, months, runs),
  };
}

/** Levels in each team's cells. */
export const LEVELS = risks.length;
