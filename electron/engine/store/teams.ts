/** Teams: spellings fall together by key; the name first held is kept. */
import { teamKey, tidyName } from '#shared/domain/team.ts';
import type { Store } from './store.ts';

export type TeamRow = { id: number; key: string; name: string };

export const allTeams = (store: Store): Promise<TeamRow[]> =>
  store.db.selectFrom('team').selectAll().orderBy('name').execute();

export async function findTeam(store: Store, name: string): Promise<TeamRow | null> {
  const row = await store.db
    .selectFrom('team')
    .selectAll()
    .where('key', '=', teamKey(name))
    .executeTakeFirst();
  return row ?? null;
}

/** The most frequent spelling of each team among the names given, by key; the first one where two are as frequent. */
export function commonSpellings(names: Iterable<string>): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const name of names) {
    const spellings = counts.get(teamKey(name)) ?? new Map<string, number>();
    const spelling = tidyName(name);
    spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1);
    counts.set(teamKey(name), spellings);
  }
  const best = new Map<string, string>();
  for (const [key, spellings] of counts) {
    const [first] = [...spellings].sort((a, b) => b[1] - a[1]);
    if (first) best.set(key, first[0]);
  }
  return best;
}

/** Ids by key of every team named, made where they are new. */
export async function teamIds(store: Store, names: Iterable<string>): Promise<Map<string, number>> {
  const wanted = commonSpellings(names);
  const ids = new Map((await allTeams(store)).map((team) => [team.key, team.id]));
  for (const [key, name] of wanted) {
    if (ids.has(key)) continue;
    const { id } = await store.db
      .insertInto('team')
      .values({ key, name })
      .returning('id')
      .executeTakeFirstOrThrow();
    ids.set(key, id);
  }
  return ids;
}

/** The id of a team that {@link teamIds} was asked for. */
export function idOfTeam(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(teamKey(name));
  if (id === undefined) throw new Error('A team was used before it was stored.');
  return id;
}

/** Rows are numbered from 1. */
const NO_SNAPSHOT = 0;

/**
 * Teams of which nothing speaks, a snapshot and the plans that rest on it left out of account where one is
 * named. Every table that refers to a team has its line here.
 */
const unused = (store: Store, leavingOut = NO_SNAPSHOT) =>
  store.db
    .selectFrom('team')
    .select(['team.id', 'team.name'])
    .where((has) =>
      has.not(
        has.exists(
          has
            .selectFrom('snapshot_case')
            .select('snapshot_case.team_id')
            .whereRef('snapshot_case.team_id', '=', 'team.id')
            .where('snapshot_id', '!=', leavingOut),
        ),
      ),
    )
    .where((has) =>
      has.not(
        has.exists(
          has
            .selectFrom('plan')
            .select('plan.team_id')
            .whereRef('plan.team_id', '=', 'team.id')
            .where('snapshot_id', '!=', leavingOut),
        ),
      ),
    )
    .where((has) =>
      has.not(
        has.exists(
          has
            .selectFrom('snapshot_count')
            .select('snapshot_count.team_id')
            .whereRef('snapshot_count.team_id', '=', 'team.id')
            .where('snapshot_id', '!=', leavingOut),
        ),
      ),
    )
    .where((has) =>
      has.not(
        has.exists(
          has.selectFrom('officer').select('officer.team_id').whereRef('officer.team_id', '=', 'team.id'),
        ),
      ),
    )
    .where((has) =>
      has.not(
        has.exists(
          has.selectFrom('action').select('action.team_id').whereRef('action.team_id', '=', 'team.id'),
        ),
      ),
    );

/** Names of the teams that nothing but this snapshot, and plans resting on it, speaks of. */
export async function teamsOnlyOf(store: Store, snapshotId: number): Promise<string[]> {
  const rows = await unused(store, snapshotId).orderBy('team.name').execute();
  return rows.map(({ name }) => name);
}

/** Removes the teams that no snapshot, roster, plan or action speaks of. */
export async function removeUnusedTeams(store: Store): Promise<void> {
  const rows = await unused(store).execute();
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await store.db.deleteFrom('team').where('id', 'in', ids).execute();
}
