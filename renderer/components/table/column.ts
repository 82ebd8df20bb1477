import type { ReactNode } from 'react';

export type CellValue = string | number | null;

export type Column<Row> = {
  key: string;
  heading: string;
  /** What sorts; also what is shown where no `cell` is given. Null is missing and sorts last. */
  value: (row: Row) => CellValue;
  cell?: (row: Row) => ReactNode;
  /** Figures stand at the end. */
  align?: 'start' | 'end';
  /** The column that names the row. */
  isRowHeader?: boolean;
  /** Long words that may wrap; all else stays on one line. */
  isText?: boolean;
  /** Words that say why: where the table is narrow they stand on a line of their own, below the rest of the row. */
  isBelow?: boolean;
  /** A CSS width, where the content should not decide. */
  width?: string;
};

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });

/** Numbers by size, words as people sort them. */
export function compareValues(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a ?? ''), String(b ?? ''));
}
