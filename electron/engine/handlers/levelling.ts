import { randomUUID } from 'node:crypto';
import { monthRange, monthZero } from '#shared/domain/dates.ts';
import { unconfirmedValues } from '#shared/domain/standards.ts';
import { fullTimeHours, teamCapacity } from '#shared/planning/capacity.ts';
import { teamProblem } from '#shared/planning/levelling/problem.ts';
import { chainsOf } from '#shared/planning/rollout.ts';
import type { Parsed } from '#shared/contract/registry.ts';
import type { HandlersOf } from '../context.ts';
import { cancelled } from '../jobs.ts';
import type { Store } from '../store/store.ts';
import { readSituation, requireTeam } from './situation.ts';

/** The levelling problem of a team, with all that it came from. */
async function prepare(store: Store, input: Parsed<'levelling.level'>) {
  const team = await requireTeam(store, input.team);
  const situation = await readSituation(store, { snapshotId: input.snapshotId, teamId: team.id });
  const { snapshot, cases, officers, abstractions, standards, settings } = situation;
  const months = input.months ?? settings.horizonMonths;
  const month0 = monthZero(snapshot.asAt);
  const people = {
    officers,
    abstractions,
    assumptions: standards.assumptions,
    months: monthRange(month0, months),
    role: 'offender-manager' as const,
    asAt: snapshot.asAt,
  };
  const problem = teamProblem({
    chains: chainsOf(cases, { standards, unassessedAs: settings.unassessedAs, asAt: snapshot.asAt }),
    capacity: teamCapacity(people),
    hoursPerFte: fullTimeHours(people),
    standards,
    firstMonth: Math.min(settings.firstOpenMonth, months - 1),
    target: input.target ?? null,
  });
  return { team, snapshot, standards, settings, month0, problem };
}

export const levellingHandlers: HandlersOf<'levelling.level'> = {
  async 'levelling.level'(input, { engine, job }) {
    const workspace = engine.session.workspace();
    job.progress('Reading the snapshot', 0.02);
    const { team, snapshot, standards, settings, month0, problem } = await workspace.read((store) =>
      prepare(store, input),
    );
    const dutyNames = Object.fromEntries(standards.duties.map((duty) => [duty.key, duty.name]));
    const plan = await engine.runPlanner({ kind: 'level', team: team.name, month0, problem, dutyNames }, job);
    job.signal.throwIfAborted();
    if (!engine.session.isOpen() || engine.session.workspace() !== workspace) throw cancelled();

    const proposalId = randomUUID();
    engine.session.keepProposal(proposalId, {
      snapshotId: snapshot.id,
      teamId: team.id,
      plan,
      problem,
      standards,
      settings,
    });
    return {
      proposalId,
      snapshotId: snapshot.id,
      asAt: snapshot.asAt,
      plan,
      unconfirmed: unconfirmedValues(standards),
      problem: input.withProblem === true ? problem : null,
    };
  },
};
