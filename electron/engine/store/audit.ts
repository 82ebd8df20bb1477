/** The log. Triggers let entries be added at its end only; the head is kept apart, so that a lost end shows. */
import {
  type AuditEntry,
  AuditFacts,
  headText,
  readHead,
  type AuditAction,
  type AuditFinding,
  type AuditHead,
} from '#shared/domain/audit.ts';
import { sql, type Selectable } from 'kysely';
import { hashOf, verifyChain } from '../audit/chain.ts';
import { getProperty, setProperty } from './properties.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

export type AuditFilter = {
  action?: AuditAction | undefined;
  user?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

const NOTHING: AuditHead = { number: 0, hash: '0'.repeat(64) };

const toEntry = (row: Selectable<Tables['audit_entry']>): AuditEntry => ({
  ...row,
  facts: AuditFacts.parse(JSON.parse(row.facts)),
});

async function findHead(store: Store): Promise<AuditHead | null> {
  return readHead((await getProperty(store, 'audit-head')) ?? '');
}

export const readAuditHead = async (store: Store): Promise<AuditHead> => (await findHead(store)) ?? NOTHING;

/** Adds an entry. After a lost end it goes on from the head: the gap stays to be seen. */
export async function appendEntry(store: Store, entry: Omit<AuditEntry, 'number' | 'hash'>): Promise<void> {
  const head = await readAuditHead(store);
  const { last } = await store.db
    .selectFrom('audit_entry')
    .select((row) => row.fn.max<number | null>('number').as('last'))
    .executeTakeFirstOrThrow();
  const row = { ...entry, facts: JSON.stringify(entry.facts), number: Math.max(head.number, last ?? 0) + 1 };
  const hash = hashOf(head.hash, row);
  await store.db
    .insertInto('audit_entry')
    .values({ ...row, hash })
    .execute();
  await setProperty(store, 'audit-head', headText({ number: row.number, hash }));
}

/** The entries that fit, the newest first. */
export async function listEntries(
  store: Store,
  filter: AuditFilter & { offset?: number | undefined; limit?: number | undefined },
): Promise<{ total: number; entries: AuditEntry[] }> {
  let fitting = store.db.selectFrom('audit_entry');
  if (filter.action !== undefined) fitting = fitting.where('action', '=', filter.action);
  if (filter.user !== undefined) fitting = fitting.where('user', '=', filter.user);
  if (filter.from !== undefined) fitting = fitting.where('at', '>=', filter.from);
  // An instant of that day is written with a T after it, which comes before this sign.
  if (filter.to !== undefined) fitting = fitting.where('at', '<', `${filter.to}~`);
  const { total } = await fitting
    .select((row) => row.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let wanted = fitting.selectAll().orderBy('number', 'desc');
  if (filter.limit !== undefined) wanted = wanted.limit(filter.limit).offset(filter.offset ?? 0);
  return { total, entries: (await wanted.execute()).map(toEntry) };
}

/**
 * Who did an operation last, by the id that it answered with.
 *
 * @param operation one whose reply has an id
 */
export async function doersOf(store: Store, operation: string): Promise<ReadonlyMap<number, string>> {
  const rows = await store.db
    .selectFrom('audit_entry')
    .select(['user', sql<number | null>`json_extract(facts, '$.id')`.as('id')])
    .where('operation', '=', operation)
    .orderBy('number')
    .execute();
  return new Map(rows.flatMap(({ id, user }) => (id === null ? [] : [[id, user] as const])));
}

export async function listAuditUsers(store: Store): Promise<string[]> {
  const rows = await store.db.selectFrom('audit_entry').select('user').distinct().orderBy('user').execute();
  return rows.map(({ user }) => user);
}

export async function verifyLog(
  store: Store,
  expected?: AuditHead,
): Promise<{ entries: number; head: AuditHead; findings: AuditFinding[] }> {
  const rows = await store.db.selectFrom('audit_entry').selectAll().orderBy('number').execute();
  return { head: await readAuditHead(store), ...verifyChain(rows, await findHead(store), expected) };
}
