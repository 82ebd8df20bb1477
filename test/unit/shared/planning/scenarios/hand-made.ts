/** Bases for tests: cases as told, and futures that are known rather than simulated. */
import type { CaseRecord } from '#shared/domain/case.ts';
import { Month } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { examplePayTable } from '#shared/domain/pay.ts';
import type { ChangeOf, ScenarioChange } from '#shared/domain/scenario.ts';
import { defaultSettings, type Settings } from '#shared/domain/settings.ts';
import { exampleStandards, type Standards } from '#shared/domain/standards.ts';
import { risks } from '#shared/planning/forecast/cases/facts.ts';
import { signOffsHeldIn } from '#shared/planning/demand/sign-offs.ts';
import { scenarioBase, type ScenarioBase } from '#shared/planning/scenarios/base.ts';
import { LEVELS, type Futures } from '#shared/planning/forecast/cases/futures.ts';
import { AS_AT } from '../../../../fixtures/records.ts';

export const MONTHS = 24;
export const month = (text: string): Month => Month.parse(text);

/** Futures in which each team's cases stay as they are times the run's own factor for the month. */
export function steadyFutures(
  cases: readonly CaseRecord[],
  factors: ReadonlyArray<(month: number) => number> = [() => 1],
  months = MONTHS,
): Futures {
  const teams = [...new Set(cases.map(({ team }) => team))].sort();
  const held = teams.flatMap((team) =>
    risks.map((risk) => cases.filter((one) => one.team === team && one.risk === risk).length),
  );
  const run = (factor: (at: number) => number): number[] =>
    Array.from({ length: months }, (_, at) => held.map((count) => Math.round(count * factor(at)))).flat();
  const runs = factors.map(run);
  return {
    teams,
    months,
    runs: runs.length,
    seed: 1,
    cells: Int32Array.from(runs.flat()),
    middle: Float64Array.from({ length: months * teams.length * LEVELS }, (_, at) =>
      runs.reduce((total, own) => total + (own[at] ?? 0) / runs.length, 0),
    ),
    joiners: new Float64Array(months * teams.length * LEVELS),
    growth: { low: -0.01, high: 0.01 },
  };
}

type BaseParts = {
  cases: readonly CaseRecord[];
  officers: readonly Officer[];
  futures?: Futures;
  standards?: Standards;
  settings?: Partial<Settings>;
};

export const baseOf = ({ cases, officers, futures, standards, settings }: BaseParts): ScenarioBase =>
  scenarioBase({
    snapshotId: 1,
    asAt: AS_AT,
    absencesHeldTo: AS_AT,
    rosterAsAt: AS_AT,
    cases,
    signOffsHeld: signOffsHeldIn(cases),
    officers,
    abstractions: [],
    standards: standards ?? exampleStandards(),
    settings: { ...defaultSettings, ...settings },
    pay: examplePayTable(),
    futures: futures ?? steadyFutures(cases),
  });

/** Two posts at once and in full, unless said otherwise. */
export const posts = (changes: Partial<ChangeOf<'posts'>> = {}): ChangeOf<'posts'> => ({
  kind: 'posts',
  team: null,
  posts: 2,
  role: 'offender-manager',
  contract: 'officer',
  from: month('2027-09'),
  leadMonths: 0,
  trainingMonths: 0,
  productivity: 1,
  until: null,
  ...changes,
});

export const scenario = (...changes: ScenarioChange[]) => ({ name: 'A scenario', changes });
