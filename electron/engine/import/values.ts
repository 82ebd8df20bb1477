/** Reading single values. Null means that the text says nothing we can read: it is then kept as missing and listed. */
import type { DateOrder } from '#shared/contract/mapping.ts';
import { addDays, isIsoDate, type IsoDate } from '#shared/domain/dates.ts';
import { MOST_MONTHS } from '#shared/domain/standard-values.ts';

/** A text as it is compared: lower case, letters and digits only. */
export const words = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, ' ')
    .trim();

const monthNumbers = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [
    name,
    index + 1,
  ]),
);
const fullNames =
  'january february march april may june july august september october november december'.split(' ');

/** 1 to 12 for `Mar`, `march`, `Sept`; null for anything else. */
export function monthNumber(name: string): number | null {
  const lower = name.toLowerCase();
  const isName = lower.length === 3 || lower === 'sept' || fullNames.includes(lower);
  return isName ? (monthNumbers.get(lower.slice(0, 3)) ?? null) : null;
}

/** Years written with two digits: 70 to 99 are the last century, the rest this one (notifications run to 2060 and on). */
const fullYear = (year: string): number =>
  year.length === 2 ? Number(year) + (Number(year) >= 70 ? 1900 : 2000) : Number(year);

export function makeDate(year: number, month: number, day: number): IsoDate | null {
  const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(text) ? (text as IsoDate) : null;
}

const TIME = String.raw`(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m|z|[+-]\d{2}:?\d{2})?)?`;
const ISO = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'i');
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
const NUMERIC = new RegExp(`^(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})${TIME}$`, 'i');
const NAMED = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]?([a-z]{3,9})[ ,-]*(\\d{4}|\\d{2})${TIME}$`, 'i');

/** Excel counts days from the end of 1899; so many days lie in the years that extracts speak of (1954 to 2119). */
const SERIAL = /^([2-7]\d{4})(?:\.\d+)?$/;
const SERIAL_ZERO = '1899-12-30' as IsoDate;

/** The two numbers before the year of a date written in numbers, in their order; null for any other text. */
export function numericDate(text: string): { first: number; second: number } | null {
  const match = NUMERIC.exec(text);
  return match ? { first: Number(match[1]), second: Number(match[2]) } : null;
}

/**
 * `07/03/2025`, `7-Mar-26`, `7 March 2026`, `2026-03-07`, `20260307`, `46088` (Excel's count of days), each with
 * or without a time. Which number of the first is the day is for the caller to say.
 */
export function readDate(text: string, order: DateOrder = 'day-first'): IsoDate | null {
  const iso = ISO.exec(text);
  if (iso) return makeDate(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const compact = COMPACT.exec(text);
  if (compact) return makeDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    const year = fullYear(numeric[3] ?? '');
    return order === 'day-first' ? makeDate(year, second, first) : makeDate(year, first, second);
  }
  const serial = SERIAL.exec(text);
  if (serial) return addDays(SERIAL_ZERO, Number(serial[1]));
  const named = NAMED.exec(text);
  const month = named ? monthNumber(named[2] ?? '') : null;
  return named && month !== null ? makeDate(fullYear(named[3] ?? ''), month, Number(named[1])) : null;
}

const crews = new Map([
  ['single', 1],
  ['single crewed', 1],
  ['double', 2],
  ['double crewed', 2],
]);

/** How many were present: `2`, `Double`. */
export function readHeadcount(text: string): number | null {
  const crew = crews.get(words(text));
  if (crew !== undefined) return crew;
  return /^\d{1,2}$/.test(text) ? Number(text) : null;
}

const spokenIntervals = new Map([
  ['monthly', 1],
  ['quarterly', 3],
  ['half yearly', 6],
  ['six monthly', 6],
  ['annual', 12],
  ['annually', 12],
  ['yearly', 12],
]);

/** Months: `6`, `6m`, `6 months`, `6 monthly`, `annual`; from 1 to {@link MOST_MONTHS}. */
export function readInterval(text: string): number | null {
  const spoken = spokenIntervals.get(words(text));
  if (spoken !== undefined) return spoken;
  const match = /^(\d{1,3})(?:\.0+)?\s*-?\s*(?:m|mth|mths|month|months|monthly)?$/i.exec(text);
  const months = match ? Number(match[1]) : 0;
  return months >= 1 && months <= MOST_MONTHS ? months : null;
}

/** Without end, in words or as a date that only stands for it: `Indefinite`, `INDEF`, `Life`, `31/12/9999`. */
export const isIndefinite = (text: string): boolean =>
  /^(indefinite(ly)?|indef|life|lifetime|for life|lifelong|no end( date)?|permanent|n\/?a)$/.test(
    words(text),
  ) ||
  /^(\d{1,2}[-/. ]\d{1,2}[-/. ](2[2-9]|[3-9]\d)\d\d|(2[2-9]|[3-9]\d)\d\d[-/.]\d{1,2}[-/.]\d{1,2})\b/.test(
    text,
  );

/** A share of full time: `1`, `0.8`, `80%`. */
export function readFte(text: string): number | null {
  const match = /^(\d*\.?\d+|\d+)\s*(%?)$/.exec(text);
  if (!match) return null;
  const value = Number(match[1]) / (match[2] === '%' ? 100 : 1);
  return value <= 1.5 ? value : null;
}

/** A collar or pay number always holds a digit, not a nought alone; a name, which is not stored, does not. */
export const readCollar = (text: string): string | null =>
  text.length <= 20 && /\d/.test(text) && text !== '0' ? text : null;

const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const WITH_POINT = /^\d+(?:\.\d+)?$/;
/** A comma before exactly three digits groups thousands; before any other number of them it is a decimal point. */
const WITH_COMMA = /^\d+,(?:\d{1,2}|\d{4,})$/;

/** A number as it is written: `7.5`, `7,5`, `1,040`, `1,040.00`; null for what could be read in no or in two ways. */
function decimalOf(text: string): number | null {
  if (GROUPED.test(text)) return Number(text.replaceAll(',', ''));
  if (WITH_POINT.test(text)) return Number(text);
  return WITH_COMMA.test(text) ? Number(text.replace(',', '.')) : null;
}

/** Hours: `8`, `7.5`, `7,5`, `1,040`, `7:30`, `24 h`; from 0 to 5,000. */
export function readHours(text: string): number | null {
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(text);
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
  const match = /^([\d.,]+?)\s*(?:h|hrs?|hours?)?$/i.exec(text);
  const value = match && decimalOf(match[1] ?? '');
  return value !== null && value <= 5000 ? value : null;
}
