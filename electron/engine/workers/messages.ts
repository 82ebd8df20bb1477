/** What the engine and its planner workers say to each other. Plain data only. */
import type { Abstraction } from '#shared/domain/abstraction.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import type { IsoDate, Month } from '#shared/domain/dates.ts';
import type { CasesForecast } from '#shared/domain/forecast.ts';
import type { Officer } from '#shared/domain/officer.ts';
import type { Plan, Problem, TeamFrontier } from '#shared/domain/plan.ts';
import type { SnapshotFacts } from '#shared/planning/forecast/cases/facts.ts';

export type LevelTask = {
  kind: 'level';
  team: string;
  month0: Month;
  problem: Problem;
  /** Names of duties by key, for the words of the plan. */
  dutyNames: Record<string, string>;
};

/** The curves of some teams, in that order. */
export type FrontierTask = { kind: 'frontier'; teams: Array<{ team: string; problem: Problem }> };

export type ForecastTask = {
  kind: 'forecast';
  /** Oldest first; the last is the one forecast from. */
  snapshots: SnapshotFacts[];
  months: number;
  runs: number;
  seed: number;
};

type DemoTask = { kind: 'demo'; seed: number | null };

export type PlannerTask = LevelTask | FrontierTask | ForecastTask | DemoTask;

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
      : InventedForce;

export type PlannerMessage =
  | { kind: 'step'; step: string; progress: number }
  | { kind: 'done'; result: Plan | TeamFrontier[] | CasesForecast | InventedForce }
  | { kind: 'failed'; message: string; stack: string };
