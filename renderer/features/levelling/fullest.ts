import type { Demand } from '#shared/contract/demand.ts';
import type { Month } from '#shared/domain/dates.ts';

export type FullestMonth = { team: string; cases: number; month: Month | null; utilisation: number | null };

/** Each team with its fullest month; the fullest team first, those without capacity last. */
export function fullest(demand: Demand): FullestMonth[] {
  return demand.teams
    .flatMap(({ team, cases, utilisation }) => {
      if (team === null) return [];
      const shares: Array<number | null> = utilisation;
      const known = shares.filter((share) => share !== null);
      const highest = known.length === 0 ? null : Math.max(...known);
      const month = highest === null ? null : (demand.months[shares.indexOf(highest)] ?? null);
      return [{ team, cases, month, utilisation: highest }];
    })
    .sort((a, b) => (b.utilisation ?? -1) - (a.utilisation ?? -1) || a.team.localeCompare(b.team));
}
