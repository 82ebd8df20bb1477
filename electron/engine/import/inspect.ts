/** What a file is and how it would be read, for a person to look at and correct. */
import type { FileKind, FoundCode, InspectedColumn, Inspection, Question } from '#shared/contract/mapping.ts';
import type { AsAt } from './as-at.ts';
import { toChoice, type Field } from './fields.ts';
import { isPersonal, mayNameSomebody } from './headings.ts';
import { SURE, valuesOf } from './propose.ts';
import type { Reading } from './reading.ts';
import { isBlank, shorten, tidy } from './tidy.ts';
import { isIndefinite, readDate, words } from './values.ts';

const SAMPLES = 4;
const FIRST_ROWS = 6;
const MAX_CODES = 200;

/** A code that nobody knows is worth a question from so many rows and such a share on; fewer are slips of the pen. */
const MIN_ROWS = 5;
const MIN_SHARE = 0.01;

function inspectColumn(reading: Reading, index: number): InspectedColumn {
  const { table, columns, mapping, mappingFrom, proposals, orders } = reading;
  const heading = table.headings[index] ?? '';
  const field = columns.uses[index]?.field ?? null;
  const proposal = proposals[index];
  const isProposed = mappingFrom === 'proposed' || (field === null && proposal?.field === null);
  const isDate = reading.fields.some((one) => one.key === field && one.type === 'date');
  const order = mapping.columns[index]?.dateOrder ?? null;
  const isHidden = field === null ? mayNameSomebody(heading) : isPersonal(heading);
  const known = [...new Set(valuesOf(table, index, 200))].slice(0, SAMPLES);
  return {
    heading,
    field,
    confidence: isProposed ? (proposal?.confidence ?? 0) : 1,
    why: isProposed
      ? (proposal?.why ?? '')
      : mappingFrom === 'kept'
        ? 'the kept mapping says so'
        : 'chosen by hand',
    isPersonal: isHidden,
    samples: isHidden ? [] : known.map(shorten),
    dateOrder: isDate ? order : null,
    isDateOrderOpen: isDate && order === null && (orders[index]?.isOpen ?? false),
  };
}

function codesOf(reading: Reading, field: Field, index: number): FoundCode[] {
  const { vocabulary, key } = field;
  if (!vocabulary) return [];
  const found = new Map<string, { text: string; rows: number }>();
  for (const text of valuesOf(reading.table, index, Infinity)) {
    const one = found.get(words(text)) ?? { text, rows: 0 };
    one.rows++;
    found.set(words(text), one);
  }
  return [...found.values()]
    .sort((a, b) => b.rows - a.rows || (a.text < b.text ? -1 : 1))
    .slice(0, MAX_CODES)
    .map(({ text, rows }) => {
      const said = reading.columns.codeOf(key, text);
      const value = said === undefined ? vocabulary.read(text) : said;
      return {
        field: key,
        heading: reading.table.headings[index] ?? '',
        text: shorten(text),
        rows,
        value,
        isKnown: said !== undefined || value !== null,
      };
    });
}

function showValue(reading: Reading, field: Field, text: string): string | null {
  if (isBlank(text)) return null;
  if (field.key === 'notificationEnd' && isIndefinite(text)) return 'indefinite';
  if (field.type === 'date') return readDate(text, reading.columns.dateOrderOf.get(field.key));
  if (field.type !== 'code') return shorten(text);
  const said = reading.columns.codeOf(field.key, text);
  return said === undefined ? (field.vocabulary?.read(text) ?? null) : said;
}

function firstRows(reading: Reading, used: ReadonlyMap<string, Field>): Inspection['firstRows'] {
  return reading.table.rows.slice(0, FIRST_ROWS).map((row) => ({
    row: row.line,
    values: Object.fromEntries(
      [...reading.columns.indexOf].flatMap(([key, index]) => {
        const field = used.get(key);
        return field ? [[key, showValue(reading, field, tidy(row.cells[index] ?? ''))]] : [];
      }),
    ),
  }));
}

function questionsOf(
  reading: Reading,
  columns: readonly InspectedColumn[],
  codes: readonly FoundCode[],
  needsAsAt: boolean,
): Question[] {
  const { fields, table } = reading;
  const isMissing = fields.some((field) => field.isRequired && !reading.columns.indexOf.has(field.key));
  const isUnsure = columns.some((column) => column.field !== null && column.confidence < SURE);
  const isUnknown = codes.some(
    (code) => !code.isKnown && code.rows >= Math.max(MIN_ROWS, table.rows.length * MIN_SHARE),
  );
  const isChanged = reading.misfits.some((misfit) => misfit.includes('is gone'));
  return [
    ...(isMissing ? (['required-column'] as const) : []),
    ...(isUnsure || isChanged ? (['unsure-column'] as const) : []),
    ...(isUnknown ? (['unknown-code'] as const) : []),
    ...(columns.some((column) => column.isDateOrderOpen) ? (['date-order'] as const) : []),
    ...(needsAsAt ? (['as-at'] as const) : []),
  ];
}

/** @param asAt the day that the file speaks of; null where nothing tells */
export function inspect(fileName: string, kind: FileKind, reading: Reading, asAt: AsAt | null): Inspection {
  const { table, fields } = reading;
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const columns = table.headings.map((_, index) => inspectColumn(reading, index));
  const codes = [...reading.columns.indexOf].flatMap(([key, index]) => {
    const field = byKey.get(key);
    return field ? codesOf(reading, field, index) : [];
  });
  return {
    fileName,
    kind,
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheets: table.sheets,
    sheet: table.sheet,
    headingLine: table.headingLine,
    titleLines: table.titleLines,
    totalsLines: table.totalsLines,
    rows: table.rows.length,
    asAt: asAt?.asAt ?? null,
    asAtFrom: asAt?.asAtFrom ?? null,
    mapping: reading.mapping,
    mappingFrom: reading.mappingFrom,
    mappingName: reading.mappingName,
    misfits: reading.misfits,
    columns,
    fields: fields.map(toChoice),
    codes,
    questions: questionsOf(reading, columns, codes, asAt === null && kind !== 'abstractions'),
    firstRows: firstRows(reading, byKey),
  };
}
