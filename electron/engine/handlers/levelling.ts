import { randomUUID } from 'node:crypto';
import type { PlanSummary } from '#shared/contract/levelling.ts';
import { monthRange, monthZero } from '#shared/domain/dates.ts';
import { unconfirmedValues } from '#shared/domain/standards.ts';
import { fullTimeHours, teamCapacity } from '#shared/planning/capacity.ts';
import { teamProblem } from '#shared/planning/levelling/problem.ts';
import { chainsOf } from '#shared/planning/rollout.ts';
import type { Parsed } from '#shared/contract/registry.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { cancelled } from '../jobs.ts';
import { addPlan, listPlans, markUndone, readPlan } from '../store/plans.ts';
import type { Store } from '../store/store.ts';
import { readSituation, requireSnapshot, requireTeam } from './situation.ts';

/** The levelling problem of a team, with all that it came from. */
export async function prepare(store: Store, input: Parsed<'levelling.level'>) {
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
    maxMoves: input.maxMoves ?? null,
  });
  return { team, snapshot, standards, settings, month0, problem };
}

async function summaryOf(store: Store, planId: number): Promise<PlanSummary> {
  const summary = (await listPlans(store)).find((plan) => plan.id === planId);
  if (summary) return summary;
  throw new AppError('not-found', `There is no plan number ${String(planId)}. Choose one of the list.`);
}

type Names = 'levelling.level' | 'plans.accept' | 'plans.undo' | 'plans.list' | 'plans.get';

export const levellingHandlers: HandlersOf<Names> = {
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

  async 'plans.accept'({ proposalId, note }, { engine, store }) {
    const proposal = engine.session.proposal(proposalId);
    if (!proposal) {
      throw new AppError(
        'not-found',
        'This proposal is no longer held, or was accepted before. Level the team again.',
      );
    }
    // Throws where the snapshot has been rolled back since.
    await requireSnapshot(store, proposal.snapshotId);
    const planId = await addPlan(store, {
      ...proposal,
      acceptedAt: engine.now().toISOString(),
      note: note ?? '',
    });
    engine.session.forgetProposal(proposalId);
    return summaryOf(store, planId);
  },

  async 'plans.undo'({ planId }, { engine, store }) {
    const summary = await summaryOf(store, planId);
    if (summary.undoneAt !== null) {
      throw new AppError('conflict', 'This plan was undone already. Nothing was changed.');
    }
    await markUndone(store, planId, engine.now().toISOString());
    return summaryOf(store, planId);
  },

  async 'plans.list'({ team }, { store }) {
    const plans = await listPlans(store);
    if (team === undefined) return plans;
    const chosen = await requireTeam(store, team);
    return plans.filter((plan) => plan.team === chosen.name);
  },

  async 'plans.get'({ planId }, { store }) {
    await summaryOf(store, planId);
    const stored = await readPlan(store, planId);
    if (!stored) throw new Error('A plan of the list could not be read.');
    const { summary, plan, standards } = stored;
    return { summary, plan, unconfirmed: unconfirmedValues(standards) };
  },
};
