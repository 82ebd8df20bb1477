import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '#shared/domain/dates.ts';
import type { Chain, Problem } from '#shared/domain/problem.ts';
import { hours } from '#shared/domain/units.ts';
import { echoOf } from '#shared/planning/levelling/echo.ts';
import { leastMoved, loadWith } from '#shared/planning/levelling/level.ts';
import { predictableIn, priceOf } from '#shared/planning/levelling/price.ts';
import { replay } from '#shared/planning/rollout.ts';
import { chain as handMadeChain, problem as handMade } from './hand-made.ts';
import { problems } from './random-problem.ts';

const month0 = '2026-11' as Month;
/** At high risk every three months, due in month 2. */
const chain = (own: Partial<Chain> & Pick<Chain, 'reference'>): Chain =>
  handMadeChain({ risk: 'high', interval: 3, due: 2, ...own });
const problem = (chains: Chain[], own: Partial<Problem> = {}): Problem =>
  handMade({ months: 12, chains, ...own });
/** Every occurrence done so many months early. */
const early = (of: Problem, months: (chain: number) => number) =>
  replay(of.chains, of.months, (index, due, after) => Math.max(after, due - months(index), 0));

describe('the price of a plan', () => {
  it('is told by duty and risk, a year, most hours first', () => {
    const of = problem([
      chain({ reference: 'A' }),
      chain({ reference: 'B', duty: 'arms', id: 'B/arms', interval: 12, hours: hours(6) }),
      chain({ reference: 'C', risk: 'low', interval: 6, due: 5 }),
    ]);
    const unmoved = replay(of.chains, of.months);
    // A: 2, 5, 8, 11 becomes 1, 3, 5, 7, 9, 11. C: 5, 11 becomes 4, 9. B: 2 becomes 1.
    expect(
      priceOf(
        of,
        unmoved,
        early(of, () => 1),
      ),
    ).toEqual([{ duty: 'visit', risk: 'high', occurrencesPerYear: 2, hoursPerYear: 14 }]);
    expect(priceOf(of, unmoved, unmoved)).toEqual([]);
  });

  it('adds up to the extra occurrences and hours of the plan', () => {
    fc.assert(
      fc.property(
        problems({ most: 20, months: 12 }),
        fc.array(fc.nat(2), { minLength: 3 }),
        (any, shifts) => {
          const unmoved = replay(any.chains, any.months);
          const planned = early(any, (index) => shifts[index % shifts.length] ?? 0);
          const price = priceOf(any, unmoved, planned);
          const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
          expect(sum(price.map((one) => one.occurrencesPerYear))).toBeCloseTo(
            planned.length - unmoved.length,
            6,
          );
          expect(sum(price.map((one) => one.hoursPerYear))).toBeCloseTo(
            sum(loadWith(any, planned)) - sum(loadWith(any, unmoved)),
            6,
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('visits that can be foreseen', () => {
  it('are those to which the plan gives a rhythm of its own', () => {
    const of = problem([
      chain({ reference: 'A' }),
      chain({ reference: 'B' }),
      chain({ reference: 'C', interval: 12, window: 9, due: 11 }),
    ]);
    const planned = early(of, (index) => (index === 0 ? 1 : 0));
    // A every two months instead of three; B as its interval has it.
    expect(predictableIn(of, month0, planned)).toEqual([
      { id: 'A/visit', reference: 'A', duty: 'visit', gaps: [2, 2, 2], from: '2026-12' },
    ]);
    // Moved once, A is back to its own rhythm.
    const once = replay(of.chains, of.months, (index, due) => (index === 0 && due === 2 ? 1 : undefined));
    expect(predictableIn(of, month0, once)).toEqual([]);
  });

  it('are none where nothing moves', () => {
    fc.assert(
      fc.property(problems({ most: 20, months: 24 }), (any) => {
        expect(predictableIn(any, month0, replay(any.chains, any.months))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the echo beyond the horizon', () => {
  // Two yearly visits in months 2 and 3: done early, they fall into one month a year later.
  const two = [
    chain({ reference: 'A', interval: 12, window: 1, due: 2 }),
    chain({ reference: 'B', interval: 12, window: 1, due: 3 }),
  ];
  const together = (of: Problem) => replay(of.chains, of.months, (_, due) => (due === 3 ? 2 : undefined));
  const echoWith = (of: Problem) =>
    echoOf(of, month0, together(of), loadWith(of, replay(of.chains, of.months)));

  it('warns of a later peak above the present one, in hours where capacity is not known', () => {
    const echo = echoWith(problem(two));
    expect(echo.months[0]).toBe('2027-11');
    expect(echo.before.slice(0, 5)).toEqual([0, 0, 7, 7, 0]);
    expect(echo.after.slice(0, 5)).toEqual([0, 0, 14, 0, 0]);
    expect(echo.isAbovePresent).toBe(true);
    expect(echo.text).toBe(
      'Flattening builds a later peak: 14\u00a0h in January 2028, above the present peak of 7\u00a0h in January 2027, against 7\u00a0h at most without it.',
    );
  });

  it('measures in utilisation where capacity is known, with what cannot be moved', () => {
    const beyond = {
      capacity: new Array<number>(12).fill(40).map(hours),
      fixed: new Array<number>(12).fill(2).map(hours),
    };
    // 7 h of 20 h now; 16 h of 40 h then.
    const echo = echoWith(problem(two, { beyond }));
    expect(echo.text).toBe(
      'Flattening builds a later peak: 40\u00a0% in January 2028, above the present peak of 35\u00a0% in January 2027, against 23\u00a0% at most without it.',
    );
    expect(echo.after[2]).toBe(16);
  });

  it('that stays below the present peak is told, and is no warning', () => {
    const pile = ['X', 'Y', 'Z'].map((reference) => chain({ reference, interval: 12, due: 5, end: 6 }));
    const echo = echoWith(problem([...two, ...pile]));
    expect(echo.isAbovePresent).toBe(false);
    expect(echo.text).toContain(
      'Beyond the horizon the plan leaves a higher month, below the present peak of 21\u00a0h',
    );
  });

  it('of a plan that moves nothing says nothing', () => {
    const of = problem(two);
    expect(echoOf(of, month0, leastMoved(of), loadWith(of, leastMoved(of)))).toMatchObject({
      isAbovePresent: false,
      text: null,
    });
  });
});
