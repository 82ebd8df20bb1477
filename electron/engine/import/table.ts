/** From the rows of a book to a table: which sheet, which line holds the headings, which lines are no rows. */
import type { OtherLine } from '#shared/contract/mapping.ts';
import { AppError } from '../errors.ts';
import type { FieldTable } from './fields.ts';
import { headingKey } from './headings.ts';
import type { Book, CountKnown, Row, Sheet } from './readers/book.ts';
import { readDate } from './values.ts';

export type Table = {
  format: Book['format'];
  encoding: string;
  delimiter: string;
  sheets: Array<{ name: string; rows: number }>;
  /** Name of the sheet that is read; null for a file without sheets. */
  sheet: string | null;
  /** Other sheets with the same headings, and their rows: one for each team or month, perhaps. */
  alikeSheets: Array<{ name: string; rows: number }>;
  headingLine: number;
  headings: string[];
  /** Lines above the headings. */
  titleLines: OtherLine[];
  /** Totals and notes below the rows. */
  totalsLines: OtherLine[];
  /** Blank lines are left out; every other line between headings and totals is a row. */
  rows: Row[];
};

/** Titles of a report stand above the headings; so many lines are looked at. */
const TITLE_LINES = 20;
/** Totals and notes stand at the very end. */
const CLOSING_LINES = 5;
const MAX_SHOWN = 200;

const filled = (row: Row): string[] => row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
const shown = (row: Row): string => filled(row).join(' · ').slice(0, MAX_SHOWN);
/** Who made a report is nobody's business here; titles, dates, markings and totals are. */
const NAMES_SOMEBODY = /\b(by|author|owner|contact|name|prepared|requested|user)\b/i;
const toLine = (row: Row): OtherLine => ({
  row: row.line,
  text: NAMES_SOMEBODY.test(shown(row)) ? '(not kept)' : shown(row),
});

export const countKnown =
  (fields: FieldTable) =>
  (cells: readonly string[]): number =>
    new Set(cells.map((cell) => fields.get(headingKey(cell))).filter((field) => field !== undefined)).size;

const isWordy = (cell: string): boolean => /[a-z]/i.test(cell) && readDate(cell) === null;

/** Headings name columns; a line with a date or a bare number in it is somebody's row. */
export const isSomebodysRow = (cells: readonly string[]): boolean =>
  cells.some((cell) => /\d[/.-]\d{1,2}[/.-]\d/.test(cell) || /^\d+([.,]\d+)?$/.test(cell.trim()));

/** A line could be headings when all its cells are words, and no two are alike. */
function looksLikeHeadings(row: Row, width: number): boolean {
  const cells = filled(row);
  const distinct = new Set(cells.map(headingKey)).size;
  return cells.length >= Math.max(2, width * 0.6) && cells.every(isWordy) && distinct === cells.length;
}

/** The most cells that a line of the sheet fills, of those at its start. */
const widthOf = (rows: readonly Row[]): number => Math.max(0, ...rows.map((row) => filled(row).length));

type Headings = { index: number; score: number };

/**
 * The line with most headings that are known. The first that looks like headings goes before it where that line has no
 * two of them, or is somebody's row: values of another kind of file may be headings of this one.
 */
function findHeadings(rows: readonly Row[], known: CountKnown): Headings {
  const top = rows.slice(0, TITLE_LINES);
  let best: Headings = { index: 0, score: 0 };
  for (const [index, row] of top.entries()) {
    const score = known(row.cells);
    if (score > best.score) best = { index, score };
  }
  const isHeadings = best.score >= 2;
  if (isHeadings && !isSomebodysRow(top[best.index]?.cells ?? [])) return best;
  const width = widthOf(rows.slice(0, TITLE_LINES * 2));
  const likely = top.findIndex((row) => looksLikeHeadings(row, width));
  if (likely === -1 || (isHeadings && likely > best.index)) return best;
  return { index: likely, score: Math.max(known(top[likely]?.cells ?? []), 1) };
}

function chooseSheet(book: Book, name: string | undefined, known: CountKnown): Sheet {
  const sheets = book.sheets.filter((sheet) => sheet.rows.length > 0);
  const named = name === undefined ? undefined : sheets.find((sheet) => sheet.name === name);
  if (name !== undefined && !named) {
    const names = sheets.map((sheet) => sheet.name ?? '').join(', ');
    throw new AppError('invalid-input', `There is no sheet called “${name}” with rows. Sheets: ${names}.`);
  }
  if (named) return named;
  const ranked = sheets
    .map((sheet) => ({ sheet, score: findHeadings(sheet.rows, known).score, rows: sheet.rows.length }))
    .sort((a, b) => b.score - a.score || b.rows - a.rows);
  const [best] = ranked;
  if (best) return best.sheet;
  throw new AppError(
    'import-rejected',
    'The file has no rows: every sheet or line is blank. Export the extract again. Nothing was stored.',
  );
}

