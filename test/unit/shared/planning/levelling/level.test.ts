import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolver } from '#electron/engine/workers/highs.ts';
import { addMonths, type Month } from '#shared/domain/dates.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { Problem } from '#shared/domain/problem.ts';
import { hours } from '#shared/domain/units.ts';
import { leastMoved, level, loadWith, peakOf } from '#shared/planning/levelling/level.ts';
import { openMonths } from '#shared/planning/levelling/problem.ts';
import type { Solver } from '#shared/planning/levelling/solver.ts';
import { loadOf, nextDue, replay, unmovedMonth } from '#shared/planning/rollout.ts';
import { chain, problem } from './hand-made.ts';
import { lowestPeakByTrying, problems } from './random-problem.ts';

const month0 = '2026-11' as Month;
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});
const levelled = (problem: Problem): Plan => level({ team: 'Harbour', month0, problem, solver });

/** Follows the chains with the plan's moves and checks each against the rules on the way. */
function rulesBroken(of: Problem, plan: Plan): string[] {
  const broken: string[] = [];
  const moves = new Map(plan.moves.map((move) => [`${move.id}@${String(move.dueIndex)}`, move]));
  for (const own of of.chains) {
    let due = own.due;
    let after = 0;
    while (due < of.months && (own.end === null || Math.max(due, 0) <= own.end)) {
      const move = moves.get(`${own.id}@${String(due)}`);
      const done = move?.toIndex ?? unmovedMonth(due);
      moves.delete(`${own.id}@${String(due)}`);
      if (!openMonths(of, own, due, after).includes(done))
        broken.push(`${own.id} due ${String(due)} done ${String(done)}`);
      const wasOverdue = due < 0 || (own.isOverdue && due === own.due);
      if (!wasOverdue && done > due) broken.push(`${own.id} is late`);
      if (move && done < own.opens) broken.push(`${own.id} is done before the release`);
      if (move && addMonths(month0, done) !== move.to) broken.push(`${own.id} names another month`);
      after = done + 1;
      due = nextDue(own, due, done);
    }
  }
  return [...broken, ...[...moves.keys()].map((key) => `${key} is a move of nothing`)];
}

