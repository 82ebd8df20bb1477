/** A report's table, before it becomes a file: its title lines, its columns, its rows. The marking is put on by the writer. */
import type { Month } from '#shared/domain/dates.ts';

/** A month is written so that a spreadsheet sorts it. */
export type ReportCell = string | number | null | { month: Month };

export type ReportTable = {
  /** Names the sheet of a workbook. */
  name: string;
  /** Lines above the headings, below the marking. */
  titles: readonly string[];
  /** Width in characters, for a workbook. */
  columns: ReadonlyArray<{ heading: string; width: number }>;
  rows: ReadonlyArray<readonly ReportCell[]>;
};
