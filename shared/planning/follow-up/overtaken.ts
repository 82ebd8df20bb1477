/** Whether a later snapshot overtakes a planned piece of work: the case or its duty is no longer what was planned. */
import type { CaseRecord, RiskLevel } from '#shared/domain/case.ts';
import {
  addMonths,
  lastDayOf,
  monthOf,
  monthsBetween,
  type IsoDate,
  type Month,
} from '#shared/domain/dates.ts';
import type { Overtaken } from '#shared/domain/follow-up.ts';
import type { Chain, Occurrence } from '#shared/domain/problem.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { firstDue, intervalOf, owesFrom, plannedRisk, unmovedMonth } from '../rollout.ts';

/** One case × one duty as the plan has it. */
export type PlannedChain = {
  chain: Chain;
  duty: DutyStandard;
  team: string;
  month0: Month;
  unassessedAs: RiskLevel;
  /** Every occurrence of the chain in the plan, moved or not, in order. */
  occurrences: readonly Occurrence[];
};

/**
 * What overtakes occurrence number `index` of a chain as at a snapshot that does not show it done; null when it
 * still stands. The first that holds, in this order:
 *
 * - `left`: the case is no longer there. `team`: another team has it.
 * - `not-owed`: the standard no longer asks the case for the duty, or its notification ends before the due month.
 * - `risk`: it is planned under another level. `interval`: the duty's interval is another.
 * - `re-dated`: the chain's next work is due in another month than the plan has it due in; or earlier work of the
 *   chain is not done though its planned month and its due month are both over, so that this work shifts too.
 *
 * @param record the case in that snapshot
 * @param doneCount occurrences of the chain seen done up to that snapshot
 */
export function overtakenBy(
  planned: PlannedChain,
  index: number,
  record: CaseRecord | undefined,
  seen: { asAt: IsoDate; doneCount: number },
): Overtaken | null {
  const { chain, duty, team, month0, unassessedAs } = planned;
  const own = planned.occurrences[index];
  if (!record) return 'left';
  if (!isSameTeam(record.team, team)) return 'team';
  const end = record.notificationEnd;
  const endsBefore = end !== null && own !== undefined && monthsBetween(month0, monthOf(end)) < own.due;
  if (endsBefore || owesFrom(record, duty, seen.asAt) === null) return 'not-owed';
  if (plannedRisk(record, unassessedAs) !== chain.risk) return 'risk';
  if (intervalOf(record, duty, chain.risk) !== chain.interval) return 'interval';
  return isRedated(planned, index, record, seen) ? 're-dated' : null;
}

function isRedated(
  { chain, duty, month0, occurrences }: PlannedChain,
  index: number,
  record: CaseRecord,
  { asAt, doneCount }: { asAt: IsoDate; doneCount: number },
): boolean {
  const next = occurrences[doneCount];
  if (doneCount > index || !next) return false;
  const latest = Math.max(unmovedMonth(next.due), next.done);
  if (doneCount < index && lastDayOf(addMonths(month0, latest)) <= asAt) return true;
  const held = firstDue(record, duty, chain.risk, asAt);
  // A first date of work never done counts from the as-at date: it moves on with every snapshot.
  return (
    held !== null && held.from !== 'never-done' && monthsBetween(month0, monthOf(held.date)) !== next.due
  );
}
