/** A report's table, before it becomes a file: its title lines, its columns, its rows. The marking is put on by the writer. */
import type { Month } from '#shared/domain/dates.ts';

/** How a workbook shows a number: `1,240`, `44.0`, `98.2 %`, `£50,260`, `1:51.7`. */
export type NumberLook = 'whole' | 'tenth' | 'share' | 'pounds' | 'ratio';

/** A number with its look. With a formula a workbook works it out; the number is what it comes to, null for none. */
export type NumberCell = { number: number | null; look: NumberLook; formula?: string };

/** A month is written so that a spreadsheet sorts it. */
export type MonthCell = { month: Month | null; formula?: string };

export type ReportCell = string | number | null | MonthCell | NumberCell;

export type ReportTable = {
  /** Names the sheet of a workbook. */
  name: string;
  /** Lines above the headings, below the marking. */
  titles: readonly string[];
  /** Width in characters, for a workbook. */
  columns: ReadonlyArray<{ heading: string; width: number }>;
  rows: ReadonlyArray<readonly ReportCell[]>;
};
