import type { Demand } from '#shared/contract/demand.ts';
import { plannedPeak } from '../../view/worn-out.ts';
import { byFullness, fullestMonth, type FullestMonth } from '#shared/planning/demand/peaks.ts';

type TeamFullness = {
  team: string;
  cases: number;
  fullest: FullestMonth | null;
  /** Highest utilisation with the plan in force; null without one. */
  withPlan: number | null;
};

/** Each team with its fullest month; the fullest team first, those whose capacity is not known last. */
export const fullest = ({ teams, months }: Demand): TeamFullness[] =>
  teams
    .flatMap((one): TeamFullness[] =>
      one.team === null
        ? []
        : [
            {
              team: one.team,
              cases: one.cases,
              fullest: fullestMonth(months, one),
              withPlan: one.planned && plannedPeak(one.planned),
            },
          ],
    )
    .sort((a, b) => byFullness(a.fullest, b.fullest) || a.team.localeCompare(b.team));
