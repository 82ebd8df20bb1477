import { markedCsv } from '#shared/domain/export.ts';
import type { ReportCell, ReportTable } from './report-table.ts';

function plain(cell: ReportCell): string | number | null {
  if (typeof cell !== 'object' || cell === null) return cell;
  return 'month' in cell ? cell.month : cell.number;
}

/** What a table is without sheets: no name, no widths. */
type PlainTable = Pick<ReportTable, 'titles' | 'rows'> & { columns: ReadonlyArray<{ heading: string }> };

/** The marking, title lines, headings, rows; UTF-8 with its mark. Months are `YYYY-MM`. */
export const csvReport = ({ titles, columns, rows }: PlainTable): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    markedCsv([
      ...titles.map((title) => [title]),
      columns.map(({ heading }) => heading),
      ...rows.map((row) => row.map(plain)),
    ]),
  );
