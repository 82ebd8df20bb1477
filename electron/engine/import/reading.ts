/** How a file will be read: its table, and the mapping given, kept or proposed for it. */
import type { DateOrder, FileKind, KeptMapping, MappedCode, Mapping } from '#shared/contract/mapping.ts';
import { alignColumns, resolveColumns, type Columns } from './columns.ts';
import { orderColumns, type ColumnOrder } from './date-order.ts';
import { fieldsOf, fieldTable, type Duty, type Field } from './fields.ts';
import { headingKey } from './headings.ts';
import { fieldsSaid, findNamed, recognise, type Recognised } from './kept.ts';
import { fieldsOfShape, proposeColumns, shapeOf, SURE, type Proposal } from './propose.ts';
import type { Book } from './readers/book.ts';
import { tableOf, type Table, type Where } from './table.ts';
import { tidy } from './tidy.ts';

export type Choice = Where & {
  mapping?: Mapping | undefined;
  mappingName?: string | undefined;
  dateOrder?: DateOrder | undefined;
};

/** The cells of a whole column that start with a digit: of no others the order of a date could be asked. */
function* numberedOf(table: Table, index: number): Generator<string> {
  for (const { cells } of table.rows) {
    const cell = cells[index];
    if (cell !== undefined && /^\s*\d/.test(cell)) yield tidy(cell);
  }
}

export type Reading = {
  table: Table;
  /** True when a person has said which sheet is read. */
  isSheetChosen: boolean;
  /** Every field that the file could hold. */
  fields: Field[];
  mapping: Mapping;
  mappingFrom: 'given' | 'kept' | 'proposed';
  mappingName: string | null;
  misfits: string[];
  /** Headings that the kept mapping reads and the file does not have. */
  gone: string[];
  /** What the kept mapping that fits the file says of each column, also where another is given; null without one. */
  keptFields: Array<string | null | undefined> | null;
  proposals: Proposal[];
  orders: ColumnOrder[];
  columns: Columns;
};

const BUILT_IN_MAPPING = 'Known headings';

/** The name under which an account says how its columns were read. */
export const nameOfMapping = ({ mappingName, mappingFrom }: Reading): string =>
  mappingName ?? (mappingFrom === 'given' ? 'As mapped by hand' : BUILT_IN_MAPPING);

/** Under a heading such as "Unannounced?" the codes are yes and no. */
function impliedCodes(heading: string, field: string | null): MappedCode[] {
  if (field !== 'lastVisitKind') return [];
  const yesMeans = /\bunann/.test(headingKey(heading)) ? 'unannounced' : 'announced';
  const noMeans = yesMeans === 'announced' ? 'unannounced' : 'announced';
  return [
    ...['yes', 'y', 'true', '1'].map((text) => ({ field, text, value: yesMeans })),
    ...['no', 'n', 'false', '0'].map((text) => ({ field, text, value: noMeans })),
  ];
}

function proposedMapping(
  table: Table,
  shape: Mapping['shape'],
  proposals: readonly Proposal[],
  isForShow: boolean,
): Mapping {
  const columns = table.headings.map((heading, index) => {
    const { field = null, confidence = 0, isKnown = false } = proposals[index] ?? {};
    const isTaken = isForShow || isKnown || confidence >= SURE;
    return { heading, field: isTaken ? field : null, dateOrder: null };
  });
  return { shape, columns, codes: columns.flatMap(({ heading, field }) => impliedCodes(heading, field)) };
}

/** The order of dates that the mapping holds, then what the columns tell, then what was given for the file. */
function withOrders(
  mapping: Mapping,
  fields: readonly Field[],
  orders: readonly ColumnOrder[],
  given: DateOrder | undefined,
): Mapping {
  const dates = new Set(fields.filter((field) => field.type === 'date').map((field) => field.key));
  const columns = mapping.columns.map((column, index) => {
    if (column.field === null || !dates.has(column.field)) return column;
    return { ...column, dateOrder: column.dateOrder ?? orders[index]?.order ?? given ?? null };
  });
  return { ...mapping, columns };
}

/** A kept order that the dates of this file contradict is a misfit; it is not followed blindly. */
function contradictions(mapping: Mapping, table: Table): string[] {
  return mapping.columns.flatMap(({ heading, field, dateOrder }, index) => {
    if (field === null || dateOrder === null) return [];
    const [own] = orderColumns([numberedOf(table, index)]);
    return own?.order != null && own.order !== dateOrder
      ? [`The dates of “${heading}” are now written ${own.order === 'day-first' ? 'day' : 'month'} first.`]
      : [];
  });
}

type Found = {
  /** The kept mapping that is asked for, or that fits the headings. */
  known: Recognised | null;
  /** The mapping to read by, and the kept one that it is; null when one has to be proposed. */
  used: { mapping: Mapping; recognised: Recognised | null } | null;
};

function findMapping(table: Table, kind: FileKind, kept: readonly KeptMapping[], choice: Choice): Found {
  const { mapping, mappingName } = choice;
  const isNamed = mappingName !== undefined;
  const known = isNamed
    ? findNamed(kind, mappingName, table.headings, kept)
    : recognise(kind, table.headings, kept);
  const chosen = mapping ?? known?.kept.mapping;
  if (!chosen) return { known, used: null };
  const columns = alignColumns(table.headings, chosen.columns);
  return {
    known,
    used: { mapping: { ...chosen, columns }, recognised: mapping && !isNamed ? null : known },
  };
}

/**
 * @param input.isForShow true to take proposals that are not sure as well, for a person to look at
 * @throws AppError when sheet, heading line or named mapping is not there
 */
export function planReading(input: {
  book: Book;
  kind: FileKind;
  duties: readonly Duty[];
  kept: readonly KeptMapping[];
  choice: Choice;
  isForShow: boolean;
}): Reading {
  const { book, kind, choice, isForShow } = input;
  const all = fieldsOf(kind, input.duties);
  const table = tableOf(book, fieldTable(all), choice);
  const { known, used: found } = findMapping(table, kind, input.kept, choice);
  const shape = found?.mapping.shape ?? shapeOf(table, all);
  const fields = fieldsOfShape(all, shape);
  const proposals = proposeColumns(table, fields);
  const orders = orderColumns(table.headings.map((_, index) => numberedOf(table, index)));
  const misfits = found?.recognised ? contradictions(found.mapping, table) : [];
  const base = found?.mapping ?? proposedMapping(table, shape, proposals, isForShow);
  const trusted =
    misfits.length === 0
      ? base
      : { ...base, columns: base.columns.map((one) => ({ ...one, dateOrder: null })) };
  const mapping = withOrders(trusted, fields, orders, choice.dateOrder);
  return {
    table,
    isSheetChosen: choice.sheet !== undefined,
    fields,
    mapping,
    mappingFrom: choice.mapping ? 'given' : found ? 'kept' : 'proposed',
    mappingName: found?.recognised?.kept.name ?? null,
    keptFields: known && fieldsSaid(known.kept.mapping, table.headings),
    gone: found?.recognised?.gone ?? [],
    misfits: [...(found?.recognised?.misfits ?? []), ...misfits],
    proposals,
    orders,
    columns: resolveColumns(table.headings, mapping),
  };
}
