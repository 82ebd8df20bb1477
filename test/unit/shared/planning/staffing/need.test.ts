import { describe, expect, it } from 'vitest';
import { monthRange, type Month } from '#shared/domain/dates.ts';
import { firstMonthOver, fteNeeded, needByYear, passesLimit } from '#shared/planning/staffing/need.ts';

const months = (first: string, count: number): Month[] => monthRange(first as Month, count);
const steps = (count: number, first: number, step: number): number[] =>
  Array.from({ length: count }, (_, index) => first + index * step);

describe('offender managers needed', () => {
  it('are 44.04 FTE for 2,202 RSOs at 1:50', () => {
    expect(fteNeeded(2202, 50)).toBeCloseTo(44.04, 10);
  });

  it('are told for 31 March of each year', () => {
    // November 2026 to April 2028: March is the 5th and the 17th month.
    const ahead = { median: steps(18, 900, 9), low: steps(18, 900, 0), high: steps(18, 900, 18) };
    // 936 ÷ 50 = 18.72; 1,044 ÷ 50 = 20.88
    const needed = needByYear({ months: months('2026-11', 18), ahead, limit: 50 });
    expect(needed.map(({ month }) => month)).toEqual(['2027-03', '2028-03']);
    expect(needed[0]?.counted).toBeCloseTo(936, 8);
    expect(needed[0]?.median).toBeCloseTo(18.72, 8);
    expect(needed[1]?.median).toBeCloseTo(20.88, 8);
    // 900 ÷ 50 = 18; 1,188 ÷ 50 = 23.76
    expect(needed[1]?.low).toBeCloseTo(18, 8);
    expect(needed[1]?.high).toBeCloseTo(23.76, 8);
  });
});

describe('passing the limit', () => {
  it('is in the first month with more cases than today’s offender managers may hold', () => {
    const ahead = { median: steps(6, 1200, 20), low: steps(6, 1200, 0), high: steps(6, 1210, 40) };
    // 25 FTE at 1:50 hold 1,250. The median is 1,240 in January, 1,260 in February; the upper end 1,250 in December,
    // 1,290 in January.
    expect(passesLimit({ months: months('2026-11', 6), ahead, limit: 50 }, 25)).toEqual({
      median: '2027-02',
      high: '2027-01',
    });
  });

  it('is not where the limit is just met, part-time sums notwithstanding', () => {
    // 0.1 + 0.2 is a little more than 0.3: fifteen cases at 1:50 are met by 0.3 FTE either way.
    expect(firstMonthOver(months('2026-11', 1), [(0.1 + 0.2) * 50], 0.3 * 50)).toBeNull();
  });

  it('never comes where cases fall', () => {
    expect(firstMonthOver(months('2026-11', 3), [100, 99, 98], 100)).toBeNull();
  });

  it('is at once where cases are over already', () => {
    expect(firstMonthOver(months('2026-11', 3), [101, 102, 103], 100)).toBe('2026-11');
  });
});
