import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '#electron/engine/workers/highs.ts';
import type { Month } from '#shared/domain/dates.ts';
import type { Problem } from '#shared/domain/problem.ts';
import type { TeamFrontier } from '#shared/domain/plan.ts';
import { hours } from '#shared/domain/units.ts';
import { frontier, kneeOf, spread } from '#shared/planning/levelling/frontier.ts';
import { leastMoved, level, loadWith, peakOf } from '#shared/planning/levelling/level.ts';
import { openMonths } from '#shared/planning/levelling/problem.ts';
import type { Solver } from '#shared/planning/levelling/solver.ts';
import { nextDue, unmovedMonth } from '#shared/planning/rollout.ts';
import { chains, problem } from './hand-made.ts';
import { problems } from './random-problem.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
const curveOf = (of: Problem): TeamFrontier => frontier({ team: 'Harbour', problem: of, solver });

/** The lowest peak of all plans with at most so many moves, found by trying each. For tiny problems only. */
function lowestByTrying(of: Problem, maxMoves: number): number {
  let best = Infinity;
  const load = of.fixed.map(Number);
  const tryFrom = (index: number, due: number, after: number, moves: number): void => {
    const chain = of.chains[index];
    if (!chain) {
      best = Math.min(best, peakOf(load, of.capacity) ?? 0);
      return;
    }
    const next = of.chains[index + 1];
    if (due >= of.months || (chain.end !== null && unmovedMonth(due) > chain.end)) {
      tryFrom(index + 1, next?.due ?? 0, 0, moves);
      return;
    }
    for (const month of openMonths(of, chain, due, after)) {
      const made = moves + (month === unmovedMonth(due) ? 0 : 1);
      if (made > maxMoves) continue;
      load[month] = (load[month] ?? 0) + chain.hours;
      tryFrom(index, nextDue(chain, due, month), month + 1, made);
      load[month] = (load[month] ?? 0) - chain.hours;
    }
  };
  tryFrom(0, of.chains[0]?.due ?? 0, 0, 0);
  return best;
}

describe('the curve of peaks by moves', () => {
  it('goes from moving nothing to the lowest peak, a visit at a time', () => {
    const { points, status, mean } = curveOf(problem({ chains: chains(6) }));
    expect(status).toBe('found');
    expect(points.map(({ moves, peak }) => [moves, Math.round(peak * 20)])).toEqual([
      [0, 42],
      [1, 35],
      [2, 28],
      [3, 21],
    ]);
    expect(points.every(({ gap }) => gap < 1e-6)).toBe(true);
    expect(mean).toBeCloseTo(42 / 120, 9);
  });

  it('shows the extra occurrences that early work brings', () => {
    const early = chains(2, { interval: 2, window: 1, due: 1 });
    const { points } = curveOf(problem({ chains: early, months: 6 }));
    const [none, some] = [points[0], points.at(-1)];
    expect(none).toMatchObject({ moves: 0, extraOccurrences: 0, extraHoursPerYear: 0 });
    expect(some?.extraHoursPerYear).toBeCloseTo(((some?.extraOccurrences ?? 0) * 7 * 12) / 6, 9);
  });

  it('begins with the moves that pins make', () => {
    const pinned = chains(2, { locks: [{ due: 3, to: 2, kind: 'pin' }] });
    const free = chains(4).map((one, index) => ({ ...one, id: `F${String(index)}/visit` }));
    expect(curveOf(problem({ chains: [...pinned, ...free] })).points.map(({ moves }) => moves)).toEqual([
      2, 3,
    ]);
  });

  it('is one point where nothing can be gained, and none without capacity', () => {
    expect(curveOf(problem({ chains: chains(2, { window: 0 }) }))).toMatchObject({
      status: 'already-level',
      points: [{ moves: 0, peak: 14 / 20 }],
      kneeIndex: null,
    });
    const nobody = problem({ chains: chains(2), capacity: new Array<number>(6).fill(0).map(hours) });
    expect(curveOf(nobody)).toMatchObject({ status: 'no-capacity', points: [], mean: null });
  });

  it('suggests the point farthest from the straight line between its ends', () => {
    const points = [10, 6, 5, 4.5, 4].map((peak, index) => ({ moves: index * 10, peak }));
    expect(kneeOf(points)).toBe(1);
    expect(kneeOf(points.slice(0, 2))).toBeNull();
    expect(kneeOf([10, 9, 8].map((peak, moves) => ({ moves, peak })))).toBeNull();
  });

  it('stands closer where the peak falls fast', () => {
    const steep = (moves: number): number => 1 + 1 / (1 + moves);
    const numbers = spread(0, 200, steep);
    expect(numbers).toHaveLength(13);
    expect([numbers[0], numbers.at(-1)]).toEqual([0, 200]);
    expect(numbers.filter((moves) => moves <= 50).length).toBeGreaterThan(6);
    expect(spread(3, 7, steep)).toEqual([3, 4, 5, 6, 7]);
  });
});

describe('the curve of any problem', () => {
  it('is the lowest peak of each number of moves, as trying every plan of a tiny problem shows', () => {
    fc.assert(
      fc.property(problems({ most: 4, months: 6 }), (any) => {
        const of = { ...any, target: null };
        for (const { moves, peak, bound } of curveOf(of).points) {
          const lowest = lowestByTrying(of, moves);
          expect(peak).toBeLessThanOrEqual(lowest * 1.005 + 1e-6);
          expect(peak).toBeGreaterThanOrEqual(lowest - 1e-6);
          expect(bound).toBeLessThanOrEqual(lowest + 1e-6);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('falls as moves are added, is proven within 0.5 %, and is the same twice', () => {
    fc.assert(
      fc.property(problems({ most: 20, months: 12 }), (any) => {
        const { points } = curveOf(any);
        for (const [index, point] of points.entries()) {
          const before = points[index - 1];
          expect(point.gap).toBeLessThanOrEqual(0.005);
          if (!before) continue;
          expect(point.peak).toBeLessThan(before.peak);
          expect(point.moves).toBeGreaterThan(before.moves);
          expect(point.bound).toBeLessThanOrEqual(before.bound + 1e-9);
        }
        const least = peakOf(loadWith(any, leastMoved(any)), any.capacity);
        if (least !== null) expect(points[0]?.peak).toBeLessThanOrEqual(least + 1e-6);
        expect(curveOf(any).points).toEqual(points);
      }),
      { numRuns: 60 },
    );
  });

  it('is what levelling with as many moves reaches', () => {
    fc.assert(
      fc.property(problems({ most: 20, months: 12 }), fc.nat(), (any, pick) => {
        const of = { ...any, target: null };
        const { points } = curveOf(of);
        const point = points[pick % Math.max(1, points.length)];
        if (!point) return;
        const capped = { ...of, maxMoves: point.moves };
        const plan = level({ team: 'Harbour', month0: '2026-11' as Month, problem: capped, solver });
        expect(plan.moves.length).toBeLessThanOrEqual(point.moves);
        expect(plan.peakAfter ?? 0).toBeLessThanOrEqual(point.peak * 1.005 + 1e-6);
      }),
      { numRuns: 80 },
    );
  });
});
