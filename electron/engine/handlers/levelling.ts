import { randomUUID } from 'node:crypto';
import { addMonths, monthRange, monthZero } from '#shared/domain/dates.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { unconfirmedValues } from '#shared/domain/standard-values.ts';
import { noSteering } from '#shared/domain/steering.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { fullTimeHours, officerCapacity, teamCapacity } from '#shared/planning/capacity.ts';
import { factWarnings } from '#shared/planning/demand/warnings.ts';
import { differenceOf } from '#shared/planning/levelling/difference.ts';
import { ECHO_MONTHS } from '#shared/planning/levelling/echo.ts';
import { teamProblem } from '#shared/planning/levelling/problem.ts';
import { steer, withReset, type SteeringFacts } from '#shared/planning/levelling/steering.ts';
import { chainsOf } from '#shared/planning/rollout.ts';
import type { Parsed } from '#shared/contract/registry.ts';
import type { EngineContext, HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { findPlan, readPlan } from '../store/plans.ts';
import type { Store } from '../store/store.ts';
import { runFor } from './plan-task.ts';
import { readSituation, requireTeam, type Situation } from './situation.ts';

type TeamChoice = Pick<Parsed<'levelling.level'>, 'snapshotId' | 'team' | 'months' | 'target' | 'steering'>;

const COMPLAINTS_TOLD = 5;

/** @throws AppError invalid-input that tells the first complaints, and holds all */
function refuseSteering(complaints: readonly string[]): void {
  if (complaints.length === 0) return;
  const told = complaints.slice(0, COMPLAINTS_TOLD).join(' ');
  const more = complaints.length - COMPLAINTS_TOLD;
  throw new AppError('invalid-input', more > 0 ? `${told} And ${String(more)} more.` : told, { complaints });
}

/** The levelling problem of a team around a person's steering, with all that it came from. */
export async function prepare(store: Store, input: TeamChoice) {
  const team = await requireTeam(store, input.team);
  const situation = await readSituation(store, { snapshotId: input.snapshotId, team: team.name });
  return { team, situation, snapshot: situation.snapshot, ...steeredProblem(situation, team.name, input) };
}

/**
 * The problem of a team out of its situation. The standards are those that the plan rests on: with its own reset
 * rules.
 *
 * @throws AppError invalid-input of a steering that cannot be
 */
export function steeredProblem(
  situation: Situation,
  team: string,
  input: Pick<TeamChoice, 'months' | 'target' | 'steering'>,
) {
  const { snapshot, cases, officers, abstractions, absencesHeldTo, settings } = situation;
  const steering = input.steering ?? noSteering;
  const { standards, complaints } = withReset(situation.standards, steering.reset);
  refuseSteering(complaints);
  const months = input.months ?? settings.horizonMonths;
  const month0 = monthZero(snapshot.asAt);
  const people = {
    officers,
    abstractions,
    assumptions: standards.assumptions,
    months: monthRange(month0, months),
    role: 'offender-manager' as const,
    absencesHeldTo,
  };
  const unsteered = teamProblem({
    chains: chainsOf(cases, { standards, unassessedAs: settings.unassessedAs, asAt: snapshot.asAt }),
    capacity: teamCapacity(people),
    hoursPerFte: fullTimeHours(people),
    officers: officerCapacity(people),
    capacityBeyond: teamCapacity({
      ...people,
      months: monthRange(addMonths(month0, months), ECHO_MONTHS),
    }),
    standards,
    firstMonth: Math.min(settings.firstOpenMonth, months - 1),
    target: input.target ?? null,
    overCapacity: settings.peakOverCapacity,
  });
  const managers = cases.flatMap((record) => (record.officer === null ? [] : [record.officer]));
  const facts: SteeringFacts = {
    team,
    month0,
    cases: new Set(cases.map((record) => record.reference)),
    officers: new Set([...officers.map((officer) => officer.collar), ...managers]),
    duties: standards.duties,
  };
  const steered = steer(unsteered, steering, facts);
  refuseSteering(steered.complaints);
  return { standards, settings, steering, month0, facts, problem: steered.problem };
}

async function planOf(store: Store, planId: number): Promise<Plan | null> {
  const summary = await findPlan(store, planId);
  return summary === null || summary.isPurged ? null : (await readPlan(store, summary)).plan;
}

/** The plan to tell the changes from: a proposal still held, or an accepted plan, of the same team. */
async function planSince(
  engine: EngineContext,
  store: Store,
  { since, team }: Parsed<'levelling.level'>,
): Promise<Plan | null> {
  if (since === undefined) return null;
  const found =
    'planId' in since ? await planOf(store, since.planId) : engine.session.proposal(since.proposalId)?.plan;
  if (!found) {
    throw new AppError(
      'not-found',
      'The plan to compare with is no longer held. Level the team again without it.',
    );
  }
  if (!isSameTeam(found.team, team)) {
    throw new AppError('invalid-input', `The plan to compare with is ${found.team}’s, not ${team}’s.`);
  }
  return found;
}

export const levellingHandlers: HandlersOf<'levelling.level'> = {
  async 'levelling.level'(input, { engine, job }) {
    const workspace = engine.session.workspace();
    job.progress('Reading the snapshot', 0.02);
    const { prepared, before } = await workspace.read(async (store) => ({
      before: await planSince(engine, store, input),
      prepared: await prepare(store, input),
    }));
    const { team, situation, snapshot, standards, settings, steering, month0, problem } = prepared;
    const dutyNames = Object.fromEntries(standards.duties.map((duty) => [duty.key, duty.name]));
    const task = { kind: 'level' as const, team: team.name, month0, problem, dutyNames };
    const plan = await runFor(workspace, task, { engine, job });

    const proposalId = randomUUID();
    engine.session.keepProposal(proposalId, {
      snapshotId: snapshot.id,
      teamId: team.id,
      plan,
      problem,
      standards,
      settings,
      steering,
    });
    return {
      proposalId,
      snapshotId: snapshot.id,
      asAt: snapshot.asAt,
      plan,
      unconfirmed: unconfirmedValues(standards),
      warnings: factWarnings({ ...situation, asAt: snapshot.asAt }),
      problem: input.withProblem === true ? problem : null,
      steering,
      changedSince: before === null ? null : differenceOf(before, plan),
    };
  },
};
