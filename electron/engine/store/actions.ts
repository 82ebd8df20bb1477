/** Actions that meetings agreed. */
import type { TeamAction } from '#shared/domain/action.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Store } from './store.ts';

/** Whether it is overdue hangs on the day it is looked at, not on what is stored. */
export type StoredAction = Omit<TeamAction, 'isOverdue'>;
type ActionWords = Pick<TeamAction, 'text' | 'owner' | 'due'> & { teamId: number };

const selected = (store: Store) =>
  store.db
    .selectFrom('action')
    .innerJoin('team', 'team.id', 'action.team_id')
    .select([
      'action.id',
      'team.name as team',
      'action.text',
      'action.owner',
      'action.due',
      'action.made_on as madeOn',
      'action.closed_on as closedOn',
      'action.closed_note as closedNote',
    ]);

/** Open ones, the first due first; then those closed since the day, the last closed first; none closed without a day. */
export async function listActions(
  store: Store,
  { teamId, closedSince }: { teamId?: number | undefined; closedSince?: IsoDate | undefined },
): Promise<StoredAction[]> {
  const all = selected(store);
  const ofTeam = teamId === undefined ? all : all.where('action.team_id', '=', teamId);
  const open = await ofTeam
    .where('action.closed_on', 'is', null)
    .orderBy('action.due')
    .orderBy('action.id')
    .execute();
  if (closedSince === undefined) return open;
  const closed = await ofTeam
    .where('action.closed_on', '>=', closedSince)
    .orderBy('action.closed_on', 'desc')
    .orderBy('action.id')
    .execute();
  return [...open, ...closed];
}

export async function findAction(store: Store, id: number): Promise<StoredAction | null> {
  return (await selected(store).where('action.id', '=', id).executeTakeFirst()) ?? null;
}

const rowOf = ({ teamId, text, owner, due }: ActionWords) => ({ team_id: teamId, text, owner, due });

/** @returns its number */
export async function addAction(store: Store, words: ActionWords, madeOn: IsoDate): Promise<number> {
  const { id } = await store.db
    .insertInto('action')
    .values({ ...rowOf(words), made_on: madeOn, closed_on: null, closed_note: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function changeAction(store: Store, id: number, words: ActionWords): Promise<void> {
  await store.db.updateTable('action').set(rowOf(words)).where('id', '=', id).execute();
}

/** @param closed null takes the closing back */
export async function closeAction(
  store: Store,
  id: number,
  closed: { on: IsoDate; note: string } | null,
): Promise<void> {
  await store.db
    .updateTable('action')
    .set({ closed_on: closed?.on ?? null, closed_note: closed?.note ?? null })
    .where('id', '=', id)
    .execute();
}
