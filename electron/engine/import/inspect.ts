/** What a file is and how it would be read, for a person to look at and correct. */
import type { FileKind, FoundCode, InspectedColumn, Inspection, Question } from '#shared/contract/mapping.ts';
import type { tellAsAt } from './as-at.ts';
import { foundCodes, worthAsking } from './codes.ts';
import { toChoice, type Field } from './fields.ts';
import { isPersonal, mayNameSomebody } from './headings.ts';
import { none, surenessOf, valuesOf } from './propose.ts';
import type { Pseudonymiser } from './pseudonym.ts';
import type { Reading } from './reading.ts';
import { isBlank, isName, isSheetError, shorten, tidy } from './tidy.ts';
import { isIndefinite, readDate } from './values.ts';

const SAMPLES = 4;
const FIRST_ROWS = 6;

/** Who says that a column is read so: where several say the same, the one that takes the asking away. */
function chosenBy(
  { mappingFrom, keptFields, proposals }: Reading,
  index: number,
  field: string | null,
): InspectedColumn['chosenBy'] {
  if (mappingFrom === 'proposed') return 'proposal';
  const said = keptFields?.[index];
  if (said === field) return 'kept';
  if ((proposals[index] ?? none).field === field) return 'proposal';
  return said === undefined && field === null && keptFields ? 'nobody' : 'hand';
}

function inspectColumn(reading: Reading, index: number): InspectedColumn {
  const { table, columns, mapping, proposals, orders } = reading;
  const heading = table.headings[index] ?? '';
  const field = columns.uses[index]?.field ?? null;
  const proposal = proposals[index] ?? none;
  const isDate = reading.fields.some((one) => one.key === field && one.type === 'date');
  const order = mapping.columns[index]?.dateOrder ?? null;
  const isHidden = field === null ? mayNameSomebody(heading) : isPersonal(heading);
  const known = [...new Set(valuesOf(table, index, 200))].slice(0, SAMPLES);
  return {
    heading,
    field,
    chosenBy: chosenBy(reading, index, field),
    proposal: { field: proposal.field, sureness: surenessOf(proposal), why: proposal.why },
    isPersonal: isHidden,
    samples: isHidden ? [] : known.map(shorten),
    dateOrder: isDate ? order : null,
    isDateOrderOpen: isDate && order === null && (orders[index]?.isOpen ?? false),
  };
}

const namesSomething = new Set(['reference', 'team', 'collar']);

type Shows = { reading: Reading; pseudonymOf: Pseudonymiser | null };

function showValue({ reading, pseudonymOf }: Shows, field: Field, text: string): string | null {
  if (isBlank(text) || isSheetError(text)) return null;
  if (namesSomething.has(field.key) && !isName(text)) return null;
  if (field.key === 'reference' && pseudonymOf) return pseudonymOf(text);
  if (field.key === 'notificationEnd' && isIndefinite(text)) return 'indefinite';
  if (field.type === 'date') return readDate(text, reading.columns.dateOrderOf.get(field.key));
  if (field.type !== 'code') return shorten(text);
  const said = reading.columns.codeOf(field.key, text);
  return said === undefined ? (field.vocabulary?.read(text) ?? null) : said;
}

function firstRows(shows: Shows, used: ReadonlyMap<string, Field>): Inspection['firstRows'] {
  const { reading } = shows;
  return reading.table.rows.slice(0, FIRST_ROWS).map((row) => ({
    row: row.line,
    values: Object.fromEntries(
      [...reading.columns.indexOf].flatMap(([key, index]) => {
        const field = used.get(key);
        return field ? [[key, showValue(shows, field, tidy(row.cells[index] ?? ''))]] : [];
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
  // What a person or a kept mapping has said is not asked again, whatever one would have proposed.
  const isUnsure =
    reading.mappingFrom === 'proposed' &&
    columns.some(({ field, proposal }) => field !== null && proposal.sureness !== 'sure');
  return [
    ...(isMissing ? (['required-column'] as const) : []),
    ...(isUnsure || reading.gone.length > 0 ? (['unsure-column'] as const) : []),
    ...(worthAsking(reading, codes).length > 0 ? (['unknown-code'] as const) : []),
    ...(columns.some((column) => column.isDateOrderOpen) ? (['date-order'] as const) : []),
    ...(needsAsAt ? (['as-at'] as const) : []),
    ...(table.alikeSheets.length > 0 && !reading.isSheetChosen ? (['sheet'] as const) : []),
  ];
}

/**
 * @param told the day that the file speaks of, and what is in doubt about it
 * @param pseudonymOf what replaces references; null where they are kept as they are
 */
export function inspect(
  fileName: string,
  kind: FileKind,
  reading: Reading,
  { dated, doubt }: ReturnType<typeof tellAsAt>,
  pseudonymOf: Pseudonymiser | null,
): Inspection {
  const { table, fields } = reading;
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const columns = table.headings.map((_, index) => inspectColumn(reading, index));
  const codes = foundCodes(reading);
  // The rows of a list of abstractions tell its day where neither name nor title does; not which of the two is right.
  const needsAsAt = dated === null && (kind !== 'abstractions' || doubt !== null);
  return {
    fileName,
    kind,
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheets: table.sheets,
    sheet: table.sheet,
    alikeSheets: table.alikeSheets,
    headingLine: table.headingLine,
    titleLines: table.titleLines,
    totalsLines: table.totalsLines,
    rows: table.rows.length,
    asAt: dated?.asAt ?? null,
    asAtFrom: dated?.asAtFrom ?? null,
    asAtDoubt: doubt,
    mapping: reading.mapping,
    mappingFrom: reading.mappingFrom,
    mappingName: reading.mappingName,
    misfits: reading.misfits,
    columns,
    fields: fields.map(toChoice),
    codes,
    questions: questionsOf(reading, columns, codes, needsAsAt),
    firstRows: firstRows({ reading, pseudonymOf }, byKey),
  };
}
