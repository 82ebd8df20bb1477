/** How long snapshots may be kept, and purging: what tells of a case goes, counts by team and risk stay. */
import type { ImportAccount, Snapshot } from '#shared/contract/imports.ts';
import type { PurgedCount } from '#shared/contract/retention.ts';
import { IsoDate } from '#shared/domain/dates.ts';
import { sql } from 'kysely';
import { reducePlansOf } from './plans.ts';
import { getProperty, removeProperty, setProperty } from './properties.ts';
import { readAccount } from './snapshots.ts';
import type { Store } from './store.ts';

/** The day until which each snapshot may be kept, by its number; those without a day are left out. */
export async function readExpiries(store: Store): Promise<Map<number, IsoDate>> {
  const rows = await store.db.selectFrom('snapshot').select(['id', 'keep_until']).execute();
  return new Map(rows.flatMap((row) => (row.keep_until === null ? [] : [[row.id, row.keep_until] as const])));
}

export async function writeExpiry(
  store: Store,
  snapshotId: number,
  keepUntil: IsoDate | null,
): Promise<void> {
  await store.db
    .updateTable('snapshot')
    .set({ keep_until: keepUntil })
    .where('id', '=', snapshotId)
    .execute();
}

/** The day by which someone is to look again at what is kept; null when none is set. */
export const readReviewBy = async (store: Store): Promise<IsoDate | null> =>
  IsoDate.nullable().parse(await getProperty(store, 'review-by'));

export const writeReviewBy = (store: Store, day: IsoDate | null): Promise<void> =>
  day === null ? removeProperty(store, 'review-by') : setProperty(store, 'review-by', day);

/** What is left of purged snapshots, by snapshot. */
export async function readCounts(store: Store): Promise<Map<number, PurgedCount[]>> {
  const rows = await store.db
    .selectFrom('snapshot_count')
    .innerJoin('team', 'team.id', 'snapshot_count.team_id')
    .select(['snapshot_id', 'team.name as team', 'risk', 'cases'])
    .orderBy('team.name')
    .orderBy('risk')
    .execute();
  const bySnapshot = new Map<number, PurgedCount[]>();
  for (const { snapshot_id, ...count } of rows) {
    const list = bySnapshot.get(snapshot_id) ?? [];
    list.push(count);
    bySnapshot.set(snapshot_id, list);
  }
  return bySnapshot;
}

const PURGED = 'purged, counts only';

/** An account without what stood in its rows: their numbers stay, so that every row is still accounted for. */
const withoutRows = (account: ImportAccount): ImportAccount => ({
  ...account,
  titleLines: [],
  totalsLines: [],
  conflicts: account.conflicts.map((conflict) => ({ ...conflict, reference: PURGED })),
  rejected: account.rejected.map(({ row }) => ({ row, reason: PURGED })),
  issues: account.issues.map((issue) => ({ ...issue, value: PURGED, reason: PURGED })),
});

/**
 * Takes the cases of a snapshot away with the rows of its account and the moves of its plans, and keeps counts.
 * @returns the number of plans that lost their moves
 */
export async function purgeSnapshot(store: Store, snapshot: Snapshot, at: string): Promise<number> {
  const { id } = snapshot;
  const counted = store.db
    .selectFrom('snapshot_case')
    .select(['snapshot_id', 'team_id', 'risk', sql<number>`count(*)`.as('cases')])
    .where('snapshot_id', '=', id)
    .groupBy(['snapshot_id', 'team_id', 'risk']);
  await store.db
    .insertInto('snapshot_count')
    .columns(['snapshot_id', 'team_id', 'risk', 'cases'])
    .expression(counted)
    .execute();
  const account = withoutRows(await readAccount(store, id));
  await store.db.deleteFrom('case_duty').where('snapshot_id', '=', id).execute();
  await store.db.deleteFrom('snapshot_case').where('snapshot_id', '=', id).execute();
  await store.db
    .updateTable('snapshot')
    .set({ purged_at: at, account: JSON.stringify(account) })
    .where('id', '=', id)
    .execute();
  return reducePlansOf(store, id);
}
