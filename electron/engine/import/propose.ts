/** A mapping proposed for a file nobody has seen: from its headings, checked against its values. */
import type { ColumnProposal, Mapping } from '#shared/contract/mapping.ts';
import { showPercent } from '#shared/planning/figures.ts';
import { dutyField, fieldTable, rowDutyField, type Field } from './fields.ts';
import { dutyFields, headingKey, mayNameSomebody } from './headings.ts';
import type { Table } from './table.ts';
import { isBlank, isSheetError, tidy } from './tidy.ts';
import { readDate, readFte, readHeadcount, readInterval } from './values.ts';

/** A proposal that is less sure is shown and asked about, and not used unasked. */
export const SURE = 0.8;
const LIKELY = 0.6;
const WORTH_SHOWING = 0.4;
const SAMPLE = 2000;
const MIN_READABLE = 0.5;
/** A column whose heading says nothing is taken for codes when so many of its values are. */
const MIN_CODES = 0.9;

export type Proposal = {
  field: string | null;
  confidence: number;
  why: string;
  /** Its heading is one we know: it is read even where its values make one doubt, and each is accounted for. */
  isKnown: boolean;
};

export const surenessOf = ({ confidence }: Proposal): ColumnProposal['sureness'] =>
  confidence >= SURE ? 'sure' : confidence >= LIKELY ? 'likely' : 'unsure';

export const none: Proposal = {
  field: null,
  confidence: 0,
  why: 'nothing in its heading or values is known',
  isKnown: false,
};

/** The values of a column that are neither blank nor errors of a spreadsheet, of the first rows. */
export const valuesOf = (table: Table, index: number, most = SAMPLE): string[] =>
  table.rows
    .slice(0, most)
    .map((row) => tidy(row.cells[index] ?? ''))
    .filter((cell) => !isBlank(cell) && !isSheetError(cell));

const share = (values: readonly string[], reads: (text: string) => boolean): number =>
  values.length === 0 ? 1 : values.filter(reads).length / values.length;

const isDate = (text: string): boolean => readDate(text) !== null || readDate(text, 'month-first') !== null;
const isNumber = (text: string): boolean =>
  readInterval(text) !== null || readFte(text) !== null || readHeadcount(text) !== null || Number(text) >= 0;

/** Share of the values that could be of the field. Dates are in no text field; a word may be a code to be matched. */
function readable(field: Field, values: readonly string[]): number {
  if (field.key === 'notificationEnd') return 1;
  switch (field.type) {
    case 'date':
      return share(values, isDate);
    case 'number':
      return share(values, isNumber);
    case 'code':
      return new Set(values).size <= 60 ? 1 - share(values, isDate) * Number(values.length > 0) : 0;
    case 'text':
      return 1 - share(values, isDate) * Number(values.length > 0);
  }
}

const typeWords: Record<Field['type'], string> = {
  date: 'dates',
  number: 'numbers',
  code: 'codes',
  text: 'texts',
};

const SAME: Record<string, string> = {
  planned: 'due',
  scheduled: 'due',
  expected: 'due',
  completed: 'done',
  previous: 'last',
  latest: 'last',
  recent: 'last',
  freq: 'frequency',
  om: 'manager',
  rso: '',
  offender: '',
  date: '',
  of: '',
  the: '',
  no: '',
  number: '',
  on: '',
  in: '',
  for: '',
};

const tokensOf = (heading: string): Set<string> =>
  new Set(
    heading
      .split(' ')
      .map((token) => SAME[token] ?? token)
      .filter((token) => token !== ''),
  );

