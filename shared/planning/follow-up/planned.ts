/** Demand as accepted plans leave it: the moves that stand replayed over what a snapshot's cases owe. */
import type { CaseRecord, RiskLevel } from '#shared/domain/case.ts';
import { monthsBetween, monthZero, type IsoDate } from '#shared/domain/dates.ts';
import type { DemandOfTeam, PlannedDemand, TeamDemand } from '#shared/domain/demand.ts';
import { byOutcome, type Outcome } from '#shared/domain/follow-up.ts';
import type { Move } from '#shared/domain/plan.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { addUp } from '../demand/load.ts';
import { utilisationOf } from '../demand/peaks.ts';
import { chainsOf, loadOf, replayMoves } from '../rollout.ts';
import { sum } from '../sum.ts';

/** A plan as it is laid over a snapshot. */
export type LaidPlan = {
  planId: number;
  /** As-at date of the snapshot the plan was made from. */
  asAt: IsoDate;
  /** What became of its moves, up to the snapshot it is laid over. */
  counts: Record<Outcome, number>;
  /** Those that stand. */
  moves: readonly Move[];
  standards: Standards;
  unassessedAs: RiskLevel;
};

const withUtilisation = (
  plan: Pick<PlannedDemand, 'planId' | 'asAt' | 'counts'>,
  loadByDuty: Record<string, Hours[]>,
  capacity: readonly Hours[],
): PlannedDemand => {
  const { planId, asAt, counts } = plan;
  const load = addUp(Object.values(loadByDuty), capacity.length).map(hours);
  return { planId, asAt, counts, load, loadByDuty, utilisation: utilisationOf(load, capacity) };
};

/**
 * Offender managers' load of a team as its plan leaves it. A move is made where the case still owes the work in the
 * month it was moved from.
 *
 * @param cases the team's cases in the snapshot that the plan is laid over
 * @param asAt of that snapshot: the plan's own, or a later one
 * @param capacity of the months shown from month 0 of that snapshot, which may be more or fewer than the plan's
 */
export function plannedDemand(
  laid: LaidPlan,
  cases: readonly CaseRecord[],
  asAt: IsoDate,
  capacity: readonly Hours[],
): PlannedDemand {
  const { standards, unassessedAs } = laid;
  const own = standards.duties.filter((duty) => duty.hoursOf === 'offender-manager');
  const keys = new Set(own.map((duty) => duty.key));
  const chains = chainsOf(cases, { standards, unassessedAs, asAt }).filter((chain) => keys.has(chain.duty));
  const months = capacity.length;
  const since = monthsBetween(monthZero(laid.asAt), monthZero(asAt));
  const occurrences = replayMoves(chains, months, laid.moves, since);
  const loadByDuty = Object.fromEntries(
    own.map(({ key }) => {
      const ofDuty = occurrences.filter(({ chain }) => chains[chain]?.duty === key);
      return [key, loadOf(chains, ofDuty, months).map(hours)];
    }),
  );
  return withUtilisation(laid, loadByDuty, capacity);
}

/**
 * The force with every team's plan: teams without one as they stand. It is named after the newest of the plans, and
 * counts the moves of all.
 *
 * @returns null where no team has a plan
 */
export function plannedForce(force: TeamDemand, teams: readonly DemandOfTeam[]): PlannedDemand | null {
  const plans = teams.flatMap(({ planned }) => planned ?? []).sort((a, b) => b.planId - a.planId);
  const [newest] = plans;
  if (!newest) return null;
  const counts = byOutcome((outcome) => sum(plans.map((plan) => plan.counts[outcome])));
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
  return withUtilisation({ ...newest, counts }, loadByDuty, force.capacity);
}
