/** Plans in force that no longer do what they were accepted for, and whether a new proposal would. */
import type { Demand } from '#shared/contract/demand.ts';
import type { DemandOfTeam, PlannedDemand } from '#shared/domain/demand.ts';
import { overCapacity, peaksWith } from '#shared/planning/demand/peaks.ts';

/** Highest utilisation of the months shown, as the plan leaves them. */
export const plannedPeak = ({ utilisation }: Pick<PlannedDemand, 'utilisation'>): number =>
  utilisation.reduce<number>((most, share) => Math.max(most, share ?? 0), 0);

/** With the plan, accepted on an older snapshot, the team is over capacity all the same. */
export const isWornOut = (
  demand: Pick<Demand, 'asAt' | 'months' | 'thresholds'>,
  one: Pick<DemandOfTeam, 'load' | 'capacity' | 'planned'>,
): boolean =>
  one.planned !== null &&
  one.planned.asAt < demand.asAt &&
  overCapacity(peaksWith(demand, one, true)).length > 0;

/** A proposal's peak is below the one there is, in whole per cent, as both are shown. */
export const isLower = (peakAfter: number | null | undefined, peak: number): peakAfter is number =>
  peakAfter !== null && peakAfter !== undefined && Math.round(peakAfter * 100) < Math.round(peak * 100);
