/** Yearly counts from the text of a file: columns `year` and `count`, or two columns without headings. */
import type { YearCount } from '#shared/domain/national-counts.ts';
import { AppError } from '../errors.ts';
import { readCsv } from './readers/csv.ts';
import type { Row } from './readers/rows.ts';

const YEAR_HEADING = /^(year|as at|date|at|31 march)\b/i;
const COUNT_HEADING = /^(count|rsos?|number|total|cases?|value|offenders)\b/i;
/** `2024`, `2023/24`, `2024-03-31`, `31/03/2024`. */
const yearPatterns: ReadonlyArray<[RegExp, (parts: string[]) => number]> = [
  [/^(\d{4})$/, ([year]) => Number(year)],
  [/^(\d{4})[/-](\d{2})$/, ([year]) => Number(year) + 1],
  [/^(\d{4})-\d\d-\d\d$/, ([year]) => Number(year)],
  [/^\d\d?\/\d\d?\/(\d{4})$/, ([year]) => Number(year)],
];
const COUNT = /^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+(\.\d+)?$/;

function yearOf(text: string): number | null {
  for (const [pattern, read] of yearPatterns) {
    const found = pattern.exec(text.trim());
    if (found) return read(found.slice(1));
  }
  return null;
}

const countOf = (text: string): number | null =>
  COUNT.test(text.trim()) ? Number(text.trim().replaceAll(',', '')) : null;

type Columns = { year: number; count: number; rows: Row[] };

function columnsOf(rows: readonly Row[]): Columns {
  const [first] = rows;
  const year = first?.cells.findIndex((cell) => YEAR_HEADING.test(cell.trim())) ?? -1;
  const count = first?.cells.findIndex((cell) => COUNT_HEADING.test(cell.trim())) ?? -1;
  if (year >= 0 && count >= 0) return { year, count, rows: rows.slice(1) };
  if (first && yearOf(first.cells[0] ?? '') !== null) return { year: 0, count: 1, rows: [...rows] };
  const found = first?.cells.map((cell) => `“${cell.trim().slice(0, 40)}”`).join(', ') ?? 'nothing';
  throw new AppError(
    'import-rejected',
    `Expected the columns year and count, found ${found}. Name the columns in the first line.`,
  );
}

/** @throws AppError import-rejected, saying which row holds no year or no count */
export async function readYearCounts(csv: string): Promise<YearCount[]> {
  const isKnown = (cell: string): boolean =>
    YEAR_HEADING.test(cell.trim()) || COUNT_HEADING.test(cell.trim());
  const book = await readCsv(new TextEncoder().encode(csv), (cells) => cells.filter(isKnown).length);
  const { year, count, rows } = columnsOf(book.sheets[0]?.rows ?? []);
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => {
      const read = { year: yearOf(cells[year] ?? ''), count: countOf(cells[count] ?? '') };
      if (read.year !== null && read.count !== null) return { year: read.year, count: read.count };
      const [what, example] = read.year === null ? ['year', '2024'] : ['count', '2202'];
      throw new AppError(
        'import-rejected',
        `Row ${String(line)} holds no ${what}: expected one like ${example}. Correct it, or leave the row out.`,
        { row: line },
      );
    });
}
