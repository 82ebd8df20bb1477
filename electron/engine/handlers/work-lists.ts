import type { WorkListReply } from '#shared/contract/plans.ts';
import type { Parsed } from '#shared/contract/registry.ts';
import type { FollowedMove } from '#shared/domain/follow-up.ts';
import { unconfirmedValues } from '#shared/domain/standard-values.ts';
import { workList } from '#shared/planning/follow-up/work-list.ts';
import type { HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { workListFile } from '../reports/work-list.ts';
import type { Store } from '../store/store.ts';
import { followPlan } from './followed.ts';
import { wholePlan } from './plans.ts';

/** A collar number mistyped would leave the list empty, and an empty list reads as nothing to do. */
function requireOfficer(officer: string | undefined, moves: readonly FollowedMove[]): void {
  if (officer === undefined || moves.some((move) => move.officer === officer)) return;
  const officers = [...new Set(moves.flatMap((move) => move.officer ?? []))].sort();
  throw new AppError(
    'not-found',
    `No move of this plan is for officer “${officer}”. Officers: ${officers.join(', ') || 'none'}.`,
    { officers },
  );
}

async function listOf(store: Store, input: Parsed<'plans.workList'>): Promise<WorkListReply> {
  const { planId, officer, month } = input;
  const summary = await wholePlan(store, planId);
  const { team, asAt, undoneAt } = summary;
  if (undoneAt !== null) {
    throw new AppError(
      'conflict',
      'This plan was undone, so it asks nothing of anybody. Choose another plan.',
    );
  }
  const { stored, followUp, newest, roster } = await followPlan(store, summary);
  requireOfficer(officer, followUp.moves);
  const { standards } = stored;
  const list = workList({
    team,
    moves: followUp.moves,
    cases: newest.cases,
    roster,
    standards,
    officer,
    month,
  });
  return { planId, team, asAt, newestAsAt: newest.asAt, unconfirmed: unconfirmedValues(standards), ...list };
}

export const workListHandlers: HandlersOf<'plans.workList' | 'plans.workListFile'> = {
  'plans.workList': (input, { store }) => listOf(store, input),

  async 'plans.workListFile'({ format, ...input }, { engine, store }) {
    return workListFile(await listOf(store, input), format, input, engine.now().toISOString());
  },
};
