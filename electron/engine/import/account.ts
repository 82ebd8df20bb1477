/** The account of an import: every row of the file is accepted, a duplicate, or rejected with a reason. */
import type { ColumnUse, ConflictingRow, ImportAccount, ImportIssue } from '#shared/contract/imports.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { teamKey, tidyName } from '#shared/domain/team.ts';
import { AppError } from '../errors.ts';
import type { Row, Table } from './csv.ts';
import { useColumns, usualHeading, type FieldTable } from './fields.ts';
import { readDate } from './values.ts';

const MAX_CELL = 4000;
const MAX_SHOWN = 60;

/** Marks without a width come along when cells are copied from web pages; no one can see or mean them. */
const tidy = (cell: string): string =>
  cell
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
/** A dash stands for an empty cell. */
const isBlank = (cell: string): boolean => cell === '' || /^[-–—]+$/.test(cell);
const shorten = (value: string): string =>
  value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN - 1)}…` : value;

export type RowReader = {
  line: number;
  /** The cell of a field as text; null when it is blank or the file has no such column. */
  text(field: string): string | null;
  /** The team's name, tidy; null when nothing in the cell could name one. */
  team(): string | null;
  /** The value of a field; what cannot be read is listed as an issue and is null. */
  value<T>(field: string, read: (text: string) => T | null, expected: string): T | null;
  /** A date, not later than `notAfter` where that is given. */
  date(field: string, notAfter?: IsoDate): IsoDate | null;
  /** Lists a value that was found and is not kept. */
  issue(field: string, reason: string): void;
};

type Columns = { uses: ColumnUse[]; indexOf: ReadonlyMap<string, number> };

function findColumns(headings: readonly string[], table: FieldTable): Columns {
  const uses = useColumns(headings, table);
  const indexOf = new Map<string, number>();
  for (const [index, use] of uses.entries()) {
    if (use.field !== null) indexOf.set(use.field, index);
  }
  return { uses, indexOf };
}

function requireColumns(columns: Columns, required: readonly string[], what: string): void {
  const missing = required
    .filter((field) => !columns.indexOf.has(field))
    .map((field) => usualHeading[field] ?? field);
  if (missing.length === 0) return;
  const seen = columns.uses.slice(0, 40).map((use) => use.heading.slice(0, 40));
  throw new AppError(
    'import-rejected',
    `This does not look like ${what}: no column was recognised for ${missing.join(' or ')}. Headings seen in the first line: ${seen.filter((heading) => heading !== '').join(', ') || 'none'}. Check the file, or rename its headings. Nothing was stored.`,
    { missing, seen },
  );
}

/** Dates repeat all through a file; each text is read once. */
function cached<T>(read: (text: string) => T | null): (text: string) => T | null {
  const known = new Map<string, T | null>();
  return (text) => {
    const held = known.get(text);
    if (held !== undefined) return held;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

function readerOf(row: Row, columns: Columns, issues: ImportIssue[], dates: typeof readDate): RowReader {
  const cell = (field: string): string => {
    const index = columns.indexOf.get(field);
    return index === undefined ? '' : tidy(row.cells[index] ?? '');
  };
  const issue = (field: string, reason: string): void => {
    const index = columns.indexOf.get(field) ?? -1;
    issues.push({
      row: row.line,
      column: columns.uses[index]?.heading ?? field,
      value: shorten(cell(field)),
      reason,
    });
  };
  const value: RowReader['value'] = (field, read, expected) => {
    const text = cell(field);
    if (isBlank(text)) return null;
    if (text.length > MAX_CELL) {
      issue(field, `longer than ${String(MAX_CELL)} characters`);
      return null;
    }
    const found = read(text);
    if (found === null) issue(field, `expected ${expected}`);
    return found;
  };
  return {
    line: row.line,
    text: (field) => (isBlank(cell(field)) ? null : cell(field)),
    team: () => (isBlank(cell('team')) || teamKey(cell('team')) === '' ? null : tidyName(cell('team'))),
    value,
    issue,
    date(field, notAfter) {
      const day = value(field, dates, 'a date such as 31/10/2026');
      if (day === null || notAfter === undefined || day <= notAfter) return day;
      issue(field, `later than the as-at date ${notAfter}: work done cannot lie in the future`);
      return null;
    },
  };
}

/** The headings under which two rows differ. Spaces never matter; a team's spelling neither. */
function differingColumns(a: Row, b: Row, columns: Columns): string[] {
  return columns.uses.flatMap((use, index) => {
    const [one, other] = [tidy(a.cells[index] ?? ''), tidy(b.cells[index] ?? '')];
    const isSame = one === other || (use.field === 'team' && teamKey(one) === teamKey(other));
    return isSame ? [] : [use.heading];
  });
}

/** A row that is longer or shorter than the headings may have slipped: it is read, and said. */
function checkWidth(row: Row, columns: Columns, issues: ImportIssue[]): void {
  const expected = columns.uses.length;
  const extra = row.cells.slice(expected).filter((cell) => tidy(cell) !== '');
  if (extra.length > 0) {
    issues.push({
      row: row.line,
      column: columns.uses.at(-1)?.heading ?? '',
      value: '',
      reason: `the row has ${String(row.cells.length)} columns, the headings ${String(expected)}: its values may have slipped`,
    });
  } else if (row.cells.length < expected) {
    issues.push({
      row: row.line,
      column: columns.uses[row.cells.length]?.heading ?? '',
      value: '',
      reason: `the row ends early: ${String(row.cells.length)} of ${String(expected)} columns; the rest is kept as missing`,
    });
  }
}

export type Accounted<T> = {
  records: T[];
  columns: ColumnUse[];
} & Pick<
  ImportAccount,
  'rowsRead' | 'accepted' | 'duplicates' | 'conflicts' | 'rejected' | 'issues' | 'teams'
>;

/**
 * Reads every row into a record and accounts for it. The same key twice is one record: the first row stands.
 *
 * @param input.read the record of a row, or the reason for which the row is rejected
 * @throws AppError import-rejected when a required column is missing
 */
export function accountFor<T extends { team: string }>(input: {
  table: Table;
  fields: FieldTable;
  required: readonly string[];
  /** What the file should be, in words: "a caseload". */
  what: string;
  keyOf: (record: T) => string;
  read: (row: RowReader) => { record: T } | { rejected: string };
}): Accounted<T> {
  const { table } = input;
  const columns = findColumns(table.headings, input.fields);
  requireColumns(columns, input.required, input.what);

  const dates = cached(readDate);
  const standing = new Map<string, Row>();
  const result: Accounted<T> = {
    records: [],
    columns: columns.uses,
    rowsRead: table.rows.length,
    accepted: 0,
    duplicates: { exact: 0, conflicting: 0 },
    conflicts: [],
    rejected: [],
    issues: [],
    teams: [],
  };
  for (const row of table.rows) {
    const issues: ImportIssue[] = [];
    const read = input.read(readerOf(row, columns, issues, dates));
    if ('rejected' in read) {
      result.rejected.push({ row: row.line, reason: read.rejected });
      continue;
    }
    const key = input.keyOf(read.record);
    const first = standing.get(key);
    if (first) {
      const conflict = conflictOf(row, first, key, columns);
      if (conflict) result.conflicts.push(conflict);
      else result.duplicates.exact++;
      continue;
    }
    standing.set(key, row);
    checkWidth(row, columns, issues);
    result.records.push(read.record);
    result.issues.push(...issues);
  }
  result.duplicates.conflicting = result.conflicts.length;
  result.accepted = result.records.length;
  return result;
}

function conflictOf(row: Row, first: Row, reference: string, columns: Columns): ConflictingRow | null {
  const differing = differingColumns(row, first, columns);
  return differing.length === 0
    ? null
    : { row: row.line, reference: shorten(reference), firstRow: first.line, columns: differing };
}
