/** The middle path of a forecast: one number of cases for each month, team and level. */
import type { Range } from '#shared/domain/forecast.ts';
import { sum } from '../../sum.ts';

function meanOf(cells: Int32Array, runs: number): Float64Array {
  const mean = new Float64Array(cells.length / runs);
  for (let run = 0; run < runs; run++) {
    const from = run * mean.length;
    for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (cells[from + at] ?? 0);
  }
  return mean.map((total) => total / runs);
}

/**
 * The force's median, shared out over teams and levels as in the mean of the runs. Medians of teams would not add up to
 * the force's.
 *
 * @param cells cases at the end of each month: `(run × months + month) × cells + cell`
 * @returns `month × cells + cell`
 */
export function middleOf(cells: Int32Array, runs: number, force: Pick<Range, 'median'>): Float64Array {
  const mean = meanOf(cells, runs);
  const size = mean.length / force.median.length;
  for (const [month, median] of force.median.entries()) {
    const own = mean.subarray(month * size, (month + 1) * size);
    const total = sum(own);
    if (total > 0) own.forEach((count, cell) => (own[cell] = (count * median) / total));
  }
  return mean;
}
