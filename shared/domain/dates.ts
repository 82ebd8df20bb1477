/**
 * The only home of date arithmetic. Dates are ISO days without a time zone; months are calendar
 * months. All arithmetic runs in UTC, so daylight saving cannot bend a date.
 */
import { UTCDate } from '@date-fns/utc';
// One function a file: the package as a whole, and its `format` and `parse`, are so many files that every start of a
// process or worker would take a second longer.
import { endOfMonth } from 'date-fns/endOfMonth';
import { lightFormat } from 'date-fns/lightFormat';
import { z } from 'zod';

const DAY = 86_400_000;
const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
const millisecondsOf = (text: string): number =>
  Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)));

/** True for a real calendar day written `YYYY-MM-DD` (years 1900 to 2199). */
export const isIsoDate = (text: string): boolean =>
  /^(19|20|21)\d\d-\d\d-\d\d$/.test(text) && isoOf(millisecondsOf(text)) === text;

export const IsoDate = z.string().refine(isIsoDate, 'a real date written YYYY-MM-DD').brand<'IsoDate'>();
/** A day, `YYYY-MM-DD`. */
export type IsoDate = z.infer<typeof IsoDate>;

export const Month = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'a month written YYYY-MM')
  .brand<'Month'>();
/** A calendar month, `YYYY-MM`. */
export type Month = z.infer<typeof Month>;

const firstDate = (month: Month): UTCDate =>
  new UTCDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1, 1);

/**
 * The day written in `text`, or an error that says what was expected.
 * @throws RangeError when the text is not a real day.
 */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`Expected a date like 2026-10-31, found "${text}".`);
  return text as IsoDate;
}

/** The calendar day of an instant where the machine stands: nobody's today ends at midnight in Greenwich. */
export const dayAt = (instant: Date): IsoDate => isoDate(lightFormat(instant, 'yyyy-MM-dd'));

/** The month that holds the day. */
export const monthOf = (day: IsoDate): Month => day.slice(0, 7) as Month;

/** Month 0 of planning: the month that contains the day after the as-at date (planning §0). */
export const monthZero = (asAt: IsoDate): Month => monthOf(addDays(asAt, 1));

// Months are plain whole numbers of months: no date is needed, and roll-out asks for them by the ten thousand.
const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** `count` months after (before, if negative). */
export function addMonths(month: Month, count: number): Month {
  const number = monthNumber(month) + count;
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}` as Month;
}

/** Whole months from `from` to `to`: the month index of `to` when `from` is month 0. */
export const monthsBetween = (from: Month, to: Month): number => monthNumber(to) - monthNumber(from);

/** `count` months from `first` on: the months of a horizon. */
export const monthRange = (first: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, index) => addMonths(first, index));

/** So many days later; earlier for a negative number. */
export const addDays = (day: IsoDate, count: number): IsoDate =>
  isoOf(millisecondsOf(day) + count * DAY) as IsoDate;

/** The same day of the month `count` months on; the last day where the month is shorter. */
export function addMonthsToDate(day: IsoDate, count: number): IsoDate {
  const month = addMonths(monthOf(day), count);
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  return `${month}-${String(Math.min(dayOfMonth(day), last)).padStart(2, '0')}` as IsoDate;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  (millisecondsOf(to) - millisecondsOf(from)) / DAY;

/** The first day of the month. */
export const firstDayOf = (month: Month): IsoDate => `${month}-01` as IsoDate;
/** The last day of the month. */
export const lastDayOf = (month: Month): IsoDate => isoOf(endOfMonth(firstDate(month)).getTime()) as IsoDate;
/** 1 to 31. */
export const dayOfMonth = (day: IsoDate): number => Number(day.slice(8, 10));

/** 0 Sunday to 6 Saturday. */
export const weekday = (day: IsoDate): number => new Date(millisecondsOf(day)).getUTCDay();

/** Every day from `from` to `to`, both included. */
export function daysFrom(from: IsoDate, to: IsoDate): IsoDate[] {
  const count = daysBetween(from, to) + 1;
  return count <= 0 ? [] : Array.from({ length: count }, (_, index) => addDays(from, index));
}

const monthNames = (width: 'long' | 'short'): string[] => {
  const month = new Intl.DateTimeFormat('en-US', { month: width, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => month.format(Date.UTC(2000, index)));
};
const longNames = monthNames('long');
const shortNames = monthNames('short');
const nameIn = (names: readonly string[], month: Month): string => names[Number(month.slice(5, 7)) - 1] ?? '';

/** `31 Oct 2026` */
export const showDate = (day: IsoDate): string =>
  `${String(dayOfMonth(day))} ${nameIn(shortNames, monthOf(day))} ${day.slice(0, 4)}`;
/** `March 2027` */
export const showMonth = (month: Month): string => `${nameIn(longNames, month)} ${month.slice(0, 4)}`;
/** `Mar 27` */
export const showMonthShort = (month: Month): string => `${nameIn(shortNames, month)} ${month.slice(2, 4)}`;
