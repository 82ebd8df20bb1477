/** A planner worker: takes one task, reports its steps, gives its result, ends. It holds no database. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CasesForecast } from '#shared/domain/forecast.ts';
import type { Plan, TeamFrontier } from '#shared/domain/plan.ts';
import type { Futures } from '#shared/planning/forecast/cases/futures.ts';
import type {
  ForecastTask,
  FrontierTask,
  FuturesTask,
  InventedForce,
  LevelTask,
  PlannerMessage,
  PlannerResult,
  PlannerTask,
} from './messages.ts';
import type { ScenarioAnswer, ScenarioTask } from './scenario-task.ts';

function send(message: PlannerMessage): void {
  parentPort?.postMessage(message);
}

async function level(task: LevelTask): Promise<Plan> {
  const [{ level: solve }, { loadSolver }] = await Promise.all([
    import('#shared/planning/levelling/level.ts'),
    import('./highs.ts'),
  ]);
  return solve({
    team: task.team,
    month0: task.month0,
    problem: task.problem,
    solver: await loadSolver(),
    dutyNames: new Map(Object.entries(task.dutyNames)),
    onStep: (step, progress) => {
      send({ kind: 'step', step, progress });
    },
  });
}

/** The curves of the teams that no worker beside this one has taken. */
async function curves({ teams, next }: FrontierTask): Promise<TeamFrontier[]> {
  const [{ frontier }, { loadSolver }] = await Promise.all([
    import('#shared/planning/levelling/frontier.ts'),
    import('./highs.ts'),
  ]);
  const solver = await loadSolver();
  const drawn: TeamFrontier[] = [];
  for (let own = teams[Atomics.add(next, 0, 1)]; own; own = teams[Atomics.add(next, 0, 1)]) {
    const { team, problem } = own;
    const onStep = (step: string, share: number): void => {
      send({ kind: 'step', step: `${team}: ${step}`, progress: (drawn.length + share) / teams.length });
    };
    drawn.push(frontier({ team, problem, solver, onStep }));
  }
  return drawn;
}

async function forecast({ snapshots, months, runs, seed }: ForecastTask): Promise<CasesForecast> {
  const { forecastCases } = await import('#shared/planning/forecast/cases/forecast-cases.ts');
  const onStep = (step: string, share: number): void => {
    // What comes before is reading the snapshots.
    send({ kind: 'step', step, progress: 0.3 + 0.7 * share });
  };
  return forecastCases({ snapshots, months, runs, seed, onStep });
}

async function futures({ snapshots, months, runs, seed }: FuturesTask): Promise<Futures> {
  const { simulateFutures } = await import('#shared/planning/forecast/cases/futures.ts');
  const onStep = (share: number): void => {
    send({ kind: 'step', step: 'Simulating', progress: 0.3 + 0.6 * share });
  };
  return simulateFutures({ snapshots, months, runs, seed, onStep });
}

async function scenarios(task: ScenarioTask): Promise<ScenarioAnswer<ScenarioTask>> {
  const { answerScenarios } = await import('./scenario-task.ts');
  return answerScenarios(task, (step, progress) => {
    send({ kind: 'step', step, progress });
  });
}

async function invent(seed: number | null): Promise<InventedForce> {
  send({ kind: 'step', step: 'Inventing a force', progress: 0.05 });
  const { inventForce, DEMO_SEED } = await import('../demo/force.ts');
  return inventForce({ seed: seed ?? DEMO_SEED });
}

function resultOf(task: PlannerTask): Promise<PlannerResult<PlannerTask>> {
  switch (task.kind) {
    case 'level':
      return level(task);
    case 'frontier':
      return curves(task);
    case 'forecast':
      return forecast(task);
    case 'futures':
      return futures(task);
    case 'scenarios':
      return scenarios(task);
    case 'demo':
      return invent(task.seed);
  }
}

async function run(task: PlannerTask): Promise<void> {
  try {
    send({ kind: 'done', result: await resultOf(task) });
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    send({ kind: 'failed', message, stack });
  }
}

await run(workerData as PlannerTask);
