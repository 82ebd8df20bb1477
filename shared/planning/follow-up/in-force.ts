/** Which accepted plan a team works by. */
import { lastDayOf, type IsoDate, type Month } from '#shared/domain/dates.ts';

/** What the rule asks of an accepted plan. */
export type AcceptedPlan = {
  team: string;
  /** As-at date of the snapshot it was made from. */
  asAt: IsoDate;
  /** ISO instant; null for a plan that stands. */
  undoneAt: string | null;
  isPurged: boolean;
  /** Last month of its horizon. */
  lastMonth: Month;
};

/** All months of the plan are past, as at that day. */
export const isPlanOver = ({ lastMonth }: Pick<AcceptedPlan, 'lastMonth'>, day: IsoDate): boolean =>
  lastDayOf(lastMonth) <= day;

/**
 * The plans in force as at a snapshot, at most one a team: the newest made from it or an older one and not undone.
 * None is where that plan's snapshot was purged, as its moves are no longer held, or its months are all past: an
 * older plan, replaced long ago, does not come back for that.
 *
 * @param plans newest first
 * @param asAt of the snapshot
 */
export function plansInForce<P extends AcceptedPlan>(plans: readonly P[], asAt: IsoDate): P[] {
  const teams = new Set<string>();
  return plans.filter((plan) => {
    if (plan.undoneAt !== null || plan.asAt > asAt || teams.has(plan.team)) return false;
    teams.add(plan.team);
    return !plan.isPurged && !isPlanOver(plan, asAt);
  });
}
