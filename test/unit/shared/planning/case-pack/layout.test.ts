import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { layoutInWords, layoutMonths, yearsOf } from '#shared/planning/case-pack/layout.ts';
import { month } from './hand-made.ts';

describe('the months of a pack', () => {
  it('are sixty for five years, the first and the last financial year cut', () => {
    const months = layoutMonths(isoDate('2026-10-31'), 5);
    expect([months.length, months[0], months.at(-1)]).toEqual([60, '2026-11', '2031-10']);
    const years = yearsOf(months);
    expect(years.map(({ year }) => year)).toEqual([
      '2026/27',
      '2027/28',
      '2028/29',
      '2029/30',
      '2030/31',
      '2031/32',
    ]);
    expect(years[0]).toEqual({ year: '2026/27', first: 0, last: 4, end: month('2027-03') });
    expect(years.at(-1)).toEqual({ year: '2031/32', first: 53, last: 59, end: month('2031-10') });
  });

  it.each([
    ['2026-10-31', 53, '2031-03', 'after what is left of this one'],
    ['2027-02-28', 49, '2031-03', 'after what is left of this one'],
    // 1 April is the first day of a financial year that is told in full
    ['2027-03-31', 48, '2031-03', 'asks'],
  ])('are whole financial years for four of them: as at %s', (asAt, count, last, words) => {
    const months = layoutMonths(isoDate(asAt), 4);
    expect([months.length, months.at(-1)]).toEqual([count, last]);
    const whole = yearsOf(months).filter((year) => year.last - year.first === 11);
    expect(whole).toHaveLength(4);
    expect(layoutInWords(months, 4).endsWith(words)).toBe(true);
  });
});
