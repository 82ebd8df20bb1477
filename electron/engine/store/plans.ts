/** Accepted plans, each with the standards, settings and problem it came from. */
import type { PlanSummary } from '#shared/contract/plans.ts';
import type { Month } from '#shared/domain/dates.ts';
import { Plan as PlanSchema, type Move, type Plan } from '#shared/domain/plan.ts';
import { Problem as ProblemSchema, type Chain, type Problem } from '#shared/domain/problem.ts';
import { Settings as SettingsSchema, type Settings } from '#shared/domain/settings.ts';
import { Standards as StandardsSchema, type Standards } from '#shared/domain/standards.ts';
import { Steering as SteeringSchema, type Steering } from '#shared/domain/steering.ts';
import { hours } from '#shared/domain/units.ts';
import { isPlanOver, plansInForce } from '#shared/planning/follow-up/in-force.ts';
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const PlanWithoutMoves = PlanSchema.omit({ moves: true });
/** Plans accepted before there was steering were steered by nothing. */
const StoredResult = PlanWithoutMoves.extend({ steering: SteeringSchema.prefault({}) });

export type StoredPlan = {
  summary: PlanSummary;
  plan: Plan;
  steering: Steering;
  standards: Standards;
  settings: Settings;
};

export async function addPlan(
  store: Store,
  input: {
    snapshotId: number;
    teamId: number;
    acceptedAt: string;
    note: string;
    standards: Standards;
    settings: Settings;
    problem: Problem;
    steering: Steering;
    plan: Plan;
  },
): Promise<number> {
  const { moves, ...result } = input.plan;
  const { id } = await store.db
    .insertInto('plan')
    .values({
      snapshot_id: input.snapshotId,
      team_id: input.teamId,
      accepted_at: input.acceptedAt,
      undone_at: null,
      note: input.note,
      standards: JSON.stringify(input.standards),
      settings: JSON.stringify(input.settings),
      problem: JSON.stringify(input.problem),
      result: JSON.stringify({ ...result, steering: input.steering }),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  store.insertMany(
    'plan_move',
    moves.map((move, position) => ({ plan_id: id, position, ...toMoveRow(move) })),
  );
  return id;
}

const toMoveRow = (move: Move) => ({
  chain: move.id,
  reference: move.reference,
  duty: move.duty,
  risk: move.risk,
  officer: move.officer,
  due_month: move.due,
  to_month: move.to,
  due_index: move.dueIndex,
  to_index: move.toIndex,
  months_early: move.monthsEarly,
  hours: move.hours,
  reason: move.reason,
});

const toMove = (row: Selectable<Tables['plan_move']>): Move => ({
  id: row.chain,
  reference: row.reference,
  duty: row.duty,
  risk: row.risk,
  officer: row.officer,
  due: row.due_month,
  to: row.to_month,
  dueIndex: row.due_index,
  toIndex: row.to_index,
  monthsEarly: row.months_early,
  hours: hours(row.hours),
  reason: row.reason,
});

export async function markUndone(store: Store, planId: number, at: string): Promise<void> {
  await store.db.updateTable('plan').set({ undone_at: at }).where('id', '=', planId).execute();
}

/** One figure of a plan's result, which is long: the database takes it out, so that the rest is not read. */
const figure = (name: 'peakBefore' | 'peakAfter' | 'purgedMoves'): RawBuilder<number | null> =>
  sql<number | null>`json_extract(result, ${`$.${name}`})`;

/** Newest first; a plan whose snapshot was purged has the moves that it had before. */
const selectPlans = (store: Store) =>
  store.db
    .selectFrom('plan')
    .innerJoin('team', 'team.id', 'plan.team_id')
    .innerJoin('snapshot', 'snapshot.id', 'plan.snapshot_id')
    .select([
      'plan.id',
      'snapshot_id',
      'snapshot.as_at',
      'snapshot.purged_at',
      'team.name as team',
      'accepted_at',
      'undone_at',
      'note',
      figure('peakBefore').as('peakBefore'),
      figure('peakAfter').as('peakAfter'),
      figure('purgedMoves').as('purgedMoves'),
      sql<Month>`json_extract(result, '$.months[#-1]')`.as('lastMonth'),
    ])
    .select((select) =>
      select
        .selectFrom('plan_move')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('plan_move.plan_id', '=', 'plan.id')
        .as('moves'),
    )
    .orderBy('plan.id', 'desc')
    .execute();

/** Newest first; which are in force, stale or over is told as at the newest snapshot. */
export async function listPlans(store: Store): Promise<PlanSummary[]> {
  const newest = await store.db
    .selectFrom('snapshot')
    .select('as_at')
    .orderBy('as_at', 'desc')
    .executeTakeFirst();
  if (!newest) return [];
  const plans = (await selectPlans(store)).map((row) => ({
    id: row.id,
    snapshotId: row.snapshot_id,
    asAt: row.as_at,
    team: row.team,
    acceptedAt: row.accepted_at,
    undoneAt: row.undone_at,
    isStale: row.as_at < newest.as_at,
    lastMonth: row.lastMonth,
    isOver: isPlanOver(row, newest.as_at),
    peakBefore: row.peakBefore,
    peakAfter: row.peakAfter,
    moves: row.purgedMoves ?? row.moves ?? 0,
    isPurged: row.purged_at !== null,
    note: row.note,
  }));
  const inForce = new Set(plansInForce(plans, newest.as_at).map(({ id }) => id));
  return plans.map((plan) => ({ ...plan, inForce: inForce.has(plan.id) }));
}

/** The plan of that number; null when there is none. */
export const findPlan = async (store: Store, planId: number): Promise<PlanSummary | null> =>
  (await listPlans(store)).find((plan) => plan.id === planId) ?? null;

/** The whole of a plan of the list. */
export async function readPlan(store: Store, summary: PlanSummary): Promise<StoredPlan> {
  const { id: planId } = summary;
  const row = await store.db
    .selectFrom('plan')
    .select(['result', 'standards', 'settings'])
    .where('id', '=', planId)
    .executeTakeFirstOrThrow();
  const moves = await store.db
    .selectFrom('plan_move')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  const { steering, ...result } = StoredResult.parse(JSON.parse(row.result));
  return {
    summary,
    plan: { ...result, moves: moves.map(toMove) },
    steering,
    standards: StandardsSchema.parse(JSON.parse(row.standards)),
    settings: SettingsSchema.parse(JSON.parse(row.settings)),
  };
}

const ProblemChains = ProblemSchema.pick({ chains: true });

/** The chains of the problem that a plan answers. */
export async function readChains(store: Store, planId: number): Promise<Chain[]> {
  const { problem } = await store.db
    .selectFrom('plan')
    .select('problem')
    .where('id', '=', planId)
    .executeTakeFirstOrThrow();
  return ProblemChains.parse(JSON.parse(problem)).chains;
}

/** Removes every plan that rests on a snapshot, undone ones too, with their moves. */
export async function removePlansOf(store: Store, snapshotId: number): Promise<void> {
  await store.db.deleteFrom('plan').where('snapshot_id', '=', snapshotId).execute();
}

/**
 * Leaves of every plan that rests on a snapshot its figures only: no move, no chain, nobody's name, no note.
 * @returns how many plans there were
 */
export async function reducePlansOf(store: Store, snapshotId: number): Promise<number> {
  const plans = (await listPlans(store)).filter((plan) => plan.snapshotId === snapshotId);
  for (const { id, moves } of plans) {
    const { result } = await store.db
      .selectFrom('plan')
      .select('result')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const figures = PlanWithoutMoves.parse(JSON.parse(result));
    const nameless = { notMended: [], officers: [], predictable: [], certificate: null };
    const echo = { ...figures.echo, text: null };
    const reduced = JSON.stringify({ ...figures, ...nameless, echo, purgedMoves: moves });
    await store.db.deleteFrom('plan_move').where('plan_id', '=', id).execute();
    await store.db
      .updateTable('plan')
      .set({ result: reduced, problem: '{}', note: '' })
      .where('id', '=', id)
      .execute();
  }
  return plans.length;
}