describe('levelling by example', () => {
  it('splits a pile of visits over the months their window allows, and no further', () => {
    // Four visits of 7 h are due in month 3, where 20 h are there: two stay, two go to month 2.
    const plan = levelled(problem({ chains: ['A', 'B', 'C', 'D'].map((reference) => chain({ reference })) }));
    expect(plan.before).toEqual([0, 0, 0, 28, 0, 0]);
    expect(plan.after).toEqual([0, 0, 14, 14, 0, 0]);
    expect(plan.peakBefore).toBeCloseTo(1.4, 9);
    expect(plan.peakAfter).toBeCloseTo(0.7, 9);
    expect(plan.lowerBound).toBeCloseTo(0.7, 6);
    expect(plan.moves.map(({ id, due, to, monthsEarly }) => ({ id, due, to, monthsEarly }))).toEqual([
      { id: 'A/visit', due: '2027-02', to: '2027-01', monthsEarly: 1 },
      { id: 'B/visit', due: '2027-02', to: '2027-01', monthsEarly: 1 },
    ]);
    expect(plan.moves[0]?.reason).toBe(
      'February 2027 goes from 140\u00a0% to 70\u00a0%; January 2027 comes to 70\u00a0%.',
    );
  });

  it('moves the visits due earliest in the month, from the officer whose month is fullest', () => {
    const plan = levelled(
      problem({
        chains: [
          chain({ reference: 'A', dueDay: 28 }),
          chain({ reference: 'B', dueDay: 2 }),
          chain({ reference: 'C', dueDay: 5, officer: '2' }),
          chain({ reference: 'D', dueDay: 20, officer: '2' }),
          chain({ reference: 'E', dueDay: 21, officer: '2' }),
          chain({ reference: 'F', dueDay: 30, officer: '2' }),
        ],
      }),
    );
    // C and B are due in the first week; C's officer has the fuller month. Then D, in the third week.
    expect(plan.moves.map((move) => move.reference)).toEqual(['B', 'C', 'D']);
  });

  it('follows the knock-on: three-monthly visits done a month early come round a month earlier', () => {
    const plan = levelled(
      problem({
        months: 9,
        chains: ['A', 'B'].map((reference) => chain({ reference, interval: 3, due: 2 })),
      }),
    );
    expect(plan.before).toEqual([0, 0, 14, 0, 0, 14, 0, 0, 14]);
    expect(plan.after).toEqual([0, 7, 7, 0, 7, 7, 0, 7, 7]);
    expect(plan.moves).toHaveLength(1);
  });

  it('leaves the next date alone under the anniversary rule, so each round has to be moved anew', () => {
    const reset = { rule: 'anniversary' as const, tolerance: 0, factor: 1 };
    const plan = levelled(
      problem({
        months: 9,
        chains: ['A', 'B'].map((reference) => chain({ reference, interval: 3, due: 2, reset })),
      }),
    );
    expect(plan.after).toEqual([0, 7, 7, 0, 7, 7, 0, 7, 7]);
    expect(plan.moves).toHaveLength(3);
    expect(plan.extraOccurrences).toBe(0);
  });

  it('spreads overdue work over its catch-up months, the longest overdue first', () => {
    const plan = levelled(
      problem({
        chains: [
          chain({ reference: 'A', due: -1 }),
          chain({ reference: 'B', due: -4 }),
          chain({ reference: 'C', due: -2 }),
        ],
      }),
    );
    expect(plan.before.slice(0, 2)).toEqual([21, 0]);
    expect(plan.after.slice(0, 2)).toEqual([14, 7]);
    expect(plan.moves.map(({ reference, to, monthsEarly }) => ({ reference, to, monthsEarly }))).toEqual([
      { reference: 'A', to: '2026-12', monthsEarly: 0 },
    ]);
  });

  it('takes the longest overdue first among chains of other kinds, too', () => {
    const long = chain({ reference: 'A', due: -20, end: 9 });
    const short = chain({ reference: 'B', due: -1 });
    for (const chains of [
      [long, short],
      [short, long],
    ]) {
      const plan = levelled(problem({ chains }));
      expect(plan.moves.map(({ reference, to }) => [reference, to])).toEqual([['B', '2026-12']]);
    }
  });

  it('spreads work overdue by its day as overdue, though it is due in month 0, and leaves what is due later in it', () => {
    const plan = levelled(
      problem({
        chains: [
          chain({ reference: 'A', due: 0, isOverdue: true }),
          chain({ reference: 'B', due: 0, isOverdue: true }),
          chain({ reference: 'C', due: 0 }),
        ],
      }),
    );
    expect(plan.before.slice(0, 2)).toEqual([21, 0]);
    expect(plan.after.slice(0, 2)).toEqual([14, 7]);
    expect(plan.moves).toMatchObject([{ reference: 'B', due: '2026-11', to: '2026-12', monthsEarly: 0 }]);
    expect(plan.moves[0]?.reason).toContain('Overdue since November 2026, within 1 month of catch-up.');
  });

  it('prefers to move low-risk work where either would do', () => {
    const plan = levelled(
      problem({ chains: [chain({ reference: 'A', risk: 'high' }), chain({ reference: 'B', risk: 'low' })] }),
    );
    expect(plan.moves.map((move) => move.reference)).toEqual(['B']);
  });

  it('evens the other months where one month cannot be mended', () => {
    const stuck = ['X', 'Y', 'Z'].map((reference) => chain({ reference, due: 0, window: 0, interval: 12 }));
    const pile = ['A', 'B'].map((reference) => chain({ reference, due: 3 }));
    const plan = levelled(problem({ chains: [...stuck, ...pile] }));
    expect(plan.peakAfter).toBeCloseTo(21 / 20, 9);
    expect(plan.after).toEqual([21, 0, 7, 7, 0, 0]);
  });

  it('does no more than a target asks for', () => {
    const chains = ['A', 'B', 'C', 'D'].map((reference) => chain({ reference }));
    const plan = levelled(problem({ chains, target: 1.1 }));
    expect(plan.status).toBe('target-met');
    expect(plan.moves).toHaveLength(1);
    expect(levelled(problem({ chains, target: 2 })).moves).toEqual([]);
  });

  it('says what a target out of reach leaves, and the work that holds it there', () => {
    const chains = [
      ...['A', 'B', 'C', 'D'].map((reference) => chain({ reference })),
      chain({ reference: 'V', risk: 'very-high', window: 0 }),
    ];
    const plan = levelled(
      problem({ chains, target: 0.5, hoursPerFte: new Array<number>(6).fill(10).map(hours) }),
    );
    expect(plan.status).toBe('target-not-reached');
    expect(plan.notMended.map((one) => one.text)).toEqual([
      'January 2027: 70\u00a0% of capacity, 4\u00a0h over 50\u00a0%, 0.4\u00a0FTE short.',
      'February 2027: 105\u00a0% of capacity, 11\u00a0h over 50\u00a0%, 1.1\u00a0FTE short. Cannot move from there: visit, very high risk 7\u00a0h.',
    ]);
  });

  it('goes by the force’s own measure of a month over capacity where no target is asked for', () => {
    const chains = ['A', 'B', 'C'].map((reference) =>
      chain({ reference, risk: 'very-high', window: 0, interval: 12 }),
    );
    const textsAt = (overCapacity: number): string[] =>
      levelled(problem({ chains, overCapacity })).notMended.map((one) => one.text);
    // 21 of 20 hours
    expect(textsAt(1.1)).toEqual([]);
    expect(textsAt(1)).toEqual([
      expect.stringMatching(/^February 2027: 105\u00a0% of capacity, 1\u00a0h over 100\u00a0%/),
    ]);
    expect(textsAt(0.8)).toEqual([expect.stringMatching(/5\u00a0h over 80\u00a0%/)]);
  });

  it('obeys a pin and a refusal, and says when a lock fits no due month', () => {
    const chains = ['A', 'B', 'C', 'D'].map((reference) => chain({ reference }));
    const [a, b, c, d] = chains;
    if (!a || !b || !c || !d) throw new Error('four chains');
    const plan = levelled(
      problem({
        chains: [
          { ...a, locks: [{ due: 3, to: 3, kind: 'refusal' as const }] },
          b,
          c,
          {
            ...d,
            locks: [
              { due: 3, to: 2, kind: 'pin' as const },
              { due: 7, to: 7, kind: 'pin' as const },
            ],
          },
        ],
        months: 6,
      }),
    );
    expect(plan.moves.map((move) => move.reference)).toContain('D');
    expect(plan.moves.map((move) => move.reference)).not.toContain('A');
    expect(plan.notMended.map((one) => one.cause)).toEqual(['lock-unused']);
  });

  it('moves nothing for a team without capacity, and says so', () => {
    const plan = levelled(
      problem({ capacity: new Array<number>(6).fill(0).map(hours), chains: [chain({ reference: 'A' })] }),
    );
    expect(plan.status).toBe('no-capacity');
    expect(plan.moves).toEqual([]);
    expect(plan.peakBefore).toBeNull();
    expect(plan.notMended.map((one) => one.text)).toEqual([
      'February 2027: 7\u00a0h of work and nobody in post.',
    ]);
  });

  it('has nothing to do for a team without cases', () => {
    const plan = levelled(problem({}));
    expect(plan).toMatchObject({ status: 'already-level', peakBefore: 0, peakAfter: 0, gap: 0, moves: [] });
  });
});

