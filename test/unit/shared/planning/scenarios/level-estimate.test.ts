import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '#electron/engine/workers/highs.ts';
import type { Month } from '#shared/domain/dates.ts';
import type { Chain, Problem } from '#shared/domain/problem.ts';
import { hours } from '#shared/domain/units.ts';
import { buildFlow } from '#shared/planning/levelling/flow.ts';
import { level, loadWith, peakOf } from '#shared/planning/levelling/level.ts';
import type { Solver } from '#shared/planning/levelling/solver.ts';
import { loadOf, replay } from '#shared/planning/rollout.ts';
import { estimateLevelling, type MovableWork } from '#shared/planning/scenarios/level-estimate.ts';
import { SplitFlow } from '#shared/planning/scenarios/split-flow.ts';
import { sum } from '#shared/planning/sum.ts';
import { inventedTeams } from '../../../../bench/teams.ts';
import { chains, problem } from '../levelling/hand-made.ts';
import { problems } from '../levelling/random-problem.ts';

const HORIZON = 6;
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** As a scenario has it: a flow for each duty and level. */
function estimated(of: Problem) {
  const kindOf = ({ duty, risk, hours: each }: Chain): string => `${duty} ${risk} ${String(each)}`;
  const work = [...new Set(of.chains.map(kindOf))].map((kind): MovableWork => {
    const own = { ...of, chains: of.chains.filter((one) => kindOf(one) === kind) };
    const each = own.chains[0]?.hours ?? 0;
    return {
      flow: new SplitFlow(buildFlow(own), of.months),
      hours: new Float64Array(of.months).fill(each),
      unmoved: loadOf(own.chains, replay(own.chains, of.months), of.months),
    };
  });
  const load = loadWith(of, replay(of.chains, of.months));
  const found = estimateLevelling({ load, capacity: of.capacity, horizon: HORIZON, work });
  const after = load.map((own, month) => own + sum(found.changes.map((change) => change[month] ?? 0)));
  return { ...found, after };
}

/** Hours above the team's mean: what the plan keeps low once its peak is. */
const unevenness = ({ capacity }: Problem, load: readonly number[]): number => {
  const mean = sum(load) / sum(capacity);
  return sum(load.map((own, month) => Math.max(0, own - mean * (capacity[month] ?? 0))));
};

const planOf = (of: Problem) => level({ team: 'Harbour', month0: '2026-11' as Month, problem: of, solver });

describe('levelling as estimated', () => {
  it('is as low, and as even, as the plan of the Levelling page, within a percent of its proven bound', () => {
    for (const { team, problem: of } of inventedTeams(3)) {
      const plan = planOf(of);
      const found = estimated(of);
      expect(found.peakAfter, team).toBeGreaterThan((plan.lowerBound ?? 0) - 1e-6);
      expect(found.peakAfter, team).toBeLessThan((plan.lowerBound ?? 0) * 1.01);
      expect(unevenness(of, found.after), team).toBeLessThan(unevenness(of, plan.after) * 1.05);
    }
  });

  it('keeps to the rules: never below the proven bound, whatever the problem', () => {
    fc.assert(
      fc.property(problems({ most: 12, months: 12 }), (random) => {
        const of = { ...random, target: null };
        const plan = planOf(of);
        const found = estimated(of);
        expect(found.peakBefore).toEqual(plan.peakBefore);
        expect(found.after.every((own) => own >= -1e-6)).toBe(true);
        if (plan.lowerBound !== null) expect(found.peakAfter).toBeGreaterThan(plan.lowerBound - 1e-6);
      }),
      { numRuns: 150 },
    );
  });

  it('splits a pile over the months that its window allows, with what follows from it', () => {
    // 28 hours are due in month 3, and again in month 9; half of them go to month 2, and so to month 8 or 7.
    const found = estimated(problem({ months: 12, chains: chains(4) }));
    expect(found.after.slice(0, 7).map(Math.round)).toEqual([0, 0, 14, 14, 0, 0, 0]);
    for (const month of [7, 8, 9]) expect(found.after[month]).toBeCloseTo(28 / 3, -1);
    expect(found.extraHours).toBeCloseTo(0, 6);
    expect(found.peakAfter).toBeCloseTo(0.7, 2);
    expect(found.horizon.months).toBe(HORIZON);
    expect([found.horizon.peakBefore, found.horizon.peakAfter]).toEqual([1.4, found.peakAfter]);
  });

  it('spreads overdue work, and an anniversary that has passed by then is skipped', () => {
    // 42 hours every second month, the first overdue, beside 60 hours and less that stay. What waits until month 2 is
    // not due there again: so all of it goes there, and 42 hours fall away.
    const anniversary = { rule: 'anniversary' as const, tolerance: 0, factor: 1 };
    const late = chains(6, { due: -2, interval: 2, window: 0, catchUp: 2, reset: anniversary });
    const fixed = [60, 60, 10, 60, 18, 60].map(hours);
    const found = estimated(problem({ chains: late, fixed, capacity: fixed.map(() => hours(100)) }));
    expect(found.peakBefore).toBeCloseTo(1.02, 9);
    expect(found.after.map(Math.round)).toEqual([60, 60, 52, 60, 60, 60]);
    expect(found.extraHours).toBeCloseTo(-42, 0);
  });

  it('leaves every year even where load grows, not the last alone', () => {
    // A pile every six months, each higher than the last: with the peak alone in mind only the last would be split.
    const piles = [10, 20, 30, 40].flatMap((count, at) => chains(count, { due: 5 + 6 * at, interval: 60 }));
    const of = problem({
      months: 24,
      chains: piles.map((own, at) => ({ ...own, reference: `R${String(at)}` })),
    });
    const { after } = estimated(of);
    for (const [at, count] of [10, 20, 30, 40].entries()) {
      expect(after[5 + 6 * at]).toBeCloseTo((count * 7) / 2, -1);
    }
  });

  it('moves nothing where no month stands out, and nothing where nobody is in post', () => {
    const even = Array.from({ length: 6 }, (_, due) => chains(2, { due })).flat();
    for (const full of [20, 0]) {
      const of = problem({ chains: even, capacity: problem({}).capacity.map(() => hours(full)) });
      const { changes, extraHours } = estimated(of);
      expect(changes.flatMap((change) => [...change])).toEqual([0, 0, 0, 0, 0, 0]);
      expect(extraHours).toBe(0);
    }
  });

  it('begins where planning does: overdue work waits for the first open month', () => {
    const of = problem({ firstMonth: 2, chains: chains(2, { due: -1, catchUp: 0 }) });
    expect(estimated(of).after).toEqual(planOf(of).after.map(Number));
    expect(peakOf(estimated(of).after, of.capacity)).toBe(planOf(of).peakAfter);
  });
});
