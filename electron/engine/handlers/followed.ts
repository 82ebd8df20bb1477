/** Accepted plans with what the snapshots after them show. */
import type { FollowUp } from '#shared/domain/follow-up.ts';
import type { DatedCases } from '#shared/planning/done-trail.ts';
import { followUp } from '#shared/planning/follow-up.ts';
import { readChains, readPlan, type StoredPlan } from '../store/plans.ts';
import { listSnapshots, readCases } from '../store/snapshots.ts';
import type { Store } from '../store/store.ts';

export type FollowedPlan = {
  stored: StoredPlan;
  followUp: FollowUp;
  /** The newest snapshot, of the whole force. */
  newest: DatedCases;
};

/** The plans of those numbers, in that order. Each snapshot is read once, whichever plans need it. */
export async function followPlans(store: Store, planIds: readonly number[]): Promise<FollowedPlan[]> {
  const snapshots = (await listSnapshots(store)).reverse();
  const held = new Map<number, DatedCases>();
  const followed: FollowedPlan[] = [];
  for (const planId of planIds) {
    const stored = await readPlan(store, planId);
    if (!stored) continue;
    const { plan, summary, standards, settings } = stored;
    const rows: DatedCases[] = [];
    for (const { id, asAt } of snapshots.filter((one) => one.asAt >= summary.asAt)) {
      const dated = held.get(id) ?? { asAt, cases: await readCases(store, id) };
      held.set(id, dated);
      rows.push(dated);
    }
    const [first, ...later] = rows;
    if (!first) throw new Error('Expected the snapshot of a plan among those held.');
    const chains = await readChains(store, planId);
    const { unassessedAs } = settings;
    const input = { plan, chains, first, later, standards, unassessedAs };
    followed.push({ stored, followUp: followUp(input), newest: later.at(-1) ?? first });
  }
  return followed;
}
