import { markedCsv } from '#shared/domain/export.ts';
import type { ReportCell, ReportTable } from './report-table.ts';

function plain(cell: ReportCell): string | number | null {
  if (typeof cell !== 'object' || cell === null) return cell;
  return 'month' in cell ? cell.month : cell.number;
}

/** The marking, title lines, headings, rows; UTF-8 with its mark. Months are `YYYY-MM`. */
export const csvReport = ({ titles, columns, rows }: ReportTable): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    markedCsv([
      ...titles.map((title) => [title]),
      columns.map(({ heading }) => heading),
      ...rows.map((row) => row.map(plain)),
    ]),
  );