describe('levelling of any problem', () => {
  const size = { most: 14, months: 12 };
  const runs = { numRuns: 150 };

  it('keeps every rule: never late, within the window, locks obeyed, nothing moved that is excluded', () => {
    fc.assert(
      fc.property(problems(size), (any) => {
        expect(rulesBroken(any, levelled(any))).toEqual([]);
      }),
      runs,
    );
  });

  it('shows the replay of its own moves, to the hour', () => {
    fc.assert(
      fc.property(problems(size), (any) => {
        const plan = levelled(any);
        const moves = new Map(
          plan.moves.map((move) => [`${move.id}@${String(move.dueIndex)}`, move.toIndex]),
        );
        const replayed = replay(any.chains, any.months, (index, due) =>
          moves.get(`${any.chains[index]?.id ?? ''}@${String(due)}`),
        );
        const load = loadOf(any.chains, replayed, any.months).map(
          (value, month) => value + (any.fixed[month] ?? 0),
        );
        expect(plan.after).toEqual(load);
      }),
      runs,
    );
  });

  it('stays at or above its bound, never worsens the peak, and gives the same plan twice', () => {
    fc.assert(
      fc.property(problems(size), (any) => {
        const plan = levelled(any);
        if (plan.peakAfter !== null && plan.lowerBound !== null) {
          const least = peakOf(loadWith(any, leastMoved(any)), any.capacity) ?? 0;
          expect(plan.peakAfter).toBeGreaterThanOrEqual(plan.lowerBound - 1e-6);
          expect(plan.peakAfter).toBeLessThanOrEqual(Math.max(least, any.target ?? 0) + 1e-6);
        }
        expect(JSON.stringify(levelled(any))).toBe(JSON.stringify(plan));
      }),
      runs,
    );
  });

  it('reaches the lowest peak there is, as trying every plan of a tiny problem shows', () => {
    fc.assert(
      fc.property(problems({ most: 4, months: 6 }), (any) => {
        const lowest = lowestPeakByTrying({ ...any, target: null });
        const plan = levelled({ ...any, target: null });
        if (plan.peakAfter === null || plan.lowerBound === null || plan.peakBefore === null) return;
        expect(plan.lowerBound).toBeLessThanOrEqual(lowest + 1e-6);
        expect(plan.peakAfter).toBeLessThanOrEqual(lowest * 1.005 + 1e-6);
        const least = peakOf(loadWith(any, leastMoved(any)), any.capacity) ?? 0;
        if (lowest < least - 1e-5) expect(plan.peakAfter).toBeLessThan(least);
      }),
      { numRuns: 400 },
    );
  });
});
