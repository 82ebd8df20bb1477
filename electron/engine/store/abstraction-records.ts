/** Abstractions as people see and change them: the ledger, and reviews. */
import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Abstraction, AbstractionRecord } from '#shared/domain/abstraction.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import type { Listed } from '#shared/planning/abstractions/newer-list.ts';
import { readListOrder } from './abstractions.ts';
import { addTrace, addTraces, REVIEW_TAKEN_BACK, type Stamp } from './abstraction-traces.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['abstraction']>;
/** A record without the kind, which the list of reasons tells. */
export type StoredRecord = Omit<AbstractionRecord, 'kind'> & Pick<Listed, 'list'>;
export type ReasonOf = Pick<Abstraction, 'group' | 'activity' | 'toOtherPolicing'>;

export type Written = ReasonOf &
  Pick<
    StoredRecord,
    'collar' | 'from' | 'to' | 'startTime' | 'hours' | 'detail' | 'isPlanned' | 'requestedBy' | 'approvedBy'
  >;

export type Filter = {
  collars?: readonly string[] | undefined;
  /** Absences that touch the period. */
  from?: IsoDate | undefined;
  to?: IsoDate | undefined;
  reasons?: readonly ReasonOf[] | undefined;
  source?: 'recorded' | 'imported' | undefined;
  reviewed?: boolean | undefined;
  removed: boolean;
  /** Ids to leave out. */
  except?: readonly number[] | undefined;
  /** Only those that began on or before the day. */
  begunBy?: IsoDate | undefined;
};

const stamp = (by: string | null, at: string | null): { by: string; at: string } | null =>
  by === null || at === null ? null : { by, at };

function toRecord(row: Row, lists: ReadonlyMap<number, string>): StoredRecord {
  const reviewed = stamp(row.reviewed_by, row.reviewed_at);
  const removed = stamp(row.removed_by, row.removed_at);
  return {
    id: row.id,
    collar: row.collar,
    from: row.first_day,
    to: row.last_day,
    startTime: row.start_time,
    hours: hours(row.hours),
    group: row.reason_group,
    activity: row.activity,
    detail: row.detail,
    toOtherPolicing: row.to_other_policing === 1,
    isPlanned: row.planned === null ? null : row.planned === 1,
    requestedBy: row.requested_by,
    approvedBy: row.approved_by,
    source: row.recorded_at === null ? 'imported' : 'recorded',
    list: lists.get(row.list_id ?? 0) ?? '',
    recorded: stamp(row.recorded_by, row.recorded_at),
    reviewed: reviewed && { ...reviewed, note: row.review_note ?? '' },
    removed: removed && { ...removed, why: row.removed_why ?? '' },
  };
}

const columnsOf = (one: Written) => ({
  collar: one.collar,
  first_day: one.from,
  last_day: one.to,
  start_time: one.startTime,
  hours: one.hours,
  reason_group: one.group,
  activity: one.activity,
  to_other_policing: one.toOtherPolicing ? 1 : 0,
  detail: one.detail,
  planned: one.isPlanned === null ? null : one.isPlanned ? 1 : 0,
  requested_by: one.requestedBy,
  approved_by: one.approvedBy,
});

const noReview = { reviewed_by: null, reviewed_at: null, review_note: null };

type Builder = ExpressionBuilder<Tables, 'abstraction'>;

/** A list as one value: a statement takes only so many. */
const oneOf = (values: ReadonlyArray<string | number>) =>
  sql<string>`(select value from json_each(${JSON.stringify(values)}))`;

function conditions(eb: Builder, filter: Filter): Expression<SqlBool> {
  const all: Array<Expression<SqlBool>> = [eb('removed_at', filter.removed ? 'is not' : 'is', null)];
  const { collars, from, to, reasons, source, reviewed, except, begunBy } = filter;
  if (collars) all.push(sql<SqlBool>`collar in ${oneOf(collars)}`);
  if (from) all.push(eb('last_day', '>=', from));
  if (to) all.push(eb('first_day', '<=', to));
  if (begunBy) all.push(eb('first_day', '<=', begunBy));
  if (source) all.push(eb('recorded_at', source === 'recorded' ? 'is not' : 'is', null));
  if (reviewed !== undefined) all.push(eb('reviewed_at', reviewed ? 'is not' : 'is', null));
  if (except && except.length > 0) all.push(sql<SqlBool>`id not in ${oneOf(except)}`);
  if (reasons) {
    const any = reasons.map(({ group, activity, toOtherPolicing }) =>
      eb.and([
        eb('reason_group', '=', group),
        activity === null ? eb('activity', 'is', null) : eb('activity', '=', activity),
        eb('to_other_policing', '=', toOtherPolicing ? 1 : 0),
      ]),
    );
    all.push(any.length > 0 ? eb.or(any) : sql<SqlBool>`0`);
  }
  return eb.and(all);
}

