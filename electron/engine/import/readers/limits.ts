/** What is more than any extract holds, and how it is refused. */
import { AppError } from '../../errors.ts';
import type { Row } from './rows.ts';

export const MAX_RECORD = 1_000_000;
export const MAX_COLUMNS = 200;
const MAX_ROWS = 300_000;
/** Rows times columns, so that a file of many short cells does not fill the memory. */
const MAX_CELLS = 20_000_000;

export const reject = (message: string, details: Record<string, unknown> = {}): AppError =>
  new AppError('import-rejected', message, details);

export const isEmptyText = (cell: string): boolean => cell.trim() === '';

/** Rows as they are read, refused as soon as they are more than an extract has. */
export class RowCollector {
  readonly rows: Row[] = [];
  private cells = 0;

  add(row: Row): void {
    if (row.cells.length > MAX_COLUMNS) throw tooWide(row.line, row.cells.length);
    this.rows.push(row);
    this.cells += row.cells.length;
    if (this.rows.length > MAX_ROWS || this.cells > MAX_CELLS) throw tooLong();
  }
}

export const tooWide = (line: number, columns: number): AppError =>
  reject(
    `Row ${String(line)} has ${String(columns)} columns; at most ${String(MAX_COLUMNS)} are read. Check that this is the right file.`,
    { row: line },
  );

const tooLong = (): AppError =>
  reject(
    'The file has more than 300,000 rows or 20 million cells; an extract of a force has a few thousand rows. Check that this is the right file. Nothing was stored.',
  );

/**
 * Gives texts that come again and again the same place in memory. Extracts repeat dates, teams and levels in every
 * row, so that a file takes a fraction of the memory.
 */
export function createSharer(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    if (known.size < 50_000 && text.length < 80) known.set(text, text);
    return text;
  };
}
