/** What the engine and its planner workers say to each other. Plain data only. */
import type { Abstraction } from '#shared/domain/abstraction.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import type { IsoDate, Month } from '#shared/domain/dates.ts';
import type { CasesForecast } from '#shared/domain/forecast.ts';
import type { Officer } from '#shared/domain/officer.ts';
import type { Plan, TeamFrontier } from '#shared/domain/plan.ts';
import type { Problem } from '#shared/domain/problem.ts';
import type { SnapshotFacts } from '#shared/planning/forecast/cases/facts.ts';
import type { Futures } from '#shared/planning/forecast/cases/futures.ts';
import type { ScenarioAnswer, ScenarioTask } from './scenario-task.ts';

export type LevelTask = {
  kind: 'level';
  team: string;
  month0: Month;
  problem: Problem;
  /** Names of duties by key, for the words of the plan. */
  dutyNames: Record<string, string>;
};

/** The curves of some teams. Workers that are given the same share the teams out among them. */
export type FrontierTask = {
  kind: 'frontier';
  teams: Array<{ team: string; problem: Problem }>;
  /** Index of the next team that no worker has taken, held in common. */
  next: Int32Array<SharedArrayBuffer>;
};

export type ForecastTask = {
  kind: 'forecast';
  /** Oldest first; the last is the one forecast from. */
  snapshots: SnapshotFacts[];
  months: number;
  runs: number;
  seed: number;
};

/** The futures that scenarios rest on. */
export type FuturesTask = Omit<ForecastTask, 'kind'> & { kind: 'futures' };

type DemoTask = { kind: 'demo'; seed: number | null };

export type PlannerTask = LevelTask | FrontierTask | ForecastTask | FuturesTask | ScenarioTask | DemoTask;

export type InventedForce = {
  snapshots: Array<{ asAt: IsoDate; cases: CaseRecord[] }>;
  rosters: Array<{ asAt: IsoDate; officers: Officer[] }>;
  abstractions: Abstraction[];
};

export type PlannerResult<T extends PlannerTask> = T extends LevelTask
  ? Plan
  : T extends FrontierTask
    ? TeamFrontier[]
    : T extends ForecastTask
      ? CasesForecast
      : T extends FuturesTask
        ? Futures
        : T extends ScenarioTask
          ? ScenarioAnswer<T>
          : InventedForce;

export type PlannerMessage =
  | { kind: 'step'; step: string; progress: number }
  | { kind: 'done'; result: PlannerResult<PlannerTask> }
  | { kind: 'failed'; message: string; stack: string };