/** Records of the filter, a page of them where it is bounded: newest first, or the longest ended first. */
export async function findRecords(
  store: Store,
  filter: Filter,
  page?: { offset: number; limit: number; oldestFirst?: boolean },
): Promise<StoredRecord[]> {
  const found = store.db
    .selectFrom('abstraction')
    .selectAll()
    .where((eb) => conditions(eb, filter));
  const lists = await readListOrder(store);
  if (!page) return (await found.execute()).map((row) => toRecord(row, lists));
  const sorted = page.oldestFirst
    ? found.orderBy('last_day').orderBy('id')
    : found.orderBy('first_day', 'desc').orderBy('id', 'desc');
  const rows = await sorted.offset(page.offset).limit(page.limit).execute();
  return rows.map((row) => toRecord(row, lists));
}

export async function countRecords(store: Store, filter: Filter): Promise<{ total: number; hours: number }> {
  const row = await store.db
    .selectFrom('abstraction')
    .select(({ fn }) => [fn.countAll<number>().as('total'), fn.sum<number | null>('hours').as('hours')])
    .where((eb) => conditions(eb, filter))
    .executeTakeFirstOrThrow();
  return { total: row.total, hours: row.hours ?? 0 };
}

export type Waiting = { total: number; late: number };

/** Records of the filter by person, and how many of them ended before the day. */
export async function countByCollar(
  store: Store,
  filter: Filter,
  lateBefore: IsoDate,
): Promise<Array<{ collar: string } & Waiting>> {
  return store.db
    .selectFrom('abstraction')
    .select(({ fn, eb }) => [
      'collar',
      fn.countAll<number>().as('total'),
      fn.sum<number>(eb.case().when('last_day', '<', lateBefore).then(1).else(0).end()).as('late'),
    ])
    .where((eb) => conditions(eb, filter))
    .groupBy('collar')
    .execute();
}

/** Null when there is no such record; one that was taken out is still there. */
export async function findRecord(store: Store, id: number): Promise<StoredRecord | null> {
  const row = await store.db.selectFrom('abstraction').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toRecord(row, await readListOrder(store)) : null;
}

/** Every reason that records hold, and by how many. */
export async function reasonsHeld(store: Store): Promise<Array<ReasonOf & { records: number }>> {
  const rows = await store.db
    .selectFrom('abstraction')
    .select(['reason_group', 'activity', 'to_other_policing'])
    .select(({ fn }) => fn.countAll<number>().as('records'))
    .groupBy(['reason_group', 'activity', 'to_other_policing'])
    .execute();
  return rows.map((row) => ({
    group: row.reason_group,
    activity: row.activity,
    toOtherPolicing: row.to_other_policing === 1,
    records: row.records,
  }));
}

export async function insertRecord(store: Store, one: Written, { by, at }: Stamp): Promise<number> {
  const { id } = await store.db
    .insertInto('abstraction')
    .values({ ...columnsOf(one), recorded_by: by, recorded_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await addTrace(store, id, { by, at, what: 'recorded', before: null, note: null });
  return id;
}

/**
 * Replaces what a record says; a review of what it said before falls away.
 * @param importKey what an imported record was known by, kept at its first change
 */
export async function updateRecord(
  store: Store,
  before: StoredRecord,
  one: Written,
  what: 'edited' | 'ended',
  { by, at, importKey }: Stamp & { importKey: string | null },
): Promise<void> {
  await store.db
    .updateTable('abstraction')
    .set({
      ...columnsOf(one),
      ...noReview,
      import_key: sql<string | null>`coalesce(import_key, ${importKey})`,
    })
    .where('id', '=', before.id)
    .execute();
  const { from, to, hours: lost, group, activity } = before;
  const said = { from, to, hours: lost, group, activity };
  await addTrace(store, before.id, { by, at, what, before: said, note: null });
}

export async function removeRecord(store: Store, id: number, why: string, { by, at }: Stamp): Promise<void> {
  await store.db
    .updateTable('abstraction')
    .set({ removed_by: by, removed_at: at, removed_why: why })
    .where('id', '=', id)
    .execute();
  await addTrace(store, id, { by, at, what: 'removed', before: null, note: why });
}

type Review = { reviewed_by: string; reviewed_at: string; review_note: string };

/** Puts a review on those of the ids that are there and have none, or takes away what they have. Gives these. */
async function changeReview(store: Store, ids: readonly number[], review: Review | null): Promise<number[]> {
  const done = await store.db
    .updateTable('abstraction')
    .set(review ?? noReview)
    .where(sql<SqlBool>`id in ${oneOf(ids)}`)
    .where('reviewed_at', review === null ? 'is not' : 'is', null)
    .where('removed_at', 'is', null)
    .returning('id')
    .execute();
  return done.map(({ id }) => id);
}

/** Reviews those of the ids that are there and have not been. Gives these. */
export async function reviewRecords(
  store: Store,
  ids: readonly number[],
  note: string,
  { by, at }: Stamp,
): Promise<number[]> {
  const done = await changeReview(store, ids, { reviewed_by: by, reviewed_at: at, review_note: note });
  addTraces(store, done, { at, by, what: 'reviewed', before: null, note });
  return done;
}

/** Takes the review back of those of the ids that are there and have one. Gives these. */
export async function takeBackReviews(
  store: Store,
  ids: readonly number[],
  { by, at }: Stamp,
): Promise<number[]> {
  const done = await changeReview(store, ids, null);
  addTraces(store, done, { at, by, ...REVIEW_TAKEN_BACK, note: null });
  return done;
}
