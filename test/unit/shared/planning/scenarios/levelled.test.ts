import { beforeAll, describe, expect, it } from 'vitest';
import { inventForce } from '#electron/engine/demo/force.ts';
import { loadSolver } from '#electron/engine/workers/highs.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import type { Month } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import type { ScenarioChange } from '#shared/domain/scenario.ts';
import { level } from '#shared/planning/levelling/level.ts';
import type { Solver } from '#shared/planning/levelling/solver.ts';
import { scenarioResult } from '#shared/planning/scenarios/result.ts';
import { problemsOf } from '../../../../bench/teams.ts';
import { baseOf, month, scenario, steadyFutures } from './hand-made.ts';

const { snapshots, rosters } = inventForce({ seed: 101, snapshots: 1 });
const TEAM = 'Harbour';
/** Nobody leaves, so that no new case comes in place of one: the load is that of the cases held. */
const cases = (snapshots.at(-1)?.cases ?? [])
  .filter(({ team }) => team === TEAM)
  .map((record): CaseRecord => ({ ...record, notificationEnd: null, indefinite: true }));
const officers = (rosters.at(-1)?.officers ?? []).filter(({ team }) => team === TEAM);
const levelling: ScenarioChange = { kind: 'levelling', team: null };

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const planOf = (standards = exampleStandards()) => {
  const [own] = problemsOf({ cases, officers }, standards);
  if (!own) throw new Error('Expected a team.');
  return level({ team: TEAM, month0: '2026-11' as Month, problem: own.problem, solver });
};

describe('a scenario with levelling', () => {
  const base = baseOf({ cases, officers, futures: steadyFutures(cases, [() => 1], 60) });
  const levelledBy = (...changes: ScenarioChange[]) =>
    scenarioResult(base, scenario(levelling, ...changes)).teams[0]?.levelling?.horizon;

  it('shows the peak of the plan that the Levelling page makes of the same months', () => {
    const plan = planOf();
    const shown = levelledBy();
    expect(shown?.months).toBe(24);
    expect(shown?.peakBefore).toBeCloseTo(plan.peakBefore ?? 0, 9);
    expect((shown?.peakAfter ?? 0) / (plan.peakAfter ?? 1)).toBeCloseTo(1, 2);
  });

  it('that changes hours and intervals shows that of the plan made by those', () => {
    const changes: ScenarioChange[] = [
      { kind: 'interval', duty: 'visit', risk: 'high', months: 2, ownToo: false },
      { kind: 'hours', duty: 'arms', risk: null, hours: 9 },
    ];
    const held = exampleStandards();
    const standards = {
      ...held,
      duties: held.duties.map((duty) => {
        const own = structuredClone(duty);
        if (own.key === 'visit') own.values.high.interval.value = 2;
        if (own.key === 'arms') for (const values of Object.values(own.values)) values.hours.value = 9;
        return own;
      }),
    };
    const plan = planOf(standards);
    const shown = levelledBy(...changes);
    expect(shown?.peakBefore).toBeCloseTo(plan.peakBefore ?? 0, 9);
    expect(shown?.peakBefore).not.toBeCloseTo(levelledBy()?.peakBefore ?? 0, 2);
    expect((shown?.peakAfter ?? 0) / (plan.peakAfter ?? 1)).toBeCloseTo(1, 2);
  });

  it('levels what is left of the work where cases are reactive', () => {
    const change: ScenarioChange = {
      kind: 'reactive',
      team: null,
      risk: 'low',
      share: 1,
      from: month('2026-11'),
    };
    const reactive = cases.map((record): CaseRecord =>
      record.risk === 'low' ? { ...record, mode: 'reactive' } : record,
    );
    const same = baseOf({ cases: reactive, officers, futures: steadyFutures(reactive, [() => 1], 60) });
    const expected = scenarioResult(same, scenario(levelling)).teams[0];
    const shown = scenarioResult(base, scenario(levelling, change)).teams[0];
    expect(shown?.levelling?.peakBefore).toBeCloseTo(expected?.levelling?.peakBefore ?? 0, 9);
    expect((shown?.levelling?.peakAfter ?? 0) / (expected?.levelling?.peakAfter ?? 1)).toBeCloseTo(1, 2);
  });
});
