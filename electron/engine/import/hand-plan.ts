/** From a plan made by hand (CSV) to its rows: whose work, which duty, due when, to be done when. */
import { monthOf, type Month } from '#shared/domain/dates.ts';
import type { HandRow } from '#shared/planning/levelling/hand-plan.ts';
import { AppError } from '../errors.ts';
import { readBook } from './readers/book.ts';
import { shorten, tidy } from './tidy.ts';
import { readDate, words } from './values.ts';

const headings = {
  reference: ['reference', 'ref', 'case', 'case reference'],
  duty: ['duty'],
  due: ['due', 'due month', 'due date'],
  to: ['to', 'to month', 'new month', 'planned'],
} as const;
type Column = keyof typeof headings;
const columns = Object.keys(headings) as Column[];

function columnOf(cell: string): Column | undefined {
  const heading = words(cell);
  return columns.find((column) => headings[column].some((name) => name === heading));
}

const MONTH_FIRST = /^(\d{1,2})[-/.](\d{4})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})$/;

/** `2027-03`, `03/2027`, `Mar 2027`, `March-27`, or any date of the month; null for anything else. */
function readMonth(text: string): Month | null {
  const monthFirst = MONTH_FIRST.exec(text);
  const yearFirst = YEAR_FIRST.exec(text);
  const written = monthFirst
    ? `1/${String(monthFirst[1])}/${String(monthFirst[2])}`
    : yearFirst
      ? `1/${String(yearFirst[2])}/${String(yearFirst[1])}`
      : text;
  const day = readDate(written) ?? (/^[a-z]/i.test(text) ? readDate(`1 ${text}`) : null);
  return day === null ? null : monthOf(day);
}

/**
 * @throws AppError import-rejected when the text is no table, or lacks one of the four columns
 */
export async function readHandPlan(csv: string): Promise<HandRow[]> {
  const book = await readBook(
    new TextEncoder().encode(csv),
    (cells) => cells.filter((cell) => columnOf(cell) !== undefined).length,
  );
  const rows = book.sheets[0]?.rows ?? [];
  const found = rows.findIndex(({ cells }) => {
    const named = new Set(cells.map(columnOf));
    return columns.every((column) => named.has(column));
  });
  const heading = rows[found];
  if (!heading) {
    throw new AppError(
      'import-rejected',
      'Expected a line of headings with reference, duty, due and to, and found none. Put these four above the rows.',
    );
  }
  const at = (column: Column): number => heading.cells.findIndex((cell) => columnOf(cell) === column);
  const places = { reference: at('reference'), duty: at('duty'), due: at('due'), to: at('to') };
  return rows.slice(found + 1).map(({ line, cells }) => {
    const cell = (column: Column): string => tidy(cells[places[column]] ?? '');
    return rowOf(line, {
      reference: cell('reference'),
      duty: cell('duty'),
      due: cell('due'),
      to: cell('to'),
    });
  });
}

function rowOf(row: number, cells: Record<Column, string>): HandRow {
  const { reference, duty } = cells;
  const due = readMonth(cells.due);
  const to = readMonth(cells.to);
  const unreadable: string[] = [];
  if (reference === '') unreadable.push('Expected a reference, found nothing.');
  if (duty === '') unreadable.push('Expected a duty, found nothing.');
  for (const [column, month] of [['due', due] as const, ['to', to] as const]) {
    if (month !== null) continue;
    const text = cells[column];
    const what = text === '' ? 'nothing' : `“${shorten(text)}”`;
    unreadable.push(`Expected a month like 2027-03 or Mar 2027 under ${column}, found ${what}.`);
  }
  return { row, reference, duty, due, to, unreadable };
}
