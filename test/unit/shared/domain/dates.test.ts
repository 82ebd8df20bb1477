import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsToDate,
  daysBetween,
  daysFrom,
  isIsoDate,
  isoDate,
  lastDayOf,
  Month,
  monthOf,
  monthRange,
  monthsBetween,
  monthZero,
  showDate,
  showMonth,
  showMonthShort,
  weekday,
} from '#shared/domain/dates.ts';

const month = (text: string): Month => Month.parse(text);
const anyDay = fc.integer({ min: 0, max: 365 * 150 }).map((count) => addDays(isoDate('1950-01-01'), count));

describe('days', () => {
  it('takes real calendar days only', () => {
    expect(isIsoDate('2028-02-29')).toBe(true);
    for (const text of [
      '2027-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '31/10/2026',
      '',
      '1850-01-01',
    ]) {
      expect(isIsoDate(text), text).toBe(false);
    }
    expect(() => isoDate('2026-02-30')).toThrow('Expected a date like 2026-10-31, found "2026-02-30".');
  });

  it('counts days across the change to and from summer time', () => {
    // Clocks change on 28 March and 31 October 2027 in London, on other days in the time zones tests run in.
    expect(addDays(isoDate('2027-03-27'), 2)).toBe('2027-03-29');
    expect(addDays(isoDate('2027-10-30'), 2)).toBe('2027-11-01');
    expect(daysBetween(isoDate('2027-03-01'), isoDate('2027-04-01'))).toBe(31);
    expect(daysFrom(isoDate('2026-09-26'), isoDate('2026-09-28'))).toEqual([
      '2026-09-26',
      '2026-09-27',
      '2026-09-28',
    ]);
    // New Zealand: 27 September 2026 and 4 April 2027; California: 1 November 2026 and 14 March 2027.
    for (const day of ['2026-09-27', '2027-04-04', '2026-11-01', '2027-03-14']) {
      expect(addDays(addDays(isoDate(day), 1), -1)).toBe(day);
      expect(daysBetween(isoDate(day), addDays(isoDate(day), 1))).toBe(1);
    }
  });

  it('knows weekdays wherever it runs', () => {
    expect(weekday(isoDate('2026-10-31'))).toBe(6);
    expect(weekday(isoDate('2026-11-01'))).toBe(0);
  });

  it('keeps the day of the month, or takes the last where the month is shorter', () => {
    expect(addMonthsToDate(isoDate('2026-10-31'), 1)).toBe('2026-11-30');
    expect(addMonthsToDate(isoDate('2026-10-31'), 4)).toBe('2027-02-28');
    expect(addMonthsToDate(isoDate('2027-10-31'), 4)).toBe('2028-02-29');
    expect(addMonthsToDate(isoDate('2026-03-15'), -15)).toBe('2024-12-15');
  });

  it('is shown in words', () => {
    expect(showDate(isoDate('2026-10-31'))).toBe('31 Oct 2026');
    expect(showDate(isoDate('2026-09-05'))).toBe('5 Sep 2026');
    expect(showMonth(month('2027-03'))).toBe('March 2027');
    expect(showMonthShort(month('2027-12'))).toBe('Dec 27');
  });

  it('adds and counts days as inverses of each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });
});

describe('months', () => {
  it('takes as month 0 the month of the day after the snapshot', () => {
    expect(monthZero(isoDate('2026-10-31'))).toBe('2026-11');
    expect(monthZero(isoDate('2026-10-30'))).toBe('2026-10');
    expect(monthZero(isoDate('2026-12-31'))).toBe('2027-01');
  });

  it('counts across years, forwards and backwards', () => {
    expect(addMonths(month('2026-11'), 14)).toBe('2028-01');
    expect(addMonths(month('2026-01'), -1)).toBe('2025-12');
    expect(monthsBetween(month('2026-11'), month('2026-08'))).toBe(-3);
    expect(monthRange(month('2026-11'), 3)).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(lastDayOf(month('2028-02'))).toBe('2028-02-29');
  });

  it('adds and counts months as inverses of each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, count) => {
        expect(monthsBetween(monthOf(day), addMonths(monthOf(day), count))).toBe(count);
        expect(monthOf(addMonthsToDate(day, count))).toBe(addMonths(monthOf(day), count));
      }),
    );
  });
});
