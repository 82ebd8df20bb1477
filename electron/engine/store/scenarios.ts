/** Scenarios kept. */
import type { IsoDate } from '#shared/domain/dates.ts';
import { Scenario, type ScenarioDraft } from '#shared/domain/scenario.ts';
import type { Selectable } from 'kysely';
import { AppError } from '../errors.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const toScenario = (row: Selectable<Tables['scenario']>): Scenario =>
  Scenario.parse({
    id: row.id,
    name: row.name,
    description: row.description,
    changes: JSON.parse(row.changes) as unknown,
    copiedFrom: row.copied_from,
    asAt: row.as_at,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    archivedAt: row.archived_at,
  });

/** Those not archived first, by name. */
export async function listScenarios(store: Store): Promise<Scenario[]> {
  const rows = await store.db.selectFrom('scenario').selectAll().orderBy('name').orderBy('id').execute();
  const all = rows.map(toScenario);
  const isKept = ({ archivedAt }: Scenario): boolean => archivedAt === null;
  return [...all.filter(isKept), ...all.filter((one) => !isKept(one))];
}

/** @throws AppError not-found */
export async function requireScenario(store: Store, id: number): Promise<Scenario> {
  const row = await store.db.selectFrom('scenario').selectAll().where('id', '=', id).executeTakeFirst();
  if (row) return toScenario(row);
  throw new AppError('not-found', `There is no scenario number ${String(id)}. Choose one of the list.`);
}

/** Two scenarios of one name in a table of comparison could not be told apart. Archived ones do not count. */
async function refuseTakenName(store: Store, name: string, id: number | null): Promise<void> {
  const others = await listScenarios(store);
  const isSame = (one: Scenario): boolean => one.name.toLowerCase() === name.toLowerCase();
  if (!others.some((one) => one.id !== id && one.archivedAt === null && isSame(one))) return;
  throw new AppError('conflict', `Another scenario is called “${name}” already. Choose another name.`);
}

type Stamp = { asAt: IsoDate | null; now: string };

/** @throws AppError conflict when another has the name */
export async function addScenario(
  store: Store,
  draft: ScenarioDraft & { copiedFrom: number | null },
  { asAt, now }: Stamp,
): Promise<Scenario> {
  await refuseTakenName(store, draft.name, null);
  const row = await store.db
    .insertInto('scenario')
    .values({
      name: draft.name,
      description: draft.description,
      changes: JSON.stringify(draft.changes),
      copied_from: draft.copiedFrom,
      as_at: asAt,
      created_at: now,
      changed_at: now,
      archived_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toScenario(row);
}

/** @throws AppError not-found; conflict when another has the name */
export async function changeScenario(
  store: Store,
  id: number,
  draft: ScenarioDraft,
  { asAt, now }: Stamp,
): Promise<Scenario> {
  await requireScenario(store, id);
  await refuseTakenName(store, draft.name, id);
  const { name, description } = draft;
  const changes = JSON.stringify(draft.changes);
  await store.db
    .updateTable('scenario')
    .set({ name, description, changes, as_at: asAt, changed_at: now })
    .where('id', '=', id)
    .execute();
  return requireScenario(store, id);
}

/**
 * @param archivedAt null takes it back
 * @throws AppError not-found; conflict when another has taken its name meanwhile
 */
export async function archiveScenario(
  store: Store,
  id: number,
  archivedAt: string | null,
): Promise<Scenario> {
  const scenario = await requireScenario(store, id);
  if (archivedAt === null) await refuseTakenName(store, scenario.name, id);
  await store.db.updateTable('scenario').set({ archived_at: archivedAt }).where('id', '=', id).execute();
  return requireScenario(store, id);
}
