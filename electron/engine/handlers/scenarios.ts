import type { HandlersOf, Tools } from '../context.ts';
import {
  addScenario,
  archiveScenario,
  changeScenario,
  listScenarios,
  requireScenario,
} from '../store/scenarios.ts';
import { findSnapshot } from '../store/snapshots.ts';

type Names = 'scenarios.list' | 'scenarios.get' | 'scenarios.save' | 'scenarios.copy' | 'scenarios.archive';

const stampOf = async ({ store, engine }: Tools) => ({
  asAt: (await findSnapshot(store))?.asAt ?? null,
  now: engine.now().toISOString(),
});

export const scenarioHandlers: HandlersOf<Names> = {
  'scenarios.list': (_, { store }) => listScenarios(store),

  'scenarios.get': ({ scenarioId }, { store }) => requireScenario(store, scenarioId),

  async 'scenarios.save'({ scenarioId, ...draft }, tools) {
    const stamp = await stampOf(tools);
    return scenarioId === undefined
      ? addScenario(tools.store, { ...draft, copiedFrom: null }, stamp)
      : changeScenario(tools.store, scenarioId, draft, stamp);
  },

  async 'scenarios.copy'({ scenarioId, name }, tools) {
    const { description, changes } = await requireScenario(tools.store, scenarioId);
    const copy = { name, description, changes, copiedFrom: scenarioId };
    return addScenario(tools.store, copy, await stampOf(tools));
  },

  'scenarios.archive': ({ scenarioId, archived }, { store, engine }) =>
    archiveScenario(store, scenarioId, archived ? engine.now().toISOString() : null),
};
