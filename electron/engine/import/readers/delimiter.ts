/** Which mark parts the columns of a CSV file. */
import { parse } from 'csv-parse/sync';
import type { CountKnown } from './rows.ts';
import { isEmptyText, MAX_RECORD } from './limits.ts';

export const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
export type Delimiter = keyof typeof delimiterNames;
const delimiters = Object.keys(delimiterNames) as Delimiter[];

const SAMPLE = 65_536;
const SAMPLE_LINES = 20;

export const parseOptions = (delimiter: Delimiter) => ({
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: MAX_RECORD,
  record_delimiter: ['\r\n', '\n', '\r'],
});

/** Excel can name the delimiter in a line of its own above the headings: `sep=;`. */
export function namedDelimiter(sample: string): Delimiter | null {
  const named = /^sep=(.)[\r\n]/i.exec(sample)?.[1];
  return delimiters.find((delimiter) => delimiter === named) ?? null;
}

/** The first lines that are not blank; a sample that breaks off inside a quotation still gives the lines before. */
function firstLines(sample: string, delimiter: Delimiter): string[][] {
  const lines: string[][] = [];
  const take = (cells: string[]): null => {
    if (!cells.every(isEmptyText)) lines.push(cells);
    return null;
  };
  try {
    parse(sample, { ...parseOptions(delimiter), on_record: take, to: SAMPLE_LINES });
  } catch {
    // The whole file is read later, and what is wrong with it is said then.
  }
  return lines;
}

/** How many lines have the most common number of columns, and that number; lines of one column say nothing. */
function consistency(lines: readonly string[][]): { lines: number; columns: number } {
  const counts = new Map<number, number>();
  for (const { length } of lines) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = { lines: 0, columns: 0 };
  for (const [columns, count] of counts) {
    if (count > best.lines || (count === best.lines && columns > best.columns))
      best = { lines: count, columns };
  }
  return best;
}

/**
 * The delimiter under which one of the first lines has most known headings; where none is known, the one under which
 * most lines have the same number of columns. A comma where there is only one column.
 */
export function findDelimiter(text: string, countKnown: CountKnown): Delimiter {
  const sample = text.slice(0, SAMPLE);
  const ranked = delimiters.map((delimiter) => {
    const lines = firstLines(sample, delimiter);
    const known = lines.reduce((most, cells) => Math.max(most, countKnown(cells)), 0);
    return { delimiter, known, ...consistency(lines) };
  });
  ranked.sort((a, b) => b.known - a.known || b.lines - a.lines || b.columns - a.columns);
  return ranked[0]?.delimiter ?? ',';
}
