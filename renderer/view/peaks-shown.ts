import type { Demand } from '#shared/contract/demand.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import { peakMonths } from '#shared/planning/demand/peaks.ts';

/** The peaks of the load shown: unmoved, or as the accepted plan leaves it. None where capacity is not known. */
export function peaksShown(demand: Demand, one: DemandOfTeam, isPlanned: boolean) {
  if (demand.rosterAsAt === null) return [];
  const { load } = isPlanned && one.planned ? one.planned : one;
  return peakMonths({ months: demand.months, load, capacity: one.capacity, thresholds: demand.thresholds });
}
