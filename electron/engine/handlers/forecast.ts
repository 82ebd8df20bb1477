import type { Snapshot } from '#shared/contract/imports.ts';
import { monthOf } from '#shared/domain/dates.ts';
import { monthsApart, type SnapshotFacts } from '#shared/planning/forecast/cases/facts.ts';
import { forecastTotals } from '#shared/planning/forecast/totals/forecast-totals.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { readYearCounts } from '../import/year-counts.ts';
import { readCaseFacts } from '../store/case-facts.ts';
import { snapshotsWithCases } from '../store/snapshots.ts';
import { runFor } from './plan-task.ts';
import { requireSnapshot } from './situation.ts';

const YEARS = 5;
const RUNS = 1000;
const SEED = 1;
/** What happened longer ago says little of the next years. */
const HISTORY_MONTHS = 61;

/** The snapshots that rates are estimated from, oldest first: the last of each month up to the one forecast from. */
function historyFor(chosen: Snapshot, held: readonly Snapshot[]): Snapshot[] {
  const byMonth = new Map<string, Snapshot>();
  for (const snapshot of held) {
    const isKnown = snapshot.asAt <= chosen.asAt && monthsApart(snapshot.asAt, chosen.asAt) < HISTORY_MONTHS;
    // Newest first: the first met of a month is its last.
    if (isKnown && !byMonth.has(monthOf(snapshot.asAt))) byMonth.set(monthOf(snapshot.asAt), snapshot);
  }
  return [...byMonth.values()].reverse();
}

type Names = 'forecast.cases' | 'forecast.totals';

export const forecastHandlers: HandlersOf<Names> = {
  async 'forecast.cases'(input, { engine, job }) {
    const workspace = engine.session.workspace();
    const history = await workspace.read(async (store) =>
      historyFor(await requireSnapshot(store, input.snapshotId), await snapshotsWithCases(store)),
    );
    const snapshots: SnapshotFacts[] = [];
    for (const [index, { id, asAt }] of history.entries()) {
      job.signal.throwIfAborted();
      job.progress('Reading the snapshots', (0.3 * index) / history.length);
      // One at a time, so that others get a turn between two.
      const cases = await workspace.read((store) => readCaseFacts(store, id));
      snapshots.push({ asAt, cases });
    }
    const { years = YEARS, runs = RUNS, seed = SEED } = input;
    const task = { kind: 'forecast' as const, snapshots, months: years * 12, runs, seed };
    return runFor(workspace, task, { engine, job });
  },

  async 'forecast.totals'({ csv, rows, years = YEARS }) {
    if ((csv === undefined) === (rows === undefined)) {
      throw new AppError('invalid-input', 'Expected either csv or rows with the yearly counts.');
    }
    const counts = rows ?? (await readYearCounts(csv ?? ''));
    try {
      return forecastTotals(counts, years);
    } catch (error) {
      if (error instanceof RangeError) throw new AppError('invalid-input', error.message);
      throw error;
    }
  },
};
