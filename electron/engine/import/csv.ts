/** From text to rows, each with the line of the file on which it starts. */
import { parse, CsvError } from 'csv-parse/sync';
import { AppError } from '../errors.ts';
import { decode } from './decode.ts';

export type Row = { line: number; cells: string[] };

export type Table = {
  encoding: string;
  delimiter: string;
  headings: string[];
  /** Blank lines are left out; every other line after the headings is a row. */
  rows: Row[];
};

const MAX_RECORD = 1_000_000;
const MAX_COLUMNS = 200;
const SAMPLE = 65_536;

const delimiterNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
type Delimiter = keyof typeof delimiterNames;
const delimiters = Object.keys(delimiterNames) as Delimiter[];

const reject = (message: string, details: Record<string, unknown> = {}): AppError =>
  new AppError('import-rejected', message, details);

/** Line breaks inside a cell, so that the lines of the file are counted as an editor counts them. */
const breaksIn = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;

const options = (delimiter: Delimiter) => ({
  delimiter,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: MAX_RECORD,
  record_delimiter: ['\r\n', '\n', '\r'],
});

/** The delimiter under which the first line has most columns; a comma where there is only one. */
function findDelimiter(text: string, countKnown: (headings: string[]) => number): Delimiter {
  const sample = text.slice(0, SAMPLE);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const headings = firstLine(sample, delimiter);
    const score = countKnown(headings) * MAX_RECORD + headings.length;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Excel can name the delimiter in a line of its own above the headings: `sep=;`. */
function namedDelimiter(text: string): Delimiter | null {
  const named = /^sep=(.)\r?\n/i.exec(text)?.[1];
  return delimiters.find((delimiter) => delimiter === named) ?? null;
}

function firstLine(sample: string, delimiter: Delimiter): string[] {
  try {
    const [first] = parse(sample, { ...options(delimiter), to: 1 });
    return first ?? [];
  } catch {
    return [];
  }
}

function parseRecords(text: string, delimiter: Delimiter): Row[] {
  const rows: Row[] = [];
  let line = 1;
  const take = (cells: string[]): null => {
    if (cells.length > MAX_COLUMNS) {
      throw reject(
        `Row ${String(line)} has ${String(cells.length)} columns; at most ${String(MAX_COLUMNS)} are read. Check that this is the right file.`,
        { row: line },
      );
    }
    rows.push({ line, cells });
    line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
    return null;
  };
  try {
    parse(text, { ...options(delimiter), on_record: take });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(error, line);
  }
  return rows;
}

/** What csv-parse could not read, in words; `line` is where the record that failed starts. */
function unreadable(error: CsvError, line: number): AppError {
  const row = String(line);
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return reject(
      `Row ${row} is longer than a megabyte; a row of an extract has a few hundred characters. Either a quotation mark is never closed, or this is another kind of file. Nothing was stored.`,
      { row: line },
    );
  }
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return cutOff(line, 'a quotation mark that opens in it is never closed');
  }
  return reject(`Row ${row} cannot be read as CSV. Export the file again. Nothing was stored.`, {
    row: line,
  });
}

const cutOff = (line: number, why: string): AppError =>
  reject(
    `The file is cut off in the middle of row ${String(line)}: ${why}. Export or copy the file again. Nothing was stored.`,
    { row: line },
  );

/** A last row that alone is short, in a file that does not end with a line break, was cut. */
function refuseCutOff(text: string, headings: string[], rows: Row[]): void {
  const last = rows.at(-1);
  if (!last || /[\r\n]$/.test(text) || last.cells.length >= headings.length) return;
  const others = rows.slice(0, -1);
  if (others.some((row) => row.cells.length < headings.length)) return;
  throw cutOff(last.line, `it has ${String(last.cells.length)} of ${String(headings.length)} columns`);
}

/** From this many columns on, a line with as many separators as the headings is a row and not prose. */
const MIN_COLUMNS_OF_ROW = 5;

/** A quotation mark that opens by mistake hides the rows up to the next one in a single cell: they must not be lost. */
function refuseHiddenRows(delimiter: Delimiter, headings: string[], rows: Row[]): void {
  if (headings.length < MIN_COLUMNS_OF_ROW) return;
  const isRow = (text: string): boolean => text.split(delimiter).length >= headings.length;
  for (const { line, cells } of rows) {
    // The first and the last line of a cell belong to its own row.
    const hidden = cells.some(
      (cell) =>
        breaksIn(cell) > 1 &&
        cell
          .split(/\r\n|\n|\r/)
          .slice(1, -1)
          .some(isRow),
    );
    if (!hidden) continue;
    throw reject(
      `Row ${String(line)} hides other rows: a quotation mark opens in it and is closed only rows later. Correct or remove the quotation mark, or export the file again. Nothing was stored.`,
      { row: line },
    );
  }
}

const isBlank = (row: Row): boolean => row.cells.length <= 1 && (row.cells[0] ?? '').trim() === '';

/**
 * Reads a CSV file. The first line that is not blank holds the headings.
 * @param countKnown how many of the headings mean something: the delimiter under which most do is taken
 * @throws AppError import-rejected, saying what is wrong and in which row
 */
export function readCsv(bytes: Uint8Array, countKnown: (headings: string[]) => number): Table {
  const { text, encoding } = decode(bytes);
  const named = namedDelimiter(text);
  const delimiter = named ?? findDelimiter(text, countKnown);
  const [first, ...rows] = parseRecords(text, delimiter)
    .slice(named === null ? 0 : 1)
    .filter((row) => !isBlank(row));
  const headings = (first?.cells ?? []).map((heading) => heading.replace(/\s+/g, ' ').trim());
  refuseHiddenRows(delimiter, headings, rows);
  refuseCutOff(text, headings, rows);
  return { encoding, delimiter: delimiterNames[delimiter], headings, rows };
}
