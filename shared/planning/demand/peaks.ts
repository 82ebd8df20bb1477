/** Peak months of a team (planning §2). */
import type { Month } from '#shared/domain/dates.ts';
import type { DemandOfTeam, Peak, PeakTest } from '#shared/domain/demand.ts';
import type { PeakThresholds } from '#shared/domain/settings.ts';
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

type MonthPeak = Omit<Peak, 'because'>;

/**
 * The months that are peaks, and by which test: over capacity, or at least the given share above the mean of months 0
 * to 11. Work in a month with nobody in post is over capacity and has no utilisation. Capacity must be known: of teams
 * without a roster nothing can be told.
 */
export function peakMonths({
  months,
  load,
  capacity,
  thresholds,
}: Pick<PeakFacts, 'months' | 'load' | 'capacity'> & { thresholds: PeakThresholds }): MonthPeak[] {
  const values = utilisationOf(load, capacity);
  const mean = meanUtilisation(values) ?? 0;
  return months.flatMap((month, number): MonthPeak[] => {
    const value = values[number] ?? null;
    if (value === null) {
      return (load[number] ?? 0) > 0 ? [{ month, utilisation: null, tests: ['over-capacity'] }] : [];
    }
    const tests: PeakTest[] = [];
    if (value > thresholds.peakOverCapacity + EXACT) tests.push('over-capacity');
    if (mean > 0 && value >= (1 + thresholds.peakAboveMean) * mean - EXACT) tests.push('above-mean');
    return tests.length === 0 ? [] : [{ month, utilisation: value, tests }];
  });
}

/** Those of the peaks that are over capacity; the others only stand out from the team's mean. */
export const overCapacity = <P extends Pick<Peak, 'tests'>>(peaks: readonly P[]): P[] =>
  peaks.filter(({ tests }) => tests.includes('over-capacity'));

type Planned = Pick<DemandOfTeam, 'load' | 'capacity' | 'planned'>;

/** The peaks of a load as the work falls due, or as the accepted plan leaves it where there is one. */
export const peaksWith = (
  { months, thresholds }: { months: readonly Month[]; thresholds: PeakThresholds },
  { load, capacity, planned }: Planned,
  isPlanned: boolean,
): MonthPeak[] =>
  peakMonths({ months, load: isPlanned && planned ? planned.load : load, capacity, thresholds });

/** The months that are peaks (`peakMonths`), each with its causes. */
export function findPeaks(input: PeakFacts & { thresholds: PeakThresholds }): Peak[] {
  const index = indexWork(input);
  return peakMonths(input).map((peak) => ({
    ...peak,
    because: explainPeak(index, input.months.indexOf(peak.month)),
  }));
}

/** Utilisation null: work, and nobody in post. */
export type FullestMonth = Pick<Peak, 'month' | 'utilisation'>;

const percentOf = (share: number): number => Math.round(share * 100);

/**
 * The fullest month of a team: the first with work and nobody in post, else the first of the highest utilisation, to
 * the per cent that is shown: of two that read alike the sooner is what there is to act on. Null where capacity is not
 * known.
 *
 * @param months those that `utilisation` goes by
 */
export function fullestMonth(
  months: readonly Month[],
  {
    utilisation: shares,
    peaks,
  }: { utilisation: ReadonlyArray<Utilisation | null>; peaks: readonly FullestMonth[] },
): FullestMonth | null {
  const bare = peaks.find((peak) => peak.utilisation === null);
  if (bare) return { month: bare.month, utilisation: null };
  let fullest: { month: Month; utilisation: Utilisation } | null = null;
  for (const [index, month] of months.entries()) {
    const share = shares[index] ?? null;
    if (share === null) continue;
    if (fullest === null || percentOf(share) > percentOf(fullest.utilisation)) {
      fullest = { month, utilisation: share };
    }
  }
  return fullest;
}

const fullness = (of: FullestMonth | null): number =>
  of === null ? -1 : (of.utilisation ?? Number.MAX_VALUE);

/** Orders months by how full they are: nobody in post first, then the fullest, capacity not known last. */
export const byFullness = (a: FullestMonth | null, b: FullestMonth | null): number =>
  fullness(b) - fullness(a);
