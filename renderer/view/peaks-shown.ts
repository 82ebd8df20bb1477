import type { Demand } from '#shared/contract/demand.ts';
import type { DemandOfTeam } from '#shared/domain/demand.ts';
import { peaksWith } from '#shared/planning/demand/peaks.ts';

/** The peaks of the load shown: unmoved, or as the accepted plan leaves it. None where capacity is not known. */
export function peaksShown(demand: Demand, one: DemandOfTeam, isPlanned: boolean) {
  return demand.rosterAsAt === null ? [] : peaksWith(demand, one, isPlanned);
}
