/** Abstraction records, and the lists they came with. */
import type { AbstractionListHeld, ImportAccount } from '#shared/contract/imports.ts';
import type { Abstraction } from '#shared/domain/abstraction.ts';
import { isoDate, type IsoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { absencesHeldTo, latestPast } from '#shared/planning/abstractions/held-to.ts';
import { listOrder, type Listed } from '#shared/planning/abstractions/newer-list.ts';
import { sql, type Selectable } from 'kysely';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

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

const toAbstraction = (row: Selectable<Tables['abstraction']>): Abstraction => ({
  collar: row.collar,
  from: row.first_day,
  to: row.last_day,
  hours: hours(row.hours),
  group: row.reason_group,
  activity: row.activity,
  detail: row.detail,
  toOtherPolicing: row.to_other_policing === 1,
});

export type Imported = Listed & {
  /** Null for invented ones. */
  listId: number | null;
  /** Taken out by a person since. */
  isRemoved: boolean;
  /** What made it the same absence before a person edited it; null when nobody did. */
  importKey: string | null;
};

/** What imports brought and still is held, also what a person took out since: it is not to come back. */
export async function readImported(store: Store): Promise<Imported[]> {
  const lists = await readListOrder(store);
  const rows = await store.db
    .selectFrom('abstraction')
    .selectAll()
    .where('recorded_at', 'is', null)
    .execute();
  return rows.map((row) => ({
    ...toAbstraction(row),
    listId: row.list_id,
    list: lists.get(row.list_id ?? 0) ?? '',
    importKey: row.import_key,
    isRemoved: row.removed_at !== null,
  }));
}

/** The list with this content; null when it is not held. */
export async function findAbstractionList(
  store: Store,
  contentHash: string,
): Promise<{ id: number; asAt: IsoDate | null } | null> {
  const row = await store.db
    .selectFrom('abstraction_list')
    .select(['id', 'as_at as asAt'])
    .where('content_hash', '=', contentHash)
    .executeTakeFirst();
  return row ?? null;
}

/** The one imported last first. */
export async function listAbstractionLists(store: Store): Promise<AbstractionListHeld[]> {
  return store.db
    .selectFrom('abstraction_list as list')
    .leftJoin('abstraction as one', 'one.list_id', 'list.id')
    .select([
      'list.id as id',
      'list.file_name as fileName',
      'list.imported_at as importedAt',
      'list.as_at as asAt',
    ])
    .select(({ fn }) => [
      fn.min('one.first_day').as('from'),
      fn.max('one.last_day').as('to'),
      fn.count<number>('one.id').as('records'),
    ])
    .groupBy('list.id')
    .orderBy('list.id', 'desc')
    .execute();
}

/** Of each list held, the place among lists by which the newer is known. */
export async function readListOrder(store: Store): Promise<ReadonlyMap<number, string>> {
  const lists = await store.db
    .selectFrom('abstraction_list')
    .select(['id', 'as_at', 'imported_at'])
    .execute();
  return new Map(
    lists.map(({ id, as_at, imported_at }) => [
      id,
      listOrder(as_at ?? isoDate(imported_at.slice(0, 10)), id),
    ]),
  );
}

/** Removes a list with the records that came with it. */
export async function removeAbstractionList(store: Store, listId: number): Promise<void> {
  await store.db.deleteFrom('abstraction_list').where('id', '=', listId).execute();
}

/** Stores a list and those of its records that are not held yet. */
export async function addAbstractionList(
  store: Store,
  input: {
    account: ImportAccount;
    asAt: IsoDate | null;
    fresh: readonly Abstraction[];
    contentHash: string;
    importedAt: string;
  },
): Promise<void> {
  const { id } = await store.db
    .insertInto('abstraction_list')
    .values({
      file_name: input.account.fileName,
      content_hash: input.contentHash,
      imported_at: input.importedAt,
      record_count: input.fresh.length,
      account: JSON.stringify(input.account),
      as_at: input.asAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  addAbstractions(store, input.fresh, id);
}

/** A person's word on the day that a list held already speaks of. */
export async function redateList(store: Store, listId: number, asAt: IsoDate | null): Promise<void> {
  await store.db.updateTable('abstraction_list').set({ as_at: asAt }).where('id', '=', listId).execute();
}

/** What tells up to when absence is held: the lists, and the records that came with none, before a day. */
async function readHeld(store: Store, day: IsoDate): Promise<Parameters<typeof absencesHeldTo>[0]> {
  const { lists } = await store.db
    .selectFrom('abstraction_list')
    .select(({ fn }) => fn.max<IsoDate | null>('as_at').as('lists'))
    .executeTakeFirstOrThrow();
  const byHand = await store.db
    .selectFrom('abstraction')
    .select(['first_day as from', 'last_day as to'])
    .where('list_id', 'is', null)
    .where('removed_at', 'is', null)
    .where('first_day', '<=', day)
    .execute();
  return { lists, byHand: latestPast(byHand, day) };
}

/** See {@link absencesHeldTo}: by the lists held, else by the records that came with none. */
export const readAbsencesHeldTo = async (store: Store, asAt: IsoDate): Promise<IsoDate> =>
  absencesHeldTo(await readHeld(store, asAt), asAt);

/** The same day, or null where nothing at all is held of it or the days before. */
export async function readAbsencesToldTo(store: Store, today: IsoDate): Promise<IsoDate | null> {
  const held = await readHeld(store, today);
  return held.lists === null && held.byHand === null ? null : absencesHeldTo(held, today);
}

/**
 * Changes whenever records come or go, are changed, or a list is dated otherwise: ids are never given twice while a
 * later one is held, and each change of a record leaves a trace.
 */
export async function abstractionMark(store: Store): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    SELECT concat_ws('/', (SELECT count(*) FROM abstraction), (SELECT max(id) FROM abstraction),
      (SELECT max(id) FROM abstraction_trace), (SELECT max(as_at) FROM abstraction_list)) AS mark
  `.execute(store.db);
  return rows[0]?.mark ?? '';
}
