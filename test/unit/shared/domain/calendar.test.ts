import { describe, expect, it } from 'vitest';
import { bankHolidays, workingDays, workingDaysInYear } from '#shared/domain/calendar.ts';
import { isoDate, Month } from '#shared/domain/dates.ts';

describe('bank holidays of England and Wales', () => {
  it('gives Christmas 2026 its substitute day', () => {
    const days = bankHolidays(2026);
    expect([...days].filter((day) => day.startsWith('2026-12'))).toEqual([
      '2026-12-25',
      '2026-12-26',
      '2026-12-28',
    ]);
  });

  it('knows Easter 2027 and leaves out days of Scotland', () => {
    expect(bankHolidays(2027).has(isoDate('2027-03-26'))).toBe(true);
    expect(bankHolidays(2027).has(isoDate('2027-03-29'))).toBe(true);
    expect(bankHolidays(2027).has(isoDate('2027-01-04'))).toBe(false);
  });
});

describe('working days', () => {
  it.each([
    // 23 weekdays less Friday 25 and Monday 28 December
    ['2026-12', 21],
    // 23 weekdays less Good Friday and Easter Monday, both in March 2027
    ['2027-03', 21],
    ['2027-04', 22],
    // 21 weekdays less two bank holidays
    ['2027-05', 19],
    ['2026-11', 21],
  ])('%s has %i', (month, count) => {
    expect(workingDays(Month.parse(month))).toHaveLength(count);
  });

  it('are eight bank holidays short of the weekdays of 2027', () => {
    expect(workingDaysInYear(2027)).toBe(261 - 8);
  });
});
