/** Edits of a mapping, and how its parts are shown. The backend judges what an edit comes to. */
import type {
  DateOrder,
  FieldChoice,
  FileKind,
  FoundCode,
  Inspection,
  InspectedColumn,
  Mapping,
} from '#shared/contract/mapping.ts';
import type { Input } from '#shared/contract/registry.ts';
import { isIsoDate, isoDate, showDate } from '#shared/domain/dates.ts';

/** How a file is to be read: what has been chosen by hand so far. */
export type Reading = Omit<Input<'import.inspect'>, 'kind'>;

/** The mapping as it stands with all edits, also those not answered yet. */
export const mappingOf = (reading: Reading, inspection: Inspection): Mapping =>
  reading.mapping ?? inspection.mapping;

/** The column is read as the field; another column that was, is left out: a field has one column. */
export function withField(mapping: Mapping, index: number, field: string | null): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column, at) => {
      if (at === index) return { ...column, field };
      return field !== null && column.field === field ? { ...column, field: null } : column;
    }),
  };
}

/** The columns at these places hold dates of this order. */
export function withDateOrder(mapping: Mapping, indexes: readonly number[], order: DateOrder): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column, at) =>
      indexes.includes(at) ? { ...column, dateOrder: order } : column,
    ),
  };
}

type CodeOf = Pick<FoundCode, 'field' | 'text'>;

const isCode =
  (wanted: CodeOf) =>
  (code: CodeOf): boolean =>
    code.field === wanted.field && code.text === wanted.text;

/** One name for a code wherever it is listed. */
export const codeKey = ({ field, text }: CodeOf): string => `${field}\n${text}`;

/** The code means this value of ours; null reads it as missing. */
export function withCode(mapping: Mapping, code: CodeOf, value: string | null): Mapping {
  const others = mapping.codes.filter((one) => !isCode(code)(one));
  return { ...mapping, codes: [...others, { field: code.field, text: code.text, value }] };
}

/** What a code is read as: a value, missing, or not known to anybody yet. */
export type Meaning = { value: string } | 'missing' | 'unknown';

export function meaningOf(code: FoundCode, mapping: Mapping): Meaning {
  const chosen = mapping.codes.find(isCode(code));
  const value = chosen === undefined ? code.value : chosen.value;
  if (value !== null) return { value };
  return chosen !== undefined || code.isKnown ? 'missing' : 'unknown';
}

/** Only what the file itself is taken for: the mapping is proposed or recognised anew. */
export function asProposed({ uploadId, asAt, sheet, headingLine, mappingName }: Reading): Reading {
  return {
    ...(mappingName === undefined ? {} : { mappingName }),
    uploadId,
    ...(asAt === undefined ? {} : { asAt }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(headingLine === undefined ? {} : { headingLine }),
  };
}

/** Another sheet has other lines and columns: what was chosen for the first one is dropped. */
export function onSheet({ uploadId, asAt }: Reading, sheet: string): Reading {
  return { uploadId, ...(asAt === undefined ? {} : { asAt }), sheet };
}

/** Other headings are other columns: the mapping is proposed anew. */
export function onHeadingLine(reading: Reading, headingLine: number): Reading {
  const { uploadId, asAt, sheet } = asProposed(reading);
  return {
    uploadId,
    ...(asAt === undefined ? {} : { asAt }),
    ...(sheet === undefined ? {} : { sheet }),
    headingLine,
  };
}

const firstGroup: Record<FileKind, string> = {
  caseload: 'Case',
  staff: 'Person',
  abstractions: 'Abstraction',
};

export type FieldGroup = { group: string; items: Array<{ value: string; label: string }> };

/** Fields by what they are of: those of the record itself first, then each duty's, as "Visit: next due" is. */
export function fieldGroups(fields: readonly FieldChoice[], kind: FileKind): FieldGroup[] {
  const groups = new Map<string, FieldGroup>();
  const own = { group: firstGroup[kind], items: [] };
  groups.set(own.group, own);
  for (const { key, label, isRequired } of fields) {
    const colon = label.indexOf(': ');
    const group = colon < 0 ? own.group : label.slice(0, colon);
    const into = groups.get(group) ?? { group, items: [] };
    into.items.push({ value: key, label: isRequired ? `${label} (needed)` : label });
    groups.set(group, into);
  }
  return [...groups.values()].filter(({ items }) => items.length > 0);
}

type Sureness = 'as kept' | 'set by you' | 'new, left out' | 'sure' | 'likely, please check' | 'please check';

const surenessWords: Record<InspectedColumn['proposal']['sureness'], Sureness> = {
  sure: 'sure',
  likely: 'likely, please check',
  unsure: 'please check',
};

/** How sure the reading of a column is, in words; `field` is what is chosen, answered by the backend or not yet. */
export function sureness(
  { field: answered, chosenBy, proposal }: Pick<InspectedColumn, 'field' | 'chosenBy' | 'proposal'>,
  field: string | null,
): Sureness {
  if (answered === field && chosenBy === 'kept') return 'as kept';
  if (answered === field && chosenBy === 'nobody') return 'new, left out';
  return proposal.field === field ? surenessWords[proposal.sureness] : 'set by you';
}

/** Why a column is read as it is; for one that is read otherwise than proposed, what was proposed and why. */
export function whyRead(
  { proposal }: Pick<InspectedColumn, 'proposal'>,
  field: string | null,
  fields: readonly FieldChoice[],
): string {
  if (proposal.field === field) return proposal.why;
  return proposal.field === null ? '' : `proposed: ${fieldLabel(fields, proposal.field)}, ${proposal.why}`;
}

/** True when anything is read otherwise than it was proposed. */
export const isEdited = (reading: Reading, proposed: Inspection): boolean =>
  reading.mapping !== undefined && JSON.stringify(reading.mapping) !== JSON.stringify(proposed.mapping);

/** The label of a field; its key where the list does not hold it. */
export const fieldLabel = (fields: readonly FieldChoice[], key: string): string =>
  fields.find((field) => field.key === key)?.label ?? key;

/** A value of a row as a reader takes it in: dates with the month in letters, codes by our names. */
export function shownValue(fields: readonly FieldChoice[], key: string, value: string): string {
  const field = fields.find((one) => one.key === key);
  if (field?.type === 'date' && isIsoDate(value)) return showDate(isoDate(value));
  return field?.values.find((one) => one.value === value)?.label ?? value;
}

/** Fields in the order of their columns, for the rows as they will be read. */
export const fieldsRead = (mapping: Mapping): string[] =>
  mapping.columns.flatMap(({ field }) => (field === null ? [] : [field]));

/** A name for a mapping from the file's name, without its date: `area-layout-2026-10-31.csv` → `area-layout`. */
export function nameFromFile(fileName: string): string {
  const bare = fileName
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/\d{4}[-_. ]?\d{2}[-_. ]?\d{2}|\d{1,2}[-_. ]\d{1,2}[-_. ]\d{2,4}|\d{8}/g, '')
    .replace(/\b(19|20)\d{2}[-_. ]?(0[1-9]|1[0-2])?\b/g, '')
    .replace(/[-_. ]{2,}/g, '-')
    .replace(/^[-_. ]+|[-_. ]+$/g, '');
  return bare.slice(0, 80).trim();
}
