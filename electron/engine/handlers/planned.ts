/** Demand as accepted plans leave it: the moves of a plan replayed over the chains it was made from. */
import type { CaseRecord } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { DemandOfTeam, TeamDemand } from '#shared/domain/demand.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { addUp } from '#shared/planning/load.ts';
import { utilisationOf } from '#shared/planning/peaks.ts';
import { chainsOf, loadOf, replay } from '#shared/planning/rollout.ts';
import type { StoredPlan } from '../store/plans.ts';

type Planned = NonNullable<DemandOfTeam['planned']>;

const withUtilisation = (
  planId: number,
  loadByDuty: Record<string, Hours[]>,
  capacity: readonly Hours[],
): Planned => {
  const load = addUp(Object.values(loadByDuty), capacity.length).map(hours);
  return { planId, load, loadByDuty, utilisation: utilisationOf(load, capacity) };
};

/**
 * @param cases the team's cases in the plan's snapshot
 * @param capacity of the months shown, which may be more or fewer than the plan's
 */
export function plannedDemand(
  stored: StoredPlan,
  cases: readonly CaseRecord[],
  asAt: IsoDate,
  capacity: readonly Hours[],
): Planned {
  const { standards, settings, plan, summary } = stored;
  const own = standards.duties.filter((duty) => duty.hoursOf === 'offender-manager');
  const keys = new Set(own.map((duty) => duty.key));
  const chains = chainsOf(cases, { standards, unassessedAs: settings.unassessedAs, asAt }).filter((chain) =>
    keys.has(chain.duty),
  );
  const months = capacity.length;
  const moved = new Map(plan.moves.map((move) => [`${move.id}@${String(move.dueIndex)}`, move.toIndex]));
  const occurrences = replay(chains, months, (index, due) =>
    moved.get(`${chains[index]?.id ?? ''}@${String(due)}`),
  );
  const loadByDuty = Object.fromEntries(
    own.map(({ key }) => {
      const ofDuty = occurrences.filter(({ chain }) => chains[chain]?.duty === key);
      return [key, loadOf(chains, ofDuty, months).map(hours)];
    }),
  );
  return withUtilisation(summary.id, loadByDuty, capacity);
}

/** The force with every team's plan: teams without one as they stand. Named after the newest of the plans. */
export function plannedForce(force: TeamDemand, teams: readonly DemandOfTeam[]): Planned | null {
  const planIds = teams.flatMap((team) => (team.planned ? [team.planned.planId] : []));
  if (planIds.length === 0) return null;
  const keys = new Set(teams.flatMap((team) => Object.keys((team.planned ?? team).loadByDuty)));
  const loadByDuty = Object.fromEntries(
    [...keys].map((key) => [
      key,
      addUp(
        teams.map((team) => (team.planned ?? team).loadByDuty[key] ?? []),
        force.capacity.length,
      ).map(hours),
    ]),
  );
  return withUtilisation(Math.max(...planIds), loadByDuty, force.capacity);
}
