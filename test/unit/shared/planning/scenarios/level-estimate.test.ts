import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateLevelling } from '#shared/planning/scenarios/level-estimate.ts';
import { sum } from '#shared/planning/sum.ts';

const MONTHS = 24;
const reset = { rule: 'full' as const, tolerance: 0, factor: 1 };
const hours = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: MONTHS, maxLength: MONTHS });
const row = fc
  .record({ hours, window: fc.integer({ min: 0, max: 2 }), interval: fc.integer({ min: 3, max: 12 }) })
  .map((own) => ({ ...own, duty: 'visit', catchUp: 0, reset, overdue: 0 }));
const fixed = new Array<number>(MONTHS).fill(20);

describe('levelling as estimated', () => {
  it('never raises the peak, and never puts work later than due', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const capacity = new Array<number>(MONTHS).fill(100);
        const found = estimateLevelling({ rows, fixed, capacity });
        expect(found.peakAfter ?? 0).toBeLessThanOrEqual((found.peakBefore ?? 0) + 1e-9);
        for (const [index, own] of rows.entries()) {
          const after = found.rows[index] ?? [];
          expect(Math.min(...after)).toBeGreaterThanOrEqual(-1e-6);
          // Up to any month at least as much is done as was due: early work only adds to it.
          for (let month = 1; month <= MONTHS; month++) {
            const done = sum(after.slice(0, month));
            expect(done).toBeGreaterThanOrEqual(sum(own.hours.slice(0, month)) - 1e-6);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('spreads overdue work, and an anniversary that has passed by then is skipped', () => {
    // 40 hours every second month, the first overdue, beside 60 or 20 hours that stay: 100 in month 0, 60 in the others
    // but for 50 in month 2. At a peak of 70, 10 go to month 1 and 20 to month 2; those 20 are next due in month 4.
    const anniversary = { ...reset, rule: 'anniversary' as const };
    const every = Array.from({ length: MONTHS }, (_, at) => (at % 2 === 0 ? 40 : 0));
    const rest = every.map((own, at) => (at === 0 ? 60 : at === 2 ? 10 : 60 - own));
    const found = estimateLevelling({
      rows: [
        { duty: 'visit', interval: 2, window: 0, catchUp: 2, reset: anniversary, hours: every, overdue: 40 },
      ],
      fixed: rest,
      capacity: new Array<number>(MONTHS).fill(100),
    });
    expect(found.rows[0]?.slice(0, 5).map(Math.round)).toEqual([10, 10, 40, 0, 40]);
    expect(Math.round(found.extraHours)).toBe(-20);
    expect(found.peakAfter).toBeCloseTo(0.7, 2);
  });

  it('moves nothing where no month stands out, and nothing without capacity', () => {
    const even = [{ duty: 'visit', interval: 6, window: 1, catchUp: 0, reset, hours: fixed, overdue: 0 }];
    for (const full of [100, 0]) {
      const capacity = new Array<number>(MONTHS).fill(full);
      const found = estimateLevelling({ rows: even, fixed, capacity });
      expect([found.rows, found.extraHours]).toEqual([[fixed], 0]);
    }
  });
});
