/** Counts and names in sentences, the same everywhere. */
import type { Outcome } from '#shared/domain/follow-up.ts';
import { showCount, showPercent } from './figures.ts';
import { sum } from './sum.ts';

/** What stands for the utilisation of a month with work and nobody to do it. */
export const NOBODY = 'nobody in post';
/** `86 %` of a full month's utilisation, or that nobody is in post */
export const showFullness = (utilisation: number | null): string =>
  utilisation === null ? NOBODY : showPercent(utilisation);

const isAcronym = (word: string): boolean => word.length > 1 && word === word.toUpperCase();

function plural(word: string): string {
  if (isAcronym(word)) return word.endsWith('S') ? word : `${word}s`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/**
 * A duty's name within a sentence, after a count: `visit`, `visits`, `RMP reviews`, `ARMS`.
 *
 * @param name as the standards spell it, with a capital
 */
export function dutyNoun(name: string, count: number): string {
  const words = name.split(' ').map((word) => (isAcronym(word) ? word : word.toLowerCase()));
  const last = words.pop() ?? '';
  return [...words, count === 1 ? last : plural(last)].join(' ');
}

/** `1 case`, `12 cases`; `1 person`, `12 people` where the plural is told */
export const counted = (count: number, noun: string, many = plural(noun)): string =>
  `${showCount(count)} ${count === 1 ? noun : many}`;

/** What a file says of the values that its figures rest on and the force has not confirmed; nothing where all are. */
export const unconfirmedLines = (unconfirmed: readonly string[]): string[] =>
  unconfirmed.length === 0
    ? []
    : [`Rests on ${counted(unconfirmed.length, 'value')} that the force has not confirmed`];

/** `A`, `A and B`, `A, B and C` */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** `“a”, “b”, “c”, “d” and 3 more`: the first few of them, as a file has them. */
export function quoted(texts: readonly string[], most = 4): string {
  const shown = texts.slice(0, most).map((text) => `“${text}”`);
  const rest = texts.length - shown.length;
  return listed(rest > 0 ? [...shown, `${showCount(rest)} more`] : shown);
}

/** `“Sep” (40 rows) and “Aug” (38 rows) have the same headings and are not read`: of a workbook, beside the sheet read. */
export function unreadSheetsSaid(sheets: ReadonlyArray<{ name: string; rows: number }>): string {
  const named = listed(sheets.map(({ name, rows }) => `“${name}” (${counted(rows, 'row')})`));
  return `${named} ${sheets.length === 1 ? 'has the same headings and is' : 'have the same headings and are'} not read`;
}

/** What is left of a plan's moves: `30 of 41 moves still stand; 8 done, 2 missed, 1 overtaken`. */
export function movesLeftSaid(counts: Record<Outcome, number>): string {
  const { open, missed, overtaken } = counts;
  const moves = sum(Object.values(counts));
  const done = moves - open - missed - overtaken;
  const rest = Object.entries({ done, missed, overtaken }).filter(([, count]) => count > 0);
  const stand = `${showCount(open)} of ${counted(moves, 'move')} still stand${open === 1 ? 's' : ''}`;
  return [stand, rest.map(([word, count]) => `${showCount(count)} ${word}`).join(', ')]
    .filter((part) => part !== '')
    .join('; ');
}
