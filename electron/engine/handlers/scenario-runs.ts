import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ScenarioRef } from '#shared/contract/scenarios.ts';
import { addMonths, monthsBetween, monthZero, type Month } from '#shared/domain/dates.ts';
import type { Contract } from '#shared/domain/officer.ts';
import { baseline, newcomer } from '#shared/domain/scenario.ts';
import type { ScenarioResult } from '#shared/domain/scenario-result.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { complaintsOf } from '#shared/planning/scenarios/assumed.ts';
import { scenarioBase, type ScenarioBase } from '#shared/planning/scenarios/base.ts';
import type { Compared } from '#shared/planning/scenarios/compare.ts';
import { scenarioResult, simulatedInSteps } from '#shared/planning/scenarios/result.ts';
import type { NewPosts } from '#shared/planning/scenarios/sweep.ts';
import type { HandlersOf, JobTools } from '../context.ts';
import { AppError } from '../errors.ts';
import { requireScenario } from '../store/scenarios.ts';
import type { Store } from '../store/store.ts';
import type { ScenarioQuestion, ScenarioTask } from '../workers/scenario-task.ts';
import type { PlannerResult } from '../workers/messages.ts';
import { runFor } from './plan-task.ts';
import { baseInput, ensureFutures, heldBase, heldFutures, type FuturesChoice } from './scenario-base.ts';

export async function scenarioOf(store: Store, ref: ScenarioRef): Promise<Compared> {
  if ('draft' in ref) return { ...ref.draft, scenarioId: null };
  const { id, name, description, changes } = await requireScenario(store, ref.scenarioId);
  return { name, description, changes, scenarioId: id };
}

/** @throws AppError invalid-input that tells all that cannot be */
export function refuse(scenario: Pick<Compared, 'name' | 'changes'>, base: ScenarioBase): void {
  const complaints = complaintsOf(scenario.changes, base);
  if (complaints.length === 0) return;
  throw new AppError('invalid-input', `${scenario.name}: ${complaints.join(' ')}`, { complaints });
}

/** Index of the team; the number of teams for the force. @throws AppError not-found */
function teamIndex({ teams }: ScenarioBase, team: string | undefined): number {
  if (team === undefined) return teams.length;
  const index = teams.findIndex((one) => isSameTeam(one.team, team));
  if (index >= 0) return index;
  const names = teams.map((one) => one.team);
  throw new AppError('not-found', `There is no team called “${team}”. Teams: ${names.join(', ')}.`, {
    teams: names,
  });
}

type Asked = { base: ScenarioBase; scenarios: Compared[] };

/** Reads what a job rests on, refuses what cannot be, and has a planner worker answer. */
async function answer<Q extends ScenarioQuestion>(
  choice: FuturesChoice,
  refs: readonly ScenarioRef[],
  tools: JobTools,
  question: (asked: Asked) => Q,
): Promise<PlannerResult<ScenarioTask<Q>>> {
  const workspace = tools.engine.session.workspace();
  const futures = await ensureFutures(workspace, choice, tools);
  const { input, scenarios } = await workspace.read(async (store) => ({
    input: await baseInput(workspace, store, futures, choice.snapshotId),
    scenarios: await Promise.all(refs.map((ref) => scenarioOf(store, ref))),
  }));
  const base = scenarioBase(input);
  for (const scenario of scenarios) refuse(scenario, base);
  const task: ScenarioTask<Q> = {
    kind: 'scenarios',
    base: input,
    question: question({ base, scenarios }),
  };
  return runFor(workspace, task, tools);
}

/**
 * Ranges of one scenario, in the engine's own thread with pauses: a worker would take longer to start than this to do,
 * and would know nothing of what was worked out before.
 */
async function simulate(choice: FuturesChoice, ref: ScenarioRef, tools: JobTools): Promise<ScenarioResult> {
  const workspace = tools.engine.session.workspace();
  const futures = await ensureFutures(workspace, choice, tools);
  const { base, scenario } = await workspace.read(async (store) => ({
    base: await heldBase(workspace, store, futures, choice.snapshotId),
    scenario: await scenarioOf(store, ref),
  }));
  refuse(scenario, base);
  const steps = simulatedInSteps(base, scenario);
  for (;;) {
    tools.job.signal.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    await nextTurn();
  }
}

