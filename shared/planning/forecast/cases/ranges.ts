/** Median and ranges of simulated counts. */
import type { Range } from '#shared/domain/forecast.ts';

/** Linear between the two closest values of a sorted list. */
export function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** @param values of each run and month: `run × months + month` */
export function rangeOf(values: Int32Array, months: number): Range {
  const runs = values.length / months;
  const range: Range = { median: [], low: [], high: [], low50: [], high50: [] };
  const column = new Float64Array(runs);
  for (let month = 0; month < months; month++) {
    for (let run = 0; run < runs; run++) column[run] = values[run * months + month] ?? 0;
    column.sort();
    range.median.push(quantile(column, 0.5));
    range.low.push(quantile(column, 0.1));
    range.high.push(quantile(column, 0.9));
    range.low50.push(quantile(column, 0.25));
    range.high50.push(quantile(column, 0.75));
  }
  return range;
}
