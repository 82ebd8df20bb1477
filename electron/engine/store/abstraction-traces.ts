/** The trace of each abstraction: what was done to it, when and by whom. */
import type { Selectable } from 'kysely';
import type { AbstractionTrace, TraceKind } from '#shared/domain/abstraction.ts';
import { AbstractionTrace as Trace } from '#shared/domain/abstraction.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

type TraceRow = Selectable<Tables['abstraction_trace']>;
type Entry = Pick<TraceRow, 'at' | 'by' | 'what' | 'note'> & Pick<AbstractionTrace, 'before'>;
export type Stamp = { by: string; at: string };

/**
 * How a file holds it: which kinds there are was settled before a review could be taken back. Every other edit holds
 * what the record said before.
 */
export const REVIEW_TAKEN_BACK = { what: 'edited', before: null } as const;

const traceKind = ({ what, before }: Pick<TraceRow, 'what' | 'before'>): TraceKind =>
  what === REVIEW_TAKEN_BACK.what && before === null ? 'review-taken-back' : what;

const held = (id: number, entry: Entry) => ({
  ...entry,
  abstraction_id: id,
  before: entry.before === null ? null : JSON.stringify(entry.before),
});

export async function addTrace(store: Store, id: number, entry: Entry): Promise<void> {
  await store.db.insertInto('abstraction_trace').values(held(id, entry)).execute();
}

/** The same of each of the ids. */
export function addTraces(store: Store, ids: readonly number[], entry: Entry): void {
  store.insertMany(
    'abstraction_trace',
    ids.map((id) => held(id, entry)),
  );
}

/** Oldest first. */
export async function readTrace(store: Store, id: number): Promise<AbstractionTrace[]> {
  const rows = await store.db
    .selectFrom('abstraction_trace')
    .select(['at', 'by', 'what', 'before', 'note'])
    .where('abstraction_id', '=', id)
    .orderBy('id')
    .execute();
  return rows.map((row) =>
    Trace.parse({
      ...row,
      what: traceKind(row),
      before: row.before === null ? null : (JSON.parse(row.before) as unknown),
    }),
  );
}
