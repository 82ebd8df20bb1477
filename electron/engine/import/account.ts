/** The account of an import: every row of the file is accepted, a duplicate, or rejected with a reason. */
import type { ConflictingRow, ImportAccount, ImportIssue } from '#shared/contract/imports.ts';
import type { DateOrder } from '#shared/contract/mapping.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { isSameTeam, teamKey, tidyName } from '#shared/domain/team.ts';
import { AppError } from '../errors.ts';
import type { Columns } from './columns.ts';
import type { Pace } from './pace.ts';
import type { Reading } from './reading.ts';
import type { Row } from './readers/book.ts';
import { isSomebodysRow } from './table.ts';
import { isBlank, isName, isSheetError, shorten, tidy } from './tidy.ts';
import { readDate } from './values.ts';
import type { Vocabulary } from './vocabularies.ts';

const MAX_CELL = 4000;
/** Where a number is expected a name may stand, and names are not kept, not even in a list of issues. */
const NAMES = new Set(['officer', 'supervisor', 'collar']);
const isBareNumber = (text: string): boolean => /^[A-Z]{0,3}\d+$/i.test(text);

export type RowReader = {
  line: number;
  /** True when the file has a column for the field. */
  has(field: string): boolean;
  /** The cell of a field as text; null when it is blank, an error of a spreadsheet, or the file has no such column. */
  text(field: string): string | null;
  /** The same of a field that names somebody or something; null also for what can name nothing. */
  name(field: string): string | null;
  /** The team's name, tidy; null when nothing in the cell could name one. */
  team(): string | null;
  /** The value of a field; what cannot be read is listed as an issue and is null. */
  value<T>(field: string, read: (text: string) => T | null, expected: string): T | null;
  /** What a code means, by the mapping or by our words; an unknown one is listed as an issue and is null. */
  code<T extends string>(field: string, vocabulary: Vocabulary<T>, expected: string): T | null;
  /** A date, not later than `notAfter` where that is given. */
  date(field: string, notAfter?: IsoDate): IsoDate | null;
  /** Lists a value that was found and is not kept, or is kept and doubtful. */
  issue: (field: string, reason: string) => void;
};

/** What was seen for headings, for people to recognise their file by; nothing out of a row, which may name a person. */
function headingsSeen({ columns, table }: Reading): { seen: string[]; words: string } {
  const headings = columns.uses.map((use) => use.heading);
  const line = `line ${String(table.headingLine)}`;
  if (isSomebodysRow(headings)) {
    return {
      seen: [],
      words: `In ${line} stands a row, of ${String(headings.length)} columns, and no headings above it`,
    };
  }
  const seen = headings.slice(0, 40).map((heading) => heading.slice(0, 40));
  const named = seen.filter((heading) => heading !== '').join(', ') || 'none';
  return { seen, words: `Headings seen in ${line}: ${named}` };
}

/** @throws AppError import-rejected when a column is missing that the kind cannot do without */
export function requireColumns(reading: Reading, what: string): void {
  const { columns, fields } = reading;
  const missing = fields
    .filter((field) => field.isRequired && !columns.indexOf.has(field.key))
    .map((field) => field.label);
  if (missing.length === 0) return;
  const { seen, words } = headingsSeen(reading);
  throw new AppError(
    'import-rejected',
    `This does not look like ${what}: no column was recognised for ${missing.join(' or ')}. ${words}. Check the file, or say in a mapping which column is which. Nothing was stored.`,
    { missing, seen },
  );
}

/** @throws AppError invalid-input with `needs: 'dateOrder'` when dates can be read either way */
function requireDateOrder({ columns, orders, table, mapping }: Reading): void {
  const open = [...columns.indexOf]
    .filter(([, index]) => orders[index]?.isOpen === true && mapping.columns[index]?.dateOrder === null)
    .filter(([, index]) => mapping.columns[index]?.field !== null)
    .map(([, index]) => table.headings[index] ?? '');
  if (open.length === 0) return;
  throw new AppError(
    'invalid-input',
    `Nothing in the file tells whether a date such as 04/03/2026 is in March or in April (columns: ${open.join(', ')}). Say whether the day or the month comes first.`,
    { needs: 'dateOrder', columns: open },
  );
}

type DateReader = (text: string, order: DateOrder | undefined) => IsoDate | null;

/** Dates repeat all through a file; each text is read once. */
function cachedDates(): DateReader {
  const known = new Map<string, IsoDate | null>();
  return (text, order) => {
    const key = order === 'month-first' ? `m${text}` : text;
    const held = known.get(key);
    if (held !== undefined) return held;
    const day = readDate(text, order);
    known.set(key, day);
    return day;
  };
}

