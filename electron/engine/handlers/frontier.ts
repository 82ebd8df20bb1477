import { availableParallelism } from 'node:os';
import type { Parsed } from '#shared/contract/registry.ts';
import { unconfirmedValues } from '#shared/domain/standard-values.ts';
import { byTeam } from '#shared/planning/demand/demand.ts';
import { sum } from '#shared/planning/sum.ts';
import type { TeamFrontier } from '#shared/domain/plan.ts';
import type { HandlersOf, JobTools } from '../context.ts';
import type { Store } from '../store/store.ts';
import { steeredProblem } from './levelling.ts';
import { runFor } from './plan-task.ts';
import { readSituation, requireTeam } from './situation.ts';
import type { FrontierTask } from '../workers/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';

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

/** Each holds a solver of its own, some 100 MB. */
const MOST_SIDE_BY_SIDE = 4;

/**
 * Workers side by side take one team after the other, as how long a team takes cannot be told from its size. A team's
 * curve is the same whichever worker draws it.
 */
async function drawCurves(
  workspace: Workspace,
  teams: FrontierTask['teams'],
  { engine, job }: JobTools,
): Promise<TeamFrontier[]> {
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const failed = new AbortController();
  const shares: number[] = [];
  const lane = (_: unknown, index: number) =>
    runFor(
      workspace,
      { kind: 'frontier' as const, teams, next },
      {
        engine,
        job: {
          ...job,
          signal: AbortSignal.any([job.signal, failed.signal]),
          progress(step, share) {
            shares[index] = share;
            job.progress(step, sum(shares));
          },
        },
      },
    );
  const count = Math.min(MOST_SIDE_BY_SIDE, availableParallelism(), teams.length);
  const lanes = Array.from({ length: count }, lane);
  try {
    const drawn = await Promise.all(lanes);
    return drawn.flat().sort((a, b) => (a.team < b.team ? -1 : 1));
  } catch (error) {
    failed.abort();
    await Promise.allSettled(lanes);
    throw error;
  }
}

export const frontierHandlers: HandlersOf<'levelling.frontier'> = {
  async 'levelling.frontier'(input, { engine, job }) {
    const workspace = engine.session.workspace();
    job.progress('Reading the snapshot', 0.02);
    const { snapshot, standards, teams } = await workspace.read((store) => prepareTeams(store, input));
    const frontiers = await drawCurves(workspace, teams, { engine, job });
    return {
      snapshotId: snapshot.id,
      asAt: snapshot.asAt,
      teams: frontiers,
      unconfirmed: unconfirmedValues(standards),
    };
  },
};
