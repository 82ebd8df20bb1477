import type { PlanSummary } from '#shared/contract/plans.ts';
import { showDate } from '#shared/domain/dates.ts';
import { unconfirmedValues } from '#shared/domain/standard-values.ts';
import { counted } from '#shared/planning/wording.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { doersOf } from '../store/audit.ts';
import { addPlan, findPlan, listPlans, markUndone, readPlan } from '../store/plans.ts';
import type { Store } from '../store/store.ts';
import { followPlan, followPlans } from './followed.ts';
import { requireSnapshot, requireTeam } from './situation.ts';

async function summaryOf(store: Store, planId: number): Promise<PlanSummary> {
  const summary = await findPlan(store, planId);
  if (summary) return summary;
  throw new AppError('not-found', `There is no plan number ${String(planId)}. Choose one of the list.`);
}

/**
 * A plan whose moves are held.
 * @throws AppError not-found, or conflict when its snapshot was purged
 */
export async function wholePlan(store: Store, planId: number): Promise<PlanSummary> {
  const summary = await summaryOf(store, planId);
  if (!summary.isPurged) return summary;
  throw new AppError(
    'conflict',
    `The snapshot of this plan (as at ${showDate(summary.asAt)}) was purged, counts only: its ${counted(summary.moves, 'move')} are no longer held. Its figures stand in the list of plans.`,
    { planId, snapshotId: summary.snapshotId },
  );
}

type Names =
  'plans.accept' | 'plans.undo' | 'plans.list' | 'plans.get' | 'plans.followUp' | 'plans.adherence';

export const planHandlers: HandlersOf<Names> = {
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
    const doers = await doersOf(store, 'plans.accept');
    const plans = (await listPlans(store)).map((plan) => ({
      ...plan,
      acceptedBy: doers.get(plan.id) ?? null,
    }));
    if (team === undefined) return plans;
    const chosen = await requireTeam(store, team);
    return plans.filter((plan) => plan.team === chosen.name);
  },

  async 'plans.get'({ planId }, { store }) {
    const { summary, plan, steering, standards } = await readPlan(store, await wholePlan(store, planId));
    return { summary, plan, steering, unconfirmed: unconfirmedValues(standards) };
  },

  async 'plans.followUp'({ planId }, { store }) {
    const summary = await wholePlan(store, planId);
    const { team, asAt } = summary;
    const { stored, followUp } = await followPlan(store, summary);
    return { planId, team, asAt, unconfirmed: unconfirmedValues(stored.standards), ...followUp };
  },

  async 'plans.adherence'({ team }, { store }) {
    const chosen = team === undefined ? null : await requireTeam(store, team);
    const plans = (await listPlans(store)).filter(
      (plan) => !plan.isPurged && (chosen === null || plan.team === chosen.name),
    );
    const followed = await followPlans(store, plans);
    return followed.map(({ stored, followUp }) => ({
      planId: stored.summary.id,
      adherence: followUp.adherence,
    }));
  },
};
