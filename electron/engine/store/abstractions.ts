/** Abstraction records, and the lists they came with. */
import type { ImportAccount } from '#shared/contract/imports.ts';
import type { Abstraction } from '#shared/domain/abstraction.ts';
import { hours } from '#shared/domain/units.ts';
import type { Store } from './store.ts';

/** @param listId the list that the records came with; null for invented ones */
export function addAbstractions(
  store: Store,
  abstractions: readonly Abstraction[],
  listId: number | null,
): void {
  store.insertMany(
    'abstraction',
    abstractions.map((one) => ({
      collar: one.collar,
      first_day: one.from,
      last_day: one.to,
      hours: one.hours,
      reason_group: one.group,
      activity: one.activity,
      to_other_policing: one.toOtherPolicing ? 1 : 0,
      detail: one.detail,
      list_id: listId,
    })),
  );
}

export async function readAbstractions(store: Store): Promise<Abstraction[]> {
  const rows = await store.db
    .selectFrom('abstraction')
    .selectAll()
    .orderBy('first_day')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    collar: row.collar,
    from: row.first_day,
    to: row.last_day,
    hours: hours(row.hours),
    group: row.reason_group,
    activity: row.activity,
    detail: row.detail,
    toOtherPolicing: row.to_other_policing === 1,
  }));
}

export async function hasAbstractionList(store: Store, contentHash: string): Promise<boolean> {
  const row = await store.db
    .selectFrom('abstraction_list')
    .select('id')
    .where('content_hash', '=', contentHash)
    .executeTakeFirst();
  return row !== undefined;
}

/** Stores a list and those of its records that are not held yet. */
export async function addAbstractionList(
  store: Store,
  input: { account: ImportAccount; fresh: readonly Abstraction[]; contentHash: string; importedAt: string },
): Promise<void> {
  const { id } = await store.db
    .insertInto('abstraction_list')
    .values({
      file_name: input.account.fileName,
      content_hash: input.contentHash,
      imported_at: input.importedAt,
      record_count: input.fresh.length,
      account: JSON.stringify(input.account),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  addAbstractions(store, input.fresh, id);
}
