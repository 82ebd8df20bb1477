/** Rosters: who is there. */
import type { ImportAccount, Roster } from '#shared/contract/imports.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { fte } from '#shared/domain/units.ts';
import type { Selectable } from 'kysely';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';
import { idOfTeam, teamIds } from './teams.ts';

const columns = ['id', 'as_at', 'file_name', 'imported_at', 'person_count'] as const;

const toRoster = (row: Pick<Selectable<Tables['roster']>, (typeof columns)[number]>): Roster => ({
  id: row.id,
  asAt: row.as_at,
  fileName: row.file_name,
  importedAt: row.imported_at,
  people: row.person_count,
});

/** Newest first; of two for the same day, the one loaded last. */
export async function listRosters(store: Store): Promise<Roster[]> {
  const rows = await store.db
    .selectFrom('roster')
    .select(columns)
    .orderBy('as_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toRoster);
}

/** The roster that stands for a day: the newest not later than it, else the oldest held, else null. */
export async function findRoster(store: Store, day: IsoDate): Promise<Roster | null> {
  const all = await listRosters(store);
  const oldest = all.at(-1);
  return (
    all.find((roster) => roster.asAt <= day) ?? all.find((roster) => roster.asAt === oldest?.asAt) ?? null
  );
}

/** The roster of that day loaded last, when it has this content. */
export async function findRosterByContent(
  store: Store,
  asAt: IsoDate,
  contentHash: string,
): Promise<Roster | null> {
  const row = await store.db
    .selectFrom('roster')
    .select([...columns, 'content_hash'])
    .where('as_at', '=', asAt)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.content_hash === contentHash ? toRoster(row) : null;
}

/** The fingerprint of what a roster's file held; null when there is no such roster. */
export async function rosterFingerprint(store: Store, id: number): Promise<string | null> {
  const row = await store.db
    .selectFrom('roster')
    .select('content_hash')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.content_hash ?? null;
}

export async function addRoster(
  store: Store,
  input: { account: ImportAccount; officers: readonly Officer[]; contentHash: string; importedAt: string },
): Promise<number> {
  const { account, officers } = input;
  const teams = await teamIds(
    store,
    officers.map((officer) => officer.team),
  );
  const { id } = await store.db
    .insertInto('roster')
    .values({
      as_at: account.asAt,
      file_name: account.fileName,
      content_hash: input.contentHash,
      imported_at: input.importedAt,
      person_count: officers.length,
      account: JSON.stringify(account),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  store.insertMany(
    'officer',
    officers.map((officer) => ({
      roster_id: id,
      collar: officer.collar,
      team_id: idOfTeam(teams, officer.team),
      role: officer.role,
      contract: officer.contract,
      fte: officer.fte,
      start: officer.start,
      leaving: officer.leaving,
    })),
  );
  return id;
}

/** Removes a roster with its people. */
export async function removeRoster(store: Store, rosterId: number): Promise<void> {
  await store.db.deleteFrom('roster').where('id', '=', rosterId).execute();
}

/** The people of a roster in the order of their collar numbers. */
export async function readOfficers(store: Store, rosterId: number): Promise<Officer[]> {
  const rows = await store.db
    .selectFrom('officer')
    .innerJoin('team', 'team.id', 'officer.team_id')
    .selectAll('officer')
    .select('team.name as team')
    .where('roster_id', '=', rosterId)
    .orderBy('collar')
    .execute();
  return rows.map((row) => ({
    collar: row.collar,
    team: row.team,
    role: row.role,
    contract: row.contract,
    fte: fte(row.fte),
    start: row.start,
    leaving: row.leaving,
  }));
}

/**
 * Everyone that any roster names, as the newest roster that names them has them. Who is not on the newest roster any
 * more, and has no leaving date, is taken to have left with the last one.
 */
export async function readPeople(store: Store): Promise<Officer[]> {
  const [newest] = await listRosters(store);
  const rows = await store.db
    .selectFrom('officer')
    .innerJoin('team', 'team.id', 'officer.team_id')
    .innerJoin('roster', 'roster.id', 'officer.roster_id')
    .selectAll('officer')
    .select(['team.name as team', 'roster.as_at as asAt'])
    .orderBy('roster.as_at')
    .orderBy('roster.id')
    .execute();
  const people = new Map<string, Officer>();
  for (const row of rows) {
    const { collar, team, role, contract, start } = row;
    const leaving = row.leaving ?? (row.roster_id === newest?.id ? null : row.asAt);
    people.set(collar, { collar, team, role, contract, fte: fte(row.fte), start, leaving });
  }
  return [...people.values()];
}
