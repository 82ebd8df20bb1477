/** What stands in a cell of Excel, as text. */

const DAY = 86_400_000;
/** Day 61 is 1 March 1900. Excel holds 1900 for a leap year, so that days before it count from a day later. */
const LAST_DAY = 2_958_465;
const DAYS_FROM_1900_TO_1904 = 1_462;

/**
 * The day of a serial number as YYYY-MM-DD; null where it is no day (a time of day, a negative number).
 * @param is1904 whether the workbook counts its days from 1904, as Excel on old Macs did
 */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  // Times are kept as fractions that may fall a hair short of midnight.
  const day = Math.floor(serial + 0.5 / DAY) + (is1904 ? DAYS_FROM_1900_TO_1904 : 0);
  if (!(day >= 1 && day <= LAST_DAY)) return null;
  if (day === 60) return '1900-02-29';
  const sinceEpoch = day - 25_569 + (day < 60 ? 1 : 0);
  return new Date(sinceEpoch * DAY).toISOString().slice(0, 10);
}

const plain = new Intl.NumberFormat('en-GB', { useGrouping: false, maximumSignificantDigits: 15 });

/** A number as Excel shows it: fifteen digits, no exponent. What is no number stays as it is. */
export function numberText(stored: string): string {
  if (/^(0|-?[1-9]\d{0,14})$/.test(stored)) return stored;
  const number = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(number)) return stored;
  const text = plain.format(number);
  return text === '-0' ? '0' : text;
}

const builtInDates = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Whether a number under this format is shown as a day. Times of day and durations are not: they stay numbers. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id);
  // Texts in the format, marks of language and colour, and fillers hold letters that mean no date.
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, ' ');
  return !/general/i.test(bare) && /[yd]|m{3}/i.test(bare);
}

/** Characters that XML cannot hold are written as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