/** Twice the words in common ÷ all words, 0 to 1. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * [...a].filter((token) => b.has(token)).length) / (a.size + b.size);
}

function fromKnownHeading(field: Field, values: readonly string[]): Proposal {
  const fits = readable(field, values);
  return fits >= MIN_READABLE
    ? { field: field.key, confidence: 1, why: 'its heading is known', isKnown: true }
    : {
        field: field.key,
        isKnown: true,
        confidence: 0.4 + fits / 4,
        why: `its heading is known, but only ${showPercent(fits)} of its values are ${typeWords[field.type]}`,
      };
}

function fromLikeHeading(key: string, fields: readonly Field[], values: readonly string[]): Proposal {
  const tokens = tokensOf(key);
  let best = { field: null as Field | null, score: 0, heading: '' };
  for (const field of fields) {
    for (const heading of field.headings) {
      const score = similarity(tokens, tokensOf(heading));
      if (score > best.score) best = { field, score, heading };
    }
  }
  if (best.field === null || best.score < 0.66 || readable(best.field, values) < MIN_READABLE) return none;
  return {
    field: best.field.key,
    confidence: Math.min(0.79, 0.3 + best.score / 2),
    why: `its heading is like “${best.heading}”`,
    isKnown: false,
  };
}

function fromCodes(fields: readonly Field[], values: readonly string[]): Proposal {
  if (new Set(values).size < 2) return none;
  let best = none;
  for (const { key, vocabulary } of fields) {
    if (!vocabulary || key === 'toOtherPolicing') continue;
    const known = share(values, (text) => vocabulary.read(text) !== null);
    const confidence = known * 0.65;
    if (known >= MIN_CODES && confidence > best.confidence) {
      best = {
        field: key,
        confidence,
        why: `${showPercent(known)} of its values are known codes of this`,
        isKnown: false,
      };
    }
  }
  return best;
}

/** One row per case and duty is told by a column whose values are duties. */
export function shapeOf(table: Table, fields: readonly Field[]): Mapping['shape'] {
  const duty = fields.find((field) => field.key === 'duty');
  if (!duty) return 'record';
  const isDutyColumn = table.headings.some((heading, index) => {
    if (!duty.headings.includes(headingKey(heading))) return false;
    const values = valuesOf(table, index);
    return values.length > 0 && share(values, (text) => duty.vocabulary?.read(text) != null) >= MIN_READABLE;
  });
  return isDutyColumn ? 'case-and-duty' : 'record';
}

const rowFields = new Set(['duty', ...dutyFields.map(rowDutyField)]);

/** The fields that a file of that shape can hold; in a row of one duty, its own headings come before all others. */
export function fieldsOfShape(fields: readonly Field[], shape: Mapping['shape']): Field[] {
  const own = fields.filter((field) => rowFields.has(field.key));
  const others = fields.filter((field) => !rowFields.has(field.key));
  const isRepeatedDuty = (key: string): boolean =>
    dutyFields.some((field) => key.endsWith(dutyField('', field)));
  return shape === 'record' ? others : [...own, ...others.filter((field) => !isRepeatedDuty(field.key))];
}

/** What each column is taken for, the surest first; no field is taken twice. */
export function proposeColumns(table: Table, fields: readonly Field[]): Proposal[] {
  const known = fieldTable(fields);
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const proposals = table.headings.map((heading, index): Proposal => {
    const key = headingKey(heading);
    const values = valuesOf(table, index);
    const exact = byKey.get(known.get(key) ?? '');
    if (exact) return fromKnownHeading(exact, values);
    if (mayNameSomebody(heading)) return { ...none, why: 'it may say who somebody is' };
    const like = fromLikeHeading(key, fields, values);
    return like.field === null ? fromCodes(fields, values) : like;
  });
  const taken = new Set<string>();
  const inOrder = proposals.map((_, index) => index);
  inOrder.sort((a, b) => (proposals[b]?.confidence ?? 0) - (proposals[a]?.confidence ?? 0) || a - b);
  for (const index of inOrder) {
    const { field, confidence } = proposals[index] ?? none;
    if (field === null) continue;
    if (!taken.has(field) && confidence >= WORTH_SHOWING) taken.add(field);
    else proposals[index] = { ...none, why: taken.has(field) ? 'another column is read as this' : none.why };
  }
  return proposals;
}