function readerOf(row: Row, columns: Columns, issues: ImportIssue[], dates: DateReader): RowReader {
  const cell = (field: string): string => {
    const index = columns.indexOf.get(field);
    return index === undefined ? '' : tidy(row.cells[index] ?? '');
  };
  const issue = (field: string, reason: string): void => {
    const index = columns.indexOf.get(field) ?? -1;
    issues.push({
      row: row.line,
      column: columns.uses[index]?.heading ?? field,
      value: NAMES.has(field) && !isBareNumber(cell(field)) ? '' : shorten(cell(field)),
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
    if (isSheetError(text)) {
      issue(field, `an error of the spreadsheet: expected ${expected}`);
      return null;
    }
    const found = read(text);
    if (found === null) issue(field, `expected ${expected}`);
    return found;
  };
  return {
    line: row.line,
    has: (field) => columns.indexOf.has(field),
    text: (field) => (isBlank(cell(field)) || isSheetError(cell(field)) ? null : cell(field)),
    name: (field) => (isName(cell(field)) ? cell(field) : null),
    team: () => (isName(cell('team')) && teamKey(cell('team')) !== '' ? tidyName(cell('team')) : null),
    value,
    issue,
    code<T extends string>(field: string, vocabulary: Vocabulary<T>, expected: string): T | null {
      const said = columns.codeOf(field, cell(field));
      if (said === null) return null;
      if (isSheetError(cell(field))) return value(field, vocabulary.read, expected);
      const ours = vocabulary.values.find((one) => one === said);
      return ours ?? value(field, (text) => vocabulary.read(text), expected);
    },
    date(field, notAfter) {
      const order = columns.dateOrderOf.get(field);
      const day = value(field, (text) => dates(text, order), 'a date such as 31/10/2026');
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
    const isSame = one === other || (use.field === 'team' && isSameTeam(one, other));
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
} & Pick<
  ImportAccount,
  'columns' | 'rowsRead' | 'accepted' | 'furtherRows' | 'duplicates' | 'conflicts' | 'rejected' | 'issues'
>;

/** How a row that speaks of a record already accepted adds to it. */
type Merging<T> = {
  keyOf(record: T): string;
  /** Adds the row's part; `issue` lists what the row says otherwise than the one that stands. */
  into: (standing: T, record: T, issue: RowReader['issue']) => void;
};

const ROWS_A_STEP = 2000;

/**
 * Reads every row into a record and accounts for it. The same key twice is one record: the first row stands.
 *
 * @param input.keyOf two rows of one key speak of the same
 * @param input.referenceOf what a record is known by to whoever reads the account
 * @param input.read the record of a row, or the reason for which the row is rejected
 * @throws AppError invalid-input when dates are ambiguous
 */
export async function accountFor<T extends { team: string }>(input: {
  reading: Reading;
  keyOf: (record: T, row: RowReader) => string;
  referenceOf: (record: T) => string;
  read: (row: RowReader) => { record: T } | { rejected: string };
  merging?: Merging<T> | undefined;
  pace: Pace;
}): Promise<Accounted<T>> {
  const { table, columns } = input.reading;
  requireDateOrder(input.reading);

  const dates = cachedDates();
  const standing = new Map<string, Row>();
  const merged = new Map<string, T>();
  const result: Accounted<T> = {
    records: [],
    columns: columns.uses,
    rowsRead: table.rows.length,
    accepted: 0,
    furtherRows: 0,
    duplicates: { exact: 0, conflicting: 0 },
    conflicts: [],
    rejected: [],
    issues: [],
  };
  const take = (row: Row): void => {
    const issues: ImportIssue[] = [];
    const reader = readerOf(row, columns, issues, dates);
    const read = input.read(reader);
    if ('rejected' in read) {
      result.rejected.push({ row: row.line, reason: read.rejected });
      return;
    }
    const key = input.keyOf(read.record, reader);
    const first = standing.get(key);
    if (first) {
      const conflict = conflictOf(row, first, input.referenceOf(read.record), columns);
      if (conflict) result.conflicts.push(conflict);
      else result.duplicates.exact++;
      return;
    }
    standing.set(key, row);
    checkWidth(row, columns, issues);
    const whole = input.merging && merged.get(input.merging.keyOf(read.record));
    if (whole) {
      input.merging?.into(whole, read.record, reader.issue);
      result.furtherRows++;
    } else {
      result.records.push(read.record);
      if (input.merging) merged.set(input.merging.keyOf(read.record), read.record);
    }
    result.issues.push(...issues);
  };
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_A_STEP === 0) await input.pace('Reading the rows', index / table.rows.length);
    take(row);
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
