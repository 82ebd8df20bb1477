import { USUAL_RUNS, USUAL_SEED } from '#shared/domain/forecast.ts';
import { forecastTotals } from '#shared/planning/forecast/totals/forecast-totals.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { readYearCounts } from '../import/year-counts.ts';
import { historyOf, readHistory } from './case-history.ts';
import { runFor } from './plan-task.ts';

const YEARS = 5;
type Names = 'forecast.cases' | 'forecast.totals';

export const forecastHandlers: HandlersOf<Names> = {
  async 'forecast.cases'(input, { engine, job }) {
    const workspace = engine.session.workspace();
    const history = await workspace.read((store) => historyOf(store, input.snapshotId));
    const snapshots = await readHistory(workspace, history, job, 0.3);
    const { years = YEARS, runs = USUAL_RUNS, seed = USUAL_SEED } = input;
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
