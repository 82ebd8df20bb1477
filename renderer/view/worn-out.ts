/** Plans in force that no longer do what they were accepted for, and whether a new proposal would. */
import type { Demand } from '#shared/contract/demand.ts';
import type { PlannedDemand } from '#shared/domain/demand.ts';

/** Highest utilisation of the months shown, as the plan leaves them. */
export const peakWith = ({ utilisation }: Pick<PlannedDemand, 'utilisation'>): number =>
  utilisation.reduce<number>((most, share) => Math.max(most, share ?? 0), 0);

/** With the plan, accepted on an older snapshot, the team is over capacity all the same. */
export const isWornOut = (
  { asAt, thresholds }: Pick<Demand, 'asAt' | 'thresholds'>,
  planned: PlannedDemand | null,
): boolean => planned !== null && planned.asAt < asAt && peakWith(planned) > thresholds.peakOverCapacity;

/** A proposal's peak is below the one there is, in whole per cent, as both are shown. */
export const isLower = (peakAfter: number | null | undefined, peak: number): peakAfter is number =>
  peakAfter !== null && peakAfter !== undefined && Math.round(peakAfter * 100) < Math.round(peak * 100);