const firstOf = ({ scenarios: [first] }: Asked): Compared => first ?? { ...baseline, scenarioId: null };

type PostsInput = {
  team?: string | undefined;
  contract?: Contract | undefined;
  from?: Month | undefined;
  leadMonths?: number | undefined;
  trainingMonths?: number | undefined;
  productivity?: number | undefined;
  first?: Month | undefined;
  last?: Month | undefined;
};

/** Posts asked for by their number alone. */
export const usualPosts = { contract: 'officer' as const, ...newcomer };

export function newPostsOf(asked: Asked, input: PostsInput): NewPosts {
  const month0 = monthZero(asked.base.asAt);
  const { leadMonths = usualPosts.leadMonths, trainingMonths = usualPosts.trainingMonths } = input;
  const from = input.from ?? month0;
  if (from < month0) {
    throw new AppError(
      'invalid-input',
      `Expected recruiting to begin in ${month0} or later, the first month ahead; found ${from}. Posts being recruited already are a change of the scenario.`,
    );
  }
  const end = asked.base.months.length - 1;
  const ready = Math.max(0, monthsBetween(month0, addMonths(from, leadMonths + trainingMonths)));
  const first = input.first === undefined ? ready : monthsBetween(month0, input.first);
  const last = input.last === undefined ? end : monthsBetween(month0, input.last);
  if (first < 0 || first > last || last > end) {
    throw new AppError(
      'invalid-input',
      `Expected months to look at between ${month0} and ${addMonths(month0, end)}, the first not after the last; ` +
        `found ${addMonths(month0, first)} to ${addMonths(month0, last)}.`,
    );
  }
  return {
    changes: firstOf(asked).changes,
    team: teamIndex(asked.base, input.team),
    contract: input.contract ?? usualPosts.contract,
    from,
    leadMonths,
    trainingMonths,
    productivity: input.productivity ?? usualPosts.productivity,
    window: { first, last },
  };
}

const SWEEP_POSTS = 20;
export const SEEK_POSTS = 60;
export const PROBABILITY = 0.8;

type Names =
  | 'scenarios.prepare'
  | 'scenarios.run'
  | 'scenarios.simulate'
  | 'scenarios.compare'
  | 'scenarios.tornado'
  | 'scenarios.sweep'
  | 'scenarios.seek';

export const scenarioRunHandlers: HandlersOf<Names> = {
  'scenarios.prepare': (input, tools) => simulate(input, { draft: baseline }, tools),

  async 'scenarios.run'({ scenario: ref, ...choice }, { store, engine }) {
    const workspace = engine.session.workspace();
    const futures = await heldFutures(workspace, store, choice);
    const base = await heldBase(workspace, store, futures, choice.snapshotId);
    const scenario = await scenarioOf(store, ref);
    refuse(scenario, base);
    return scenarioResult(base, scenario);
  },

  'scenarios.simulate': ({ scenario, ...choice }, tools) => simulate(choice, scenario, tools),

  'scenarios.compare': ({ baseline: against, scenarios, team, ...choice }, tools) =>
    answer(choice, [against ?? { draft: baseline }, ...scenarios], tools, (asked) => {
      const index = teamIndex(asked.base, team);
      return {
        ask: 'compare' as const,
        scenarios: asked.scenarios,
        team: asked.base.teams[index]?.team ?? null,
      };
    }),

  'scenarios.tornado': ({ scenario, figure, team, ...choice }, tools) =>
    answer(choice, [scenario], tools, (asked) => ({
      ask: 'tornado' as const,
      changes: firstOf(asked).changes,
      figure,
      team: teamIndex(asked.base, team),
    })),

  'scenarios.sweep': ({ scenario, most = SWEEP_POSTS, ...input }, tools) =>
    answer(input, [scenario], tools, (asked) => ({
      ask: 'sweep' as const,
      input: newPostsOf(asked, input),
      most,
    })),

  'scenarios.seek': ({ scenario, goal, probability = PROBABILITY, most = SEEK_POSTS, ...input }, tools) =>
    answer(input, [scenario], tools, (asked) => ({
      ask: 'seek' as const,
      input: { ...newPostsOf(asked, input), goal, probability, most },
    })),
};
