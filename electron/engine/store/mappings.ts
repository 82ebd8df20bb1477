/** Kept mappings. */
import { Mapping, type FileKind, type KeptMapping } from '#shared/contract/mapping.ts';
import type { Selectable } from 'kysely';
import { AppError } from '../errors.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const toKept = (row: Selectable<Tables['mapping']>): KeptMapping => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  mapping: Mapping.parse(JSON.parse(row.content)),
  keptAt: row.kept_at,
});

/** By kind and name. */
export async function listMappings(store: Store): Promise<KeptMapping[]> {
  const rows = await store.db.selectFrom('mapping').selectAll().orderBy('kind').orderBy('name').execute();
  return rows.map(toKept);
}

/** Keeps a mapping under a name; the one of that kind and name is replaced. */
export async function keepMapping(
  store: Store,
  input: { kind: FileKind; name: string; mapping: Mapping; keptAt: string },
): Promise<KeptMapping> {
  const content = JSON.stringify(input.mapping);
  const row = await store.db
    .insertInto('mapping')
    .values({ kind: input.kind, name: input.name, content, kept_at: input.keptAt })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'name']).doUpdateSet({ content, kept_at: input.keptAt }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return toKept(row);
}

async function requireMapping(store: Store, id: number): Promise<KeptMapping> {
  const row = await store.db.selectFrom('mapping').selectAll().where('id', '=', id).executeTakeFirst();
  if (row) return toKept(row);
  throw new AppError('not-found', 'This mapping is not kept any more.');
}

/** @throws AppError not-found; conflict when another of that kind has the name */
export async function renameMapping(store: Store, id: number, name: string): Promise<KeptMapping> {
  const kept = await requireMapping(store, id);
  const others = await listMappings(store);
  if (others.some((one) => one.id !== id && one.kind === kept.kind && one.name === name)) {
    throw new AppError('conflict', `Another mapping is called “${name}” already. Choose another name.`);
  }
  await store.db.updateTable('mapping').set({ name }).where('id', '=', id).execute();
  return { ...kept, name };
}

/** @throws AppError not-found */
export async function removeMapping(store: Store, id: number): Promise<void> {
  await requireMapping(store, id);
  await store.db.deleteFrom('mapping').where('id', '=', id).execute();
}
