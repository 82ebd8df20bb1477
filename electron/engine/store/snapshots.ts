/** Snapshots; what they hold of cases is in `cases.ts`. */
import type { Selectable } from 'kysely';
import type { ImportAccount, Snapshot } from '#shared/contract/imports.ts';
import { ImportAccount as ImportAccountSchema } from '#shared/contract/imports.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { storeCases } from './cases.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { teamIds } from './teams.ts';

const columns = ['id', 'as_at', 'file_name', 'imported_at', 'case_count', 'purged_at'] as const;

const toSnapshot = (row: Pick<Selectable<Tables['snapshot']>, (typeof columns)[number]>): Snapshot => ({
  id: row.id,
  asAt: row.as_at,
  fileName: row.file_name,
  importedAt: row.imported_at,
  cases: row.case_count,
  purgedAt: row.purged_at,
});

/** Newest first. */
export async function listSnapshots(store: Store): Promise<Snapshot[]> {
  const rows = await store.db.selectFrom('snapshot').select(columns).orderBy('as_at', 'desc').execute();
  return rows.map(toSnapshot);
}

/** Those whose cases are held, newest first: a purged one keeps its counts only. */
export const snapshotsWithCases = async (store: Store): Promise<Snapshot[]> =>
  (await listSnapshots(store)).filter(({ purgedAt }) => purgedAt === null);

/** As-at days of the snapshots whose cases are held, newest first. Also reads workspaces older than purging is. */
export async function daysWithCases(store: Store): Promise<IsoDate[]> {
  const rows = await store.db
    .selectFrom('snapshot')
    .select('as_at')
    .where((has) =>
      has.exists(
        has
          .selectFrom('snapshot_case')
          .select('reference')
          .whereRef('snapshot_case.snapshot_id', '=', 'snapshot.id'),
      ),
    )
    .orderBy('as_at', 'desc')
    .execute();
  return rows.map((row) => row.as_at);
}

/** The snapshot of that id, or the newest when none is named; null when there is none. */
export async function findSnapshot(store: Store, id?: number): Promise<Snapshot | null> {
  const all = store.db.selectFrom('snapshot').select(columns);
  const chosen = id === undefined ? all.orderBy('as_at', 'desc').limit(1) : all.where('id', '=', id);
  const row = await chosen.executeTakeFirst();
  return row ? toSnapshot(row) : null;
}

export async function findSnapshotByContent(store: Store, contentHash: string): Promise<Snapshot | null> {
  const row = await store.db
    .selectFrom('snapshot')
    .select(columns)
    .where('content_hash', '=', contentHash)
    .executeTakeFirst();
  return row ? toSnapshot(row) : null;
}

/** The fingerprint of what each snapshot's file held, by the snapshot's id. */
export async function snapshotFingerprints(store: Store): Promise<Map<number, string>> {
  const rows = await store.db.selectFrom('snapshot').select(['id', 'content_hash']).execute();
  return new Map(rows.map((row) => [row.id, row.content_hash]));
}

export async function findSnapshotAsAt(store: Store, asAt: IsoDate): Promise<Snapshot | null> {
  const row = await store.db
    .selectFrom('snapshot')
    .select(columns)
    .where('as_at', '=', asAt)
    .executeTakeFirst();
  return row ? toSnapshot(row) : null;
}

export async function readAccount(store: Store, snapshotId: number): Promise<ImportAccount> {
  const row = await store.db
    .selectFrom('snapshot')
    .select('account')
    .where('id', '=', snapshotId)
    .executeTakeFirstOrThrow();
  return ImportAccountSchema.parse(JSON.parse(row.account));
}

const CASES_A_STEP = 2000;

/**
 * Stores a snapshot with its cases and its account.
 * @param onStep called between two steps with the share stored; may throw to end the transaction
 */
export async function addSnapshot(
  store: Store,
  input: { account: ImportAccount; cases: readonly CaseRecord[]; contentHash: string; importedAt: string },
  onStep: (step: string, share: number) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const { account, cases } = input;
  const teams = await teamIds(
    store,
    cases.map((record) => record.team),
  );
  const { id } = await store.db
    .insertInto('snapshot')
    .values({
      as_at: account.asAt,
      file_name: account.fileName,
      content_hash: input.contentHash,
      imported_at: input.importedAt,
      case_count: cases.length,
      account: JSON.stringify(account),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const inOrder = [...cases].sort((a, b) => (a.reference < b.reference ? -1 : 1));
  for (let at = 0; at < inOrder.length; at += CASES_A_STEP) {
    await onStep('Storing the cases', at / inOrder.length);
    storeCases(store, id, teams, inOrder.slice(at, at + CASES_A_STEP));
  }
  return id;
}

/** Removes a snapshot with its cases; the database refuses while a plan rests on it. */
export async function removeSnapshot(store: Store, snapshotId: number): Promise<void> {
  await store.db.deleteFrom('snapshot').where('id', '=', snapshotId).execute();
}
