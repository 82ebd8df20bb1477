/** Random levelling problems for property tests, and an exhaustive search for tiny ones. */
import fc from 'fast-check';
import type { Chain, Lock, Problem } from '#shared/domain/problem.ts';
import { riskLevels } from '#shared/domain/case.ts';
import { hours } from '#shared/domain/units.ts';
import { openMonths } from '#shared/planning/levelling/problem.ts';
import { nextDue, unmovedMonth } from '#shared/planning/rollout.ts';

const reset = fc.oneof(
  fc.constant({ rule: 'full' as const, tolerance: 0, factor: 1 }),
  fc.constant({ rule: 'anniversary' as const, tolerance: 0, factor: 1 }),
  fc.record({
    rule: fc.constant('tolerance' as const),
    tolerance: fc.integer({ min: 0, max: 2 }),
    factor: fc.constantFrom(0, 0.5, 1),
  }),
);

/** A lock on any due month; null stands for the chain's first, which surely comes up. */
const lockOf = (months: number) =>
  fc.record({
    due: fc.option(fc.integer({ min: 0, max: months }), { freq: 1, nil: null }),
    isPin: fc.boolean(),
    shift: fc.integer({ min: -1, max: 3 }),
  });

const chainOf = (months: number) =>
  fc
    .record({
      duty: fc.constantFrom('visit', 'arms', 'rmp'),
      risk: fc.constantFrom(...riskLevels),
      officer: fc.constantFrom('1', '2', null),
      interval: fc.constantFrom(1, 2, 3, 6, 12),
      window: fc.integer({ min: 0, max: 3 }),
      due: fc.integer({ min: -6, max: months + 1 }),
      isOverdue: fc.boolean(),
      opens: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: months }) },
      ),
      dueDay: fc.integer({ min: 1, max: 31 }),
      hours: fc.constantFrom(2, 6, 7),
      catchUp: fc.integer({ min: 0, max: 3 }),
      reset,
      end: fc.option(fc.integer({ min: 0, max: months }), { freq: 3, nil: null }),
      locks: fc.oneof(
        { weight: 7, arbitrary: fc.array(lockOf(months), { maxLength: 0 }) },
        { weight: 1, arbitrary: fc.array(lockOf(months), { maxLength: 3 }) },
      ),
      excluded: fc.integer({ min: 0, max: 9 }).map((roll) => roll === 0),
    })
    .map(({ locks, ...chain }) => ({
      ...chain,
      hours: hours(chain.hours),
      // What is due in month 0 may be overdue, where the as-at date lies within the month; what is due later is not.
      isOverdue: chain.due < 0 || (chain.due === 0 && chain.isOverdue),
      window: Math.min(chain.window, chain.interval - 1),
      // Nothing falls due before the release it waits for.
      opens: Math.max(0, Math.min(chain.opens, chain.due)),
      locks: locks.map(({ due: ownDue, isPin, shift }): Lock => {
        const due = ownDue ?? chain.due;
        const unmoved = unmovedMonth(due);
        return isPin ? { due, to: unmoved - shift, kind: 'pin' } : { due, to: unmoved, kind: 'refusal' };
      }),
    }));

/** Problems of up to `most` chains over `months` months, with every rule of planning §3 in play. */
export const problems = (size: { most: number; months: number }): fc.Arbitrary<Problem> =>
  fc
    .record({
      firstMonth: fc.constantFrom(0, 0, 0, 1, 2),
      capacity: fc.array(fc.constantFrom(0, 10, 15, 20, 30), {
        minLength: size.months,
        maxLength: size.months,
      }),
      fixed: fc.array(fc.constantFrom(0, 0, 1, 4), { minLength: size.months, maxLength: size.months }),
      chains: fc.array(chainOf(size.months), { minLength: 1, maxLength: size.most }),
      target: fc.option(fc.constantFrom(0.5, 0.8, 1, 1.5), { freq: 3, nil: null }),
      closedMonths: fc.array(fc.integer({ min: 0, max: size.months - 1 }), { maxLength: 1 }),
    })
    .map(({ chains, ...problem }) => ({
      ...problem,
      months: size.months,
      capacity: problem.capacity.map(hours),
      fixed: problem.fixed.map(hours),
      hoursPerFte: null,
      overCapacity: 1,
      maxMoves: null,
      maxMovesPerOfficerMonth: null,
      officers: [],
      beyond: null,
      chains: chains.map((chain, index): Chain => {
        const reference = `R${String(index).padStart(3, '0')}`;
        return { ...chain, id: `${reference}/${chain.duty}`, reference };
      }),
    }));

/** Every list of months in which a chain's occurrences can lawfully be done. */
function waysOf(problem: Problem, chain: Chain): number[][] {
  const from = (due: number, after: number): number[][] => {
    if (due >= problem.months || (chain.end !== null && due > chain.end)) return [[]];
    if (chain.end !== null && unmovedMonth(due) > chain.end) return [[]];
    return openMonths(problem, chain, due, after).flatMap((done) =>
      from(nextDue(chain, due, done), done + 1).map((rest) => [done, ...rest]),
    );
  };
  return from(chain.due, 0);
}

/** The lowest peak of all plans there are, found by trying each. For tiny problems only. */
export function lowestPeakByTrying(problem: Problem): number {
  let best = Infinity;
  const load = problem.fixed.map(Number);
  const tryFrom = (index: number): void => {
    const chain = problem.chains[index];
    if (!chain) {
      const shares = problem.capacity.map((capacity, month) =>
        capacity > 0 ? (load[month] ?? 0) / capacity : 0,
      );
      best = Math.min(best, Math.max(...shares));
      return;
    }
    for (const way of waysOf(problem, chain)) {
      for (const month of way) load[month] = (load[month] ?? 0) + chain.hours;
      tryFrom(index + 1);
      for (const month of way) load[month] = (load[month] ?? 0) - chain.hours;
    }
  };
  tryFrom(0);
  return best;
}
