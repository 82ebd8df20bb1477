import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '#electron/engine/workers/highs.ts';
import type { Month } from '#shared/domain/dates.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { Problem } from '#shared/domain/problem.ts';
import { level } from '#shared/planning/levelling/level.ts';
import type { Solver } from '#shared/planning/levelling/solver.ts';
import { chains, problem } from './hand-made.ts';
import { problems } from './random-problem.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
const levelled = (of: Problem): Plan =>
  level({ team: 'Harbour', month0: '2026-11' as Month, problem: of, solver });

describe('a cap on moves', () => {
  it('leaves the lowest peak that so many moves can bring, with its bound', () => {
    const pile = chains(6);
    const peaks = [0, 1, 2, 3, 9].map((maxMoves) => levelled(problem({ chains: pile, maxMoves })));
    expect(peaks.map((plan) => plan.moves.length)).toEqual([0, 1, 2, 3, 3]);
    expect(peaks.map((plan) => Math.round((plan.peakAfter ?? 0) * 20))).toEqual([42, 35, 28, 21, 21]);
    expect(peaks.map((plan) => Math.round((plan.lowerBound ?? 0) * 20))).toEqual([42, 35, 28, 21, 21]);
  });

  it('of an officer and month counts what moves into that month for that officer', () => {
    const pile = [...chains(4), ...chains(4, { officer: '2' })].map((one, index) => ({
      ...one,
      reference: `C${String(index)}`,
      id: `C${String(index)}/visit`,
    }));
    const plan = levelled(problem({ chains: pile, maxMovesPerOfficerMonth: 1 }));
    expect(plan.moves.map((move) => move.officer).sort()).toEqual(['1', '2']);
    expect(plan.peakAfter).toBeCloseTo(42 / 20, 9);
  });

  it('that pins break is reported with the moves it takes, and the plan holds to those', () => {
    const pinned = chains(3, { locks: [{ due: 3, to: 2, kind: 'pin' }] });
    const plan = levelled(problem({ chains: pinned, maxMoves: 1 }));
    expect(plan.moves).toHaveLength(3);
    expect(plan.notMended.filter(({ cause }) => cause === 'cap-not-held').map(({ text }) => text)).toEqual([
      'The cap of 1 move cannot be held: pins and the first month open to planning alone make 3 moves.',
    ]);
    const byOfficer = levelled(problem({ chains: pinned, maxMovesPerOfficerMonth: 2 }));
    expect(byOfficer.notMended.map(({ text }) => text)).toContain(
      'The cap of 2 moves into January 2027 for officer 1 cannot be held: ' +
        'pins and the first month open to planning alone make 3 moves.',
    );
  });
});

describe('caps on moves in any problem', () => {
  const size = { most: 14, months: 12 };
  const capped = fc.record({
    any: problems(size),
    maxMoves: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 4, nil: null }),
    maxMovesPerOfficerMonth: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
  });

  it('hold, or are reported as not held with the moves made instead', () => {
    fc.assert(
      fc.property(capped, ({ any, ...caps }) => {
        const plan = levelled({ ...any, ...caps });
        const notHeld = plan.notMended.filter(({ cause }) => cause === 'cap-not-held');
        const { maxMoves, maxMovesPerOfficerMonth } = caps;
        if (maxMoves !== null && !notHeld.some(({ month }) => month === null)) {
          expect(plan.moves.length).toBeLessThanOrEqual(plan.peakAfter === null ? Infinity : maxMoves);
        }
        const into = Map.groupBy(
          plan.moves.filter(({ officer }) => officer !== null),
          ({ officer, to }) => `${officer ?? ''}/${to}`,
        );
        for (const [key, moves] of into) {
          const isReported = notHeld.some(({ month }) => month !== null && key.endsWith(month));
          if (maxMovesPerOfficerMonth !== null && !isReported) {
            expect(moves.length).toBeLessThanOrEqual(maxMovesPerOfficerMonth);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  it('never lower the bound, which falls or stays as more moves are allowed', () => {
    fc.assert(
      fc.property(problems(size), (any) => {
        const open = { ...any, target: null };
        const free = levelled(open).lowerBound;
        if (free === null) return;
        const bounds = [0, 1, 2, 4, 8].map((maxMoves) => levelled({ ...open, maxMoves }).lowerBound ?? NaN);
        for (const [index, bound] of bounds.entries()) {
          expect(bound).toBeGreaterThanOrEqual(free - 1e-6);
          expect(bound).toBeLessThanOrEqual((bounds[index - 1] ?? Infinity) + 1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });
});
