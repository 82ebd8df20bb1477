/** What every file that leaves the tool holds to: the marking, and cells that no spreadsheet takes for a formula. */

/** Stands on everything that goes out. */
export const MARKING = 'OFFICIAL-SENSITIVE';

/** Tells a spreadsheet that the text after it is UTF-8. */
export const UTF8_MARK = '\uFEFF';

/**
 * One cell. A spreadsheet takes a cell that starts with one of these signs for a formula, and values come from
 * a file that somebody else made: an apostrophe makes it text.
 */
export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV, each ended by a line break. A missing value is an empty cell. */
export const csvText = (rows: ReadonlyArray<ReadonlyArray<string | number | null>>): string =>
  rows.map((row) => `${row.map((cell) => csvCell(String(cell ?? ''))).join(',')}\r\n`).join('');
