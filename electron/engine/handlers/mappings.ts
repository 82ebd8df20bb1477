import type { HandlersOf } from '../context.ts';
import { keepMapping, listMappings, removeMapping, renameMapping } from '../store/mappings.ts';

type Names = 'mappings.list' | 'mappings.keep' | 'mappings.rename' | 'mappings.remove';

export const mappingHandlers: HandlersOf<Names> = {
  'mappings.list': (_, { store }) => listMappings(store),

  'mappings.keep': (input, { engine, store }) =>
    keepMapping(store, { ...input, keptAt: engine.now().toISOString() }),

  'mappings.rename': ({ mappingId, name }, { store }) => renameMapping(store, mappingId, name),

  async 'mappings.remove'({ mappingId }, { store }) {
    await removeMapping(store, mappingId);
    return {};
  },
};
