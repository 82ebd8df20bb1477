import type { Parsed } from '#shared/contract/registry.ts';
import { unconfirmedValues } from '#shared/domain/standards.ts';
import { byTeam } from '#shared/planning/demand.ts';
import type { HandlersOf } from '../context.ts';
import type { Store } from '../store/store.ts';
import { steeredProblem } from './levelling.ts';
import { runFor } from './plan-task.ts';
import { readSituation, requireTeam } from './situation.ts';

/** The teams asked for, with their problems: the one named, or all that the snapshot holds cases of. */
async function prepareTeams(store: Store, input: Parsed<'levelling.frontier'>) {
  const { snapshotId, months, steering: given } = input;
  const chosen = input.team === undefined ? null : await requireTeam(store, input.team);
  const situation = await readSituation(store, { snapshotId, team: chosen?.name });
  // The curve is about the number of moves: a cap on them is left out.
  const steering = given && { ...given, caps: { ...given.caps, moves: null } };
  const { cases, officers } = situation;
  const own = chosen
    ? [{ team: chosen.name, cases, officers }]
    : byTeam(cases, officers)
        .filter((one) => one.cases.length > 0)
        .sort((a, b) => (a.team < b.team ? -1 : 1));
  const teams = own.map(({ team, ...people }) => ({
    team,
    problem: steeredProblem({ ...situation, ...people }, team, { months, steering }).problem,
  }));
  return { snapshot: situation.snapshot, standards: situation.standards, teams };
}

export const frontierHandlers: HandlersOf<'levelling.frontier'> = {
  async 'levelling.frontier'(input, { engine, job }) {
    const workspace = engine.session.workspace();
    job.progress('Reading the snapshot', 0.02);
    const { snapshot, standards, teams } = await workspace.read((store) => prepareTeams(store, input));
    const frontiers = await runFor(workspace, { kind: 'frontier' as const, teams }, { engine, job });
    return {
      snapshotId: snapshot.id,
      asAt: snapshot.asAt,
      teams: frontiers,
      unconfirmed: unconfirmedValues(standards),
    };
  },
};
