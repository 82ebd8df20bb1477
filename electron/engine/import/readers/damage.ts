/** Signs that a CSV file was cut off, or that a stray quotation mark hides rows: these must not be lost without a word. */
import type { Row } from './rows.ts';
import type { Delimiter } from './delimiter.ts';
import { isEmptyText, reject } from './limits.ts';

/** Line breaks inside a cell, so that the lines of the file are counted as an editor counts them. */
export const breaksIn = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\n|\r/g)?.length ?? 0) : 0;

/** The most frequent number of columns, the larger of two alike: titles and totals are few, rows are many. */
export function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 0;
  for (const [columns, count] of counts) {
    const most = counts.get(width) ?? 0;
    if (count > most || (count === most && columns > width)) width = columns;
  }
  return width;
}

const FOOTER =
  /\b(total|totals|sum|count|rows?|records?|cases?|end|page|report|printed|generated|exported|official|sensitive|restricted|confidential)\b/i;

/** A line below the table, such as totals or a marking. It may be short without being cut. */
function isFooter(last: Row, others: readonly Row[]): boolean {
  if (last.cells.some((cell) => FOOTER.test(cell))) return true;
  return isEmptyText(last.cells[0] ?? '') && others.every((row) => !isEmptyText(row.cells[0] ?? ''));
}

/** A last row that alone is short, in a file that does not end with a line break, was cut. Titles above may be short. */
export function refuseCutOff(width: number, rows: readonly Row[]): void {
  const last = rows.at(-1);
  if (!last || last.cells.length >= width) return;
  const first = rows.findIndex((row) => row.cells.length >= width);
  const others = rows.slice(first, -1);
  if (others.some((row) => row.cells.length < width) || isFooter(last, others)) return;
  throw reject(
    `The file is cut off in the middle of row ${String(last.line)}: it has ${String(last.cells.length)} of ${String(width)} columns. Export or copy the file again. Nothing was stored.`,
    { row: last.line },
  );
}

/** From this many columns on, a line with as many separators as a row is a row and not prose. */
const MIN_COLUMNS_OF_ROW = 5;

/** A quotation mark that opens by mistake hides the rows up to the next one in a single cell. */
export function refuseHiddenRows(delimiter: Delimiter, width: number, rows: readonly Row[]): void {
  if (width < MIN_COLUMNS_OF_ROW) return;
  const isRow = (text: string): boolean => text.split(delimiter).length >= width;
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
