import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '#electron/engine/workers/highs.ts';
import type { Month } from '#shared/domain/dates.ts';
import { Plan } from '#shared/domain/plan.ts';
import type { Problem } from '#shared/domain/problem.ts';
import { hours } from '#shared/domain/units.ts';
import { capsOf } from '#shared/planning/levelling/caps.ts';
import { boundByWeights } from '#shared/planning/levelling/certificate.ts';
import { buildFlow } from '#shared/planning/levelling/flow.ts';
import { leastMoved, level, loadWith, peakOf } from '#shared/planning/levelling/level.ts';
import type { Solver } from '#shared/planning/levelling/solver.ts';
import { solveStages } from '#shared/planning/levelling/stages.ts';
import { chain, chains, problem } from './hand-made.ts';
import { problems } from './random-problem.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
const levelled = (of: Problem): Plan =>
  level({
    team: 'Harbour',
    month0: '2026-11' as Month,
    problem: of,
    solver,
    dutyNames: new Map([['visit', 'Visit']]),
  });

describe('what stops the peak going lower', () => {
  it('is the work that cannot leave the one month that sets it', () => {
    const stuck = chains(4, { due: 0, window: 0, risk: 'very-high' });
    const overdue = [chain({ reference: 'L', due: -2, catchUp: 0 })];
    const free = [chain({ reference: 'F', due: 2 })];
    const fixed = [5, 0, 0, 0, 0, 0].map(hours);
    const hoursPerFte = new Array<number>(6).fill(10).map(hours);
    const { certificate } = levelled(
      problem({ chains: [...stuck, ...overdue, ...free], fixed, hoursPerFte }),
    );
    expect(certificate).toMatchObject({ bound: 2, gap: 0 });
    expect(certificate?.months).toMatchObject([
      {
        month: '2026-11',
        hoursHeld: 40,
        fteShort: 2,
        held: [
          { what: 'Visit, very high risk', count: 4, hours: 28, why: 'window' },
          { what: 'Visit, medium risk', count: 1, hours: 7, why: 'overdue' },
          { what: 'work at fixed dates (notifications)', count: 0, hours: 5, why: 'fixed' },
        ],
      },
    ]);
    expect(certificate?.months[0]?.weight).toBeCloseTo(1, 9);
    expect(certificate?.text).toBe(
      'What stops it going lower: November 2026: 4 × Visit, very high risk (28\u00a0h) cannot move; ' +
        '1 × Visit, medium risk (7\u00a0h) must be caught up; 5\u00a0h of work at fixed dates (notifications). ' +
        'What levelling cannot mend: 2.0\u00a0FTE short in November 2026.',
    );
  });

  it('is two months together where work can only go from one to the other', () => {
    const { certificate } = levelled(problem({ chains: chains(6) }));
    expect(certificate?.bound).toBeCloseTo(21 / 20, 9);
    expect(certificate?.months.map(({ month, weight, hoursHeld }) => [month, weight, hoursHeld])).toEqual([
      ['2027-01', 0.5, 21],
      ['2027-02', 0.5, 21],
    ]);
  });

  it('names refusals and exclusions for what they are, and the cap that more moves would need', () => {
    const refused = chain({ reference: 'A', locks: [{ due: 3, to: 3, kind: 'refusal' }] });
    const excluded = [1, 2].map((index) => chain({ reference: `E${String(index)}`, excluded: true }));
    const held = levelled(problem({ chains: [refused, ...excluded] })).certificate;
    expect(held?.months[0]?.held.map(({ count, why }) => [count, why])).toEqual([
      [2, 'excluded'],
      [1, 'lock'],
    ]);
    const capped = levelled(problem({ chains: chains(6), maxMoves: 1 })).certificate;
    expect(capped?.text).toContain('The cap of 1 move: with more it would go lower.');
  });

  it('is unknown of plans made before, and of a team without capacity', () => {
    const plan = levelled(problem({ chains: chains(2), capacity: new Array<number>(6).fill(0).map(hours) }));
    expect(plan.certificate).toBeNull();
    const { certificate, ...older } = plan;
    expect(Plan.parse(older)).toEqual({ ...older, certificate });
  });

  it('is proven by its weights: worked out again from them, chain by chain, the bound is the same', () => {
    const capped = fc.record({
      any: problems({ most: 16, months: 12 }),
      maxMoves: fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }),
      maxMovesPerOfficerMonth: fc.option(fc.integer({ min: 0, max: 2 }), { freq: 2, nil: null }),
    });
    fc.assert(
      fc.property(capped, ({ any, ...limits }) => {
        const of: Problem = { ...any, target: null, ...limits };
        const least = peakOf(loadWith(of, leastMoved(of)), of.capacity);
        if (least === null) return;
        const flow = buildFlow(of);
        const { bound, proof, capsNotHeld } = solveStages(of, flow, solver, loadWith(of, []), least);
        const caps = capsOf(of, flow).map((cap) => {
          const widened = capsNotHeld.find(
            (one) => one.cap.month === cap.month && one.cap.officer === cap.officer,
          );
          return { ...cap, limit: widened?.atLeast ?? cap.limit };
        });
        expect(boundByWeights(of, proof, caps)).toBeCloseTo(bound, 6);
        if (bound > 1e-6) expect(proof.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6);
      }),
      { numRuns: 200 },
    );
  });
});