const TOTAL =
  /^(grand |sub ?|over ?all )?totals?\b|^(sum|count|rows|records|number of (rows|records|cases))\b/i;
const CLOSING = /^(end of|report|produced|printed|generated|created|exported|official|source|note|page)\b/i;

/** A line below the rows that sums them up or says something about them; a row of its own has more to say. */
function isClosing(row: Row, width: number): boolean {
  const cells = filled(row);
  const [first = ''] = cells;
  if (TOTAL.test(first)) return cells.length <= Math.max(3, width / 4);
  return width > 3 && cells.length === 1 && (CLOSING.test(first) || first.split(/\s+/).length >= 3);
}

function splitClosing(rows: readonly Row[], width: number): { rows: Row[]; closing: Row[] } {
  let end = rows.length;
  while (end > 0 && rows.length - end < CLOSING_LINES) {
    const row = rows[end - 1];
    if (!row || !isClosing(row, width)) break;
    end--;
  }
  return { rows: rows.slice(0, end), closing: rows.slice(end) };
}

/** Empty columns at the right end, as spreadsheets leave them, are no columns. */
function trimHeadings(cells: readonly string[]): string[] {
  const headings = cells.map((heading) => heading.replace(/\s+/g, ' ').trim());
  const last = headings.findLastIndex((heading) => heading !== '');
  return headings.slice(0, last + 1);
}

/** Where a sheet has its headings, and what lies below them. */
type Layout = Pick<Table, 'headings' | 'rows'> & { index: number; closing: Row[] };

function layOut(sheet: Sheet, index: number): Layout {
  const headings = trimHeadings(sheet.rows[index]?.cells ?? []);
  return { index, headings, ...splitClosing(sheet.rows.slice(index + 1), headings.length) };
}

/** So large a share of the headings of two sheets in common, and they hold the same of other teams or months. */
const ALIKE = 0.8;

function areAlike(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one.map(headingKey)), new Set(other.map(headingKey))];
  const common = [...a].filter((heading) => b.has(heading)).length;
  return common >= ALIKE * (a.size + b.size - common);
}

/** The other sheets that could be read as well as this one. */
function alikeSheets(
  { sheets }: Book,
  sheet: Sheet,
  headings: readonly string[],
  known: CountKnown,
): Table['alikeSheets'] {
  return sheets
    .filter((one) => one !== sheet && one.rows.length > 0)
    .map((one) => ({ name: one.name ?? '', ...layOut(one, findHeadings(one.rows, known).index) }))
    .filter((one) => one.rows.length > 0 && areAlike(headings, one.headings))
    .map(({ name, rows }) => ({ name, rows: rows.length }));
}

export type Where = { sheet?: string | undefined; headingLine?: number | undefined };

/**
 * @param fields the headings that are known, by which sheet and heading line are found
 * @throws AppError import-rejected or invalid-input when there is no such sheet or line
 */
export function tableOf(book: Book, fields: FieldTable, where: Where = {}): Table {
  const known = countKnown(fields);
  const sheet = chooseSheet(book, where.sheet, known);
  const { headingLine } = where;
  const index =
    headingLine === undefined
      ? findHeadings(sheet.rows, known).index
      : sheet.rows.findIndex((row) => row.line === headingLine);
  const heading = sheet.rows[index];
  if (!heading) {
    throw new AppError(
      'invalid-input',
      `Line ${String(headingLine)} is blank or not in the file; expected the line that holds the headings.`,
    );
  }
  const { headings, rows, closing } = layOut(sheet, index);
  return {
    format: book.format,
    encoding: book.encoding,
    delimiter: book.delimiter,
    sheets: book.sheets
      .filter((one) => one.name !== null && one.rows.length > 0)
      .map((one) => ({ name: one.name ?? '', rows: one.rows.length })),
    sheet: sheet.name,
    alikeSheets: alikeSheets(book, sheet, headings, known),
    headingLine: heading.line,
    headings,
    titleLines: sheet.rows.slice(0, index).map(toLine),
    totalsLines: closing.map(toLine),
    rows,
  };
}
