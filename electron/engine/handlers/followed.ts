/** Accepted plans with what the snapshots after them show. */
import type { PlanSummary } from '#shared/contract/plans.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { FollowUp } from '#shared/domain/follow-up.ts';
import type { Officer } from '#shared/domain/officer.ts';
import type { DatedCases } from '#shared/planning/follow-up/done-trail.ts';
import { followUp } from '#shared/planning/follow-up/follow-up.ts';
import { readChains, readPlan, type StoredPlan } from '../store/plans.ts';
import { readCases } from '../store/cases.ts';
import { findRoster, readOfficers } from '../store/rosters.ts';
import { snapshotsWithCases } from '../store/snapshots.ts';
import type { Store } from '../store/store.ts';

export type FollowedPlan = {
  stored: StoredPlan;
  followUp: FollowUp;
  /** The newest snapshot, of the whole force. */
  newest: DatedCases;
  /** The roster that stands for it, of the whole force; empty without one. */
  roster: readonly Officer[];
};

/** Snapshots read so far, by number: each is read once, whichever plans need it. */
export type Held = Map<number, DatedCases>;

/**
 * A plan with what the snapshots after it show.
 * @param upTo as-at date of the last snapshot to look at; the newest when left out
 */
export async function followPlan(
  store: Store,
  summary: PlanSummary,
  { held = new Map(), upTo }: { held?: Held; upTo?: IsoDate } = {},
): Promise<FollowedPlan> {
  const stored = await readPlan(store, summary);
  const { plan, standards, settings } = stored;
  const rows: DatedCases[] = [];
  for (const { id, asAt } of (await snapshotsWithCases(store)).reverse()) {
    if (asAt < summary.asAt || (upTo !== undefined && asAt > upTo)) continue;
    const dated = held.get(id) ?? { asAt, cases: await readCases(store, id) };
    held.set(id, dated);
    rows.push(dated);
  }
  const [first, ...later] = rows;
  if (!first) throw new Error('Expected the snapshot of a plan among those held.');
  const chains = await readChains(store, summary.id);
  const { unassessedAs } = settings;
  const newest = later.at(-1) ?? first;
  const standing = await findRoster(store, newest.asAt);
  const roster = standing ? await readOfficers(store, standing.id) : [];
  const input = { plan, chains, first, later, roster, standards, unassessedAs };
  return { stored, followUp: followUp(input), newest, roster };
}

/** The plans, in that order. */
export async function followPlans(store: Store, summaries: readonly PlanSummary[]): Promise<FollowedPlan[]> {
  const held: Held = new Map();
  const followed: FollowedPlan[] = [];
  for (const summary of summaries) followed.push(await followPlan(store, summary, { held }));
  return followed;
}
