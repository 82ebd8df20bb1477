/** Lists of abstractions held, and taking one out again. */
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { listAbstractionLists, removeAbstractionList } from '../store/abstractions.ts';

export const abstractionListHandlers: HandlersOf<'abstractionLists.list' | 'abstractionLists.rollback'> = {
  'abstractionLists.list': (_, { store }) => listAbstractionLists(store),

  async 'abstractionLists.rollback'({ listId }, { store }) {
    const list = (await listAbstractionLists(store)).find(({ id }) => id === listId);
    if (!list) throw new AppError('not-found', 'This list of abstractions is not held any more.');
    await removeAbstractionList(store, listId);
    const { fileName, records } = list;
    return { removed: { listId, fileName, records } };
  },
};
