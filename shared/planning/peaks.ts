/** Peak months of a team (planning §2). */
import type { Peak, PeakTest } from '#shared/domain/demand.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { utilisation, type Utilisation } from '#shared/domain/units.ts';
import { MEAN_MONTHS } from './load.ts';
import { explainPeak, indexWork, type PeakFacts } from './peak-causes.ts';

/** Sums of hours are rounded in the last digits: what differs by less than this is equal. */
const EXACT = 1e-9;

/** Utilisation per month: load ÷ capacity; null in a month without capacity. */
export const utilisationOf = (
  load: readonly number[],
  capacity: readonly number[],
): Array<Utilisation | null> =>
  load.map((value, month) => {
    const room = capacity[month] ?? 0;
    return room > 0 ? utilisation(value / room) : null;
  });

/** Mean over months 0 to 11, months without capacity left out; null when none has any. */
export function meanUtilisation(values: ReadonlyArray<number | null>): Utilisation | null {
  const known = values.slice(0, MEAN_MONTHS).filter((value) => value !== null);
  return known.length === 0
    ? null
    : utilisation(known.reduce((total, value) => total + value, 0) / known.length);
}

/**
 * The months that are peaks, each with its causes: over capacity, or at least the given share above the mean of
 * months 0 to 11. A month without capacity has no utilisation and is no peak here.
 */
export function findPeaks(
  input: PeakFacts & { thresholds: Pick<Settings, 'peakOverCapacity' | 'peakAboveMean'> },
): Peak[] {
  const { months, load, capacity, thresholds } = input;
  const index = indexWork(input);
  const values = utilisationOf(load, capacity);
  const mean = meanUtilisation(values);
  return months.flatMap((month, number): Peak[] => {
    const value = values[number] ?? null;
    if (value === null || mean === null) return [];
    const tests: PeakTest[] = [];
    if (value > thresholds.peakOverCapacity + EXACT) tests.push('over-capacity');
    if (mean > 0 && value >= (1 + thresholds.peakAboveMean) * mean - EXACT) tests.push('above-mean');
    return tests.length === 0
      ? []
      : [{ month, utilisation: value, tests, because: explainPeak(index, number) }];
  });
}
