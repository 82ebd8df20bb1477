/** A report's table, before it becomes a file: its marking and title lines, its columns, its rows. */
import type { Month } from '#shared/domain/dates.ts';

/** A month is written so that a spreadsheet sorts it. */
export type ReportCell = string | number | null | { month: Month };

export type ReportTable = {
  /** Names the sheet of a workbook. */
  name: string;
  /** Lines above the headings: the marking first. */
  titles: readonly string[];
  /** Width in characters, for a workbook. */
  columns: ReadonlyArray<{ heading: string; width: number }>;
  rows: ReadonlyArray<readonly ReportCell[]>;
};
