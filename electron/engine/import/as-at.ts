/** The date a file speaks of: given, or read from its name. */
import { lastDayOf, showDate, type IsoDate, type Month } from '#shared/domain/dates.ts';
import { AppError } from '../errors.ts';
import { makeDate, monthNumber, readDate } from './values.ts';

/** Digits that do not run on into other digits. */
const alone = (pattern: string): RegExp => new RegExp(`(?<!\\d)${pattern}(?!\\d)`, 'gi');

const YEAR = String.raw`((?:19|20|21)\d\d)`;
const SEPARATOR = '[-_. /]?';
/** The two separators are alike: in `c1904-2026-10-31` the first number is part of no date. */
const YMD = alone(`${YEAR}(${SEPARATOR})(\\d\\d)\\2(\\d\\d)`);
const DMY = alone(`(\\d\\d?)${SEPARATOR}(\\d\\d)${SEPARATOR}${YEAR}`);
const DAY_NAMED = alone(`(\\d\\d?)(?:st|nd|rd|th)?${SEPARATOR}([a-z]{3,9})${SEPARATOR}${YEAR}`);
const MONTH_NAMED = new RegExp(`(?<![a-z])([a-z]{3,9})${SEPARATOR}${YEAR}(?!\\d)`, 'i');

type Parts = ReadonlyArray<string | undefined>;
const datePatterns: ReadonlyArray<[RegExp, (parts: Parts) => IsoDate | null]> = [
  [YMD, ([, year, , month, day]) => makeDate(Number(year), Number(month), Number(day))],
  [DMY, ([, day, month, year]) => makeDate(Number(year), Number(month), Number(day))],
  [
    DAY_NAMED,
    ([, day, name = '', year]) => {
      const month = monthNumber(name);
      return month === null ? null : makeDate(Number(year), month, Number(day));
    },
  ],
];

/**
 * The date in a file's name: `2026-10-31`, `31-10-2026`, `20261031`, `31 Oct 2026`; `Oct 2026` is the month's end. Of
 * a period it is the last day.
 */
export function asAtFromName(fileName: string): IsoDate | null {
  for (const [pattern, read] of datePatterns) {
    const days = [...fileName.matchAll(pattern)].map(read).filter((day) => day !== null);
    const last = days.sort().at(-1);
    if (last !== undefined) return last;
  }
  const named = MONTH_NAMED.exec(fileName);
  const month = named ? monthNumber(named[1] ?? '') : null;
  if (!named || month === null) return null;
  return lastDayOf(`${named[2] ?? ''}-${String(month).padStart(2, '0')}` as Month);
}

/** Planning looks years ahead of and behind the date, and bank holidays are not known for ever. */
const EARLIEST = '2000-01-01';
const LATEST = '2120-12-31';

const isPlausible = (asAt: IsoDate): boolean => asAt >= EARLIEST && asAt <= LATEST;
const implausible = (asAt: IsoDate): string =>
  `The as-at date ${asAt} cannot be right: expected a day from ${EARLIEST} to ${LATEST}.`;

export type AsAt = { asAt: IsoDate; asAtFrom: 'given' | 'file-name' | 'title' };

const AS_AT = /\bas (?:at|of|on)[ :]+(.{6,30})$/i;

/** A title says what it is, perhaps in a cell beside its date; a date among more cells is somebody's. */
const TITLE_CELLS = 2;

/** What a line above the headings says that could tell the day of the whole file. */
function titlesIn(line: string): string[] {
  const cells = line.split(' · ');
  return cells.length <= TITLE_CELLS ? cells : cells.filter((cell) => readDate(cell) === null);
}

/** The date in a title such as "Caseload as at 31-Oct-26". */
function asAtFromTitle(titles: readonly string[]): IsoDate | null {
  for (const title of titles.flatMap(titlesIn)) {
    const said = AS_AT.exec(title)?.[1]?.trim();
    const day = (said === undefined ? null : readDate(said)) ?? asAtFromName(title);
    if (day !== null) return day;
  }
  return null;
}

const unknown = (why: string): AppError =>
  new AppError('invalid-input', `${why} Give the date on which the extract was taken.`, { needs: 'asAt' });

type DaysSaid = { named: IsoDate | null; titled: IsoDate | null };

/** What a file itself says of its day, in its name and above its headings. */
export const daysSaid = (fileName: string, titles: readonly string[]): DaysSaid => ({
  named: asAtFromName(fileName),
  titled: asAtFromTitle(titles),
});

/** Why the day that name and title tell cannot be relied on; null where it can, or where neither tells one. */
function doubtOf(named: IsoDate | null, titled: IsoDate | null): string | null {
  if (named !== null && titled !== null && named !== titled)
    return `The file’s name says ${showDate(named)}, the title in it ${showDate(titled)}.`;
  const day = named ?? titled;
  return day === null || isPlausible(day) ? null : implausible(day);
}

/**
 * The day that a file speaks of: as given, else by its name or its title; null when neither tells, or where what
 * they tell is in doubt, which is then said.
 * @throws AppError invalid-input with `needs: 'asAt'` when the day given cannot be right
 */
export function tellAsAt(
  fileName: string,
  titles: readonly string[],
  given: IsoDate | undefined,
): { dated: AsAt | null; doubt: string | null } {
  if (given !== undefined) {
    if (!isPlausible(given)) throw unknown(implausible(given));
    return { dated: { asAt: given, asAtFrom: 'given' }, doubt: null };
  }
  const { named, titled } = daysSaid(fileName, titles);
  const doubt = doubtOf(named, titled);
  const asAt = named ?? titled;
  if (asAt === null || doubt !== null) return { dated: null, doubt };
  return { dated: { asAt, asAtFrom: named === null ? 'title' : 'file-name' }, doubt };
}

/** @throws AppError invalid-input with `needs: 'asAt'` when what is told of the day is in doubt */
export function lookForAsAt(
  fileName: string,
  titles: readonly string[],
  given: IsoDate | undefined,
): AsAt | null {
  const { dated, doubt } = tellAsAt(fileName, titles, given);
  if (doubt !== null) throw unknown(doubt);
  return dated;
}

/** @throws AppError invalid-input with `needs: 'asAt'` when nobody says what date the file speaks of */
export function findAsAt(fileName: string, titles: readonly string[], given: IsoDate | undefined): AsAt {
  const found = lookForAsAt(fileName, titles, given);
  if (found) return found;
  throw unknown(
    'The as-at date of this file is not known: neither its name nor its title holds a date such as 2026-10-31.',
  );
}
