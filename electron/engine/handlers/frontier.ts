import type { Parsed } from '#shared/contract/registry.ts';
import { unconfirmedValues } from '#shared/domain/standards.ts';
import type { HandlersOf } from '../context.ts';
import { cancelled } from '../jobs.ts';
import type { Store } from '../store/store.ts';
import { prepare } from './levelling.ts';
import { readSituation } from './situation.ts';

/** The teams asked for, with their problems: the one named, or all that the snapshot holds cases of. */
async function prepareTeams(store: Store, input: Parsed<'levelling.frontier'>) {
  const { snapshot, cases, standards } = await readSituation(store, { snapshotId: input.snapshotId });
  const names = input.team === undefined ? [...new Set(cases.map((one) => one.team))].sort() : [input.team];
  const teams = [];
  const { steering } = input;
  const uncapped = steering && { ...steering, caps: { ...steering.caps, moves: null } };
  for (const name of names) {
    const { team, problem } = await prepare(store, { ...input, team: name, steering: uncapped });
    teams.push({ team: team.name, problem });
  }
  return { snapshot, standards, teams };
}

export const frontierHandlers: HandlersOf<'levelling.frontier'> = {
  async 'levelling.frontier'(input, { engine, job }) {
    const workspace = engine.session.workspace();
    job.progress('Reading the snapshot', 0.02);
    const { snapshot, standards, teams } = await workspace.read((store) => prepareTeams(store, input));
    const frontiers = await engine.runPlanner({ kind: 'frontier', teams }, job);
    job.signal.throwIfAborted();
    if (!engine.session.isOpen() || engine.session.workspace() !== workspace) throw cancelled();
    return {
      snapshotId: snapshot.id,
      asAt: snapshot.asAt,
      teams: frontiers,
      unconfirmed: unconfirmedValues(standards),
    };
  },
};
