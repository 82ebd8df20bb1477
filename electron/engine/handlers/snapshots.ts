/** Snapshots held, and taking one out again. */
import type { Snapshot } from '#shared/contract/imports.ts';
import type { PlanSummary } from '#shared/contract/plans.ts';
import { showDate } from '#shared/domain/dates.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { listPlans, removePlansOf } from '../store/plans.ts';
import { listSnapshots, readAccount, removeSnapshot } from '../store/snapshots.ts';
import type { Store } from '../store/store.ts';
import { removeUnusedTeams, teamsOnlyOf } from '../store/teams.ts';
import { requireListed } from './situation.ts';

const plansOf = async (store: Store, snapshotId: number): Promise<PlanSummary[]> =>
  (await listPlans(store)).filter((plan) => plan.snapshotId === snapshotId);

/** A plan that someone works by is not taken away unasked; one undone stands in nobody's way. */
function refuseForPlans(snapshot: Snapshot, plans: readonly PlanSummary[]): void {
  const standing = plans.filter((plan) => plan.undoneAt === null);
  if (standing.length === 0) return;
  const teams = [...new Set(standing.map((plan) => plan.team))].sort();
  throw new AppError(
    'conflict',
    `${counted(standing.length, 'accepted plan')} (${listed(teams)}) ${standing.length === 1 ? 'rests' : 'rest'} on the snapshot as at ${showDate(snapshot.asAt)}. Undo them first, or roll the snapshot back together with its plans.`,
    { snapshotId: snapshot.id, plans: standing.map((plan) => plan.id), teams },
  );
}

type Names = 'snapshots.list' | 'snapshots.account' | 'snapshots.rollbackPreview' | 'snapshots.rollback';

export const snapshotsHandlers: HandlersOf<Names> = {
  'snapshots.list': (_, { store }) => listSnapshots(store),

  async 'snapshots.account'({ snapshotId }, { store }) {
    const snapshot = await requireListed(store, snapshotId);
    return readAccount(store, snapshot.id);
  },

  async 'snapshots.rollbackPreview'({ snapshotId }, { store }) {
    const snapshot = await requireListed(store, snapshotId);
    const held = await listSnapshots(store);
    return {
      snapshot,
      isNewest: held[0]?.id === snapshotId,
      newestAfter: held.find((other) => other.id !== snapshotId) ?? null,
      plans: await plansOf(store, snapshotId),
      teams: await teamsOnlyOf(store, snapshotId),
    };
  },

  async 'snapshots.rollback'({ snapshotId, alsoPlans }, { store }) {
    const snapshot = await requireListed(store, snapshotId);
    const plans = await plansOf(store, snapshotId);
    if (alsoPlans !== true) refuseForPlans(snapshot, plans);
    await removePlansOf(store, snapshotId);
    await removeSnapshot(store, snapshotId);
    await removeUnusedTeams(store);
    const { asAt, cases } = snapshot;
    return { removed: { snapshotId, asAt, cases, plans: plans.length } };
  },
};
