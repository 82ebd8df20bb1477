/** Actions of the weekly meeting: agreed, changed, closed, taken up again. */
import type { TeamAction } from '#shared/domain/action.ts';
import { showDate, type IsoDate } from '#shared/domain/dates.ts';
import type { HandlersOf, Tools } from '../context.ts';
import { AppError } from '../errors.ts';
import {
  addAction,
  changeAction,
  closeAction,
  findAction,
  listActions,
  type StoredAction,
} from '../store/actions.ts';
import { requireTeam } from './situation.ts';
import { todayOf } from './today.ts';

const asOf = (today: IsoDate, action: StoredAction): TeamAction => ({
  ...action,
  isOverdue: action.closedOn === null && action.due < today,
});

async function requireAction(id: number, { store }: Tools): Promise<StoredAction> {
  const action = await findAction(store, id);
  if (action) return action;
  throw new AppError('not-found', `There is no action number ${String(id)}. Choose one of the list.`);
}

async function requireOpen(id: number, tools: Tools): Promise<void> {
  const { closedOn } = await requireAction(id, tools);
  if (closedOn === null) return;
  throw new AppError(
    'conflict',
    `This action was closed on ${showDate(closedOn)}. Take it up again first, or add another.`,
  );
}

const told = async (id: number, tools: Tools): Promise<TeamAction> =>
  asOf(todayOf(tools.engine), await requireAction(id, tools));

type Names = 'actions.list' | 'actions.save' | 'actions.close' | 'actions.reopen';

export const actionHandlers: HandlersOf<Names> = {
  async 'actions.list'({ team, closedSince }, { store, engine }) {
    const teamId = team === undefined ? undefined : (await requireTeam(store, team)).id;
    const actions = await listActions(store, { teamId, closedSince });
    return actions.map((action) => asOf(todayOf(engine), action));
  },

  async 'actions.save'({ id, team, ...words }, tools) {
    const { store, engine } = tools;
    const written = { ...words, teamId: (await requireTeam(store, team)).id };
    if (id === undefined) return told(await addAction(store, written, todayOf(engine)), tools);
    await requireOpen(id, tools);
    await changeAction(store, id, written);
    return told(id, tools);
  },

  async 'actions.close'({ id, note }, tools) {
    await requireOpen(id, tools);
    await closeAction(tools.store, id, { on: todayOf(tools.engine), note });
    return told(id, tools);
  },

  async 'actions.reopen'({ id }, tools) {
    if ((await requireAction(id, tools)).closedOn === null)
      throw new AppError('conflict', 'This action is open already. Nothing was changed.');
    await closeAction(tools.store, id, null);
    return told(id, tools);
  },
};
