/** The codes of a file and what each is read as. */
import type { FoundCode } from '#shared/contract/mapping.ts';
import type { Field } from './fields.ts';
import { valuesOf } from './propose.ts';
import type { Reading } from './reading.ts';
import { shorten } from './tidy.ts';
import { words } from './values.ts';

const MAX_CODES = 200;

/** A code that nobody knows is worth a question from so many rows and such a share on; fewer are slips of the pen. */
const MIN_ROWS = 5;
const MIN_SHARE = 0.01;

/** Each code once, as it is first written, and its rows: a file of many rows has few of them. */
function countCodes(values: readonly string[]): Array<{ text: string; rows: number }> {
  const asWritten = new Map<string, number>();
  for (const text of values) asWritten.set(text, (asWritten.get(text) ?? 0) + 1);
  const found = new Map<string, { text: string; rows: number }>();
  for (const [text, rows] of asWritten) {
    const one = found.get(words(text));
    if (one) one.rows += rows;
    else found.set(words(text), { text, rows });
  }
  return [...found.values()];
}

function codesOf(reading: Reading, field: Field, index: number): FoundCode[] {
  const { vocabulary, key } = field;
  if (!vocabulary) return [];
  return countCodes(valuesOf(reading.table, index, Infinity))
    .sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1))
    .slice(0, MAX_CODES)
    .map(({ text, rows }) => {
      const said = reading.columns.codeOf(key, text);
      const value = said === undefined ? vocabulary.read(text) : said;
      return {
        field: key,
        heading: reading.table.headings[index] ?? '',
        text: shorten(text),
        rows,
        value,
        isKnown: said !== undefined || value !== null,
      };
    });
}

/** The codes in the columns that are read, those of most rows first. */
export function foundCodes(reading: Reading): FoundCode[] {
  const byKey = new Map(reading.fields.map((field) => [field.key, field]));
  return [...reading.columns.indexOf].flatMap(([key, index]) => {
    const field = byKey.get(key);
    return field ? codesOf(reading, field, index) : [];
  });
}

/** Those that nobody knows and that are no slips of the pen. */
export const worthAsking = ({ table }: Reading, codes: readonly FoundCode[]): FoundCode[] =>
  codes.filter((code) => !code.isKnown && code.rows >= Math.max(MIN_ROWS, table.rows.length * MIN_SHARE));
