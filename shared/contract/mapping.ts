/** How an extract is read: which column means what, which code stands for which value. Learnt once and kept. */
import { z } from 'zod';
import { IsoDate } from '#shared/domain/dates.ts';
import { command, id, nothing, query } from './operation.ts';

export const FileKind = z.enum(['caseload', 'staff', 'abstractions']);
export type FileKind = z.infer<typeof FileKind>;

export const DateOrder = z.enum(['day-first', 'month-first']);
/** Which number of `04/03/2026` is the day. */
export type DateOrder = z.infer<typeof DateOrder>;

const heading = z.string().max(300);
const fieldKey = z.string().min(1).max(100);

export const MappedColumn = z.strictObject({
  heading,
  /** What the column is read as; null when it is left out. */
  field: fieldKey.nullable(),
  /** For a column of dates written in numbers; null where their order says itself or does not matter. */
  dateOrder: DateOrder.nullable(),
});
export type MappedColumn = z.infer<typeof MappedColumn>;

export const MappedCode = z.strictObject({
  field: fieldKey,
  /** The code as the file has it; case, spaces and punctuation do not matter. */
  text: z.string().min(1).max(200),
  /** Our value; null reads the code as missing, without an issue. */
  value: z.string().max(60).nullable(),
});
export type MappedCode = z.infer<typeof MappedCode>;

export const Mapping = z.strictObject({
  /** One row per record (case, person, abstraction), or one per case and duty. */
  shape: z.enum(['record', 'case-and-duty']),
  /** In the order of the file. */
  columns: z.array(MappedColumn).max(200),
  /** Codes that mean something else than their words say, or that no word list knows. */
  codes: z.array(MappedCode).max(500),
});
export type Mapping = z.infer<typeof Mapping>;

export const KeptMapping = z.object({
  id,
  kind: FileKind,
  name: z.string(),
  mapping: Mapping,
  /** ISO instant. */
  keptAt: z.string(),
});
/** A mapping kept under a name; a file with the same headings is read by it without asking. */
export type KeptMapping = z.infer<typeof KeptMapping>;

export const mappingName = z.string().trim().min(1).max(80);

/** How a file of a kind is to be read, where the file does not say it itself. */
export const readAs = {
  uploadId: z.string().min(1).max(100),
  /** The day the file speaks of, where neither its name nor its title tells. */
  asAt: IsoDate.optional(),
  /** The sheet of a workbook; the one that looks most like the kind when absent. */
  sheet: z.string().max(100).optional(),
  /** The line that holds the headings; found when absent. */
  headingLine: z.number().int().positive().max(400_000).optional(),
  /** Which number is the day, where nothing in the file tells. */
  dateOrder: DateOrder.optional(),
  /** The mapping in full; a kept or a proposed one when absent. */
  mapping: Mapping.optional(),
  /** The name of a kept mapping to read by. */
  mappingName: mappingName.optional(),
};

/** A line that is no row: above the headings, or totals and notes below the rows. */
export const OtherLine = z.object({ row: z.number().int(), text: z.string() });
export type OtherLine = z.infer<typeof OtherLine>;

const FieldType = z.enum(['text', 'date', 'number', 'code']);

export const FieldChoice = z.object({
  key: z.string(),
  /** As the page names it, for example "Visit: next due". */
  label: z.string(),
  type: FieldType,
  isRequired: z.boolean(),
  /** The values that a code can stand for. */
  values: z.array(z.object({ value: z.string(), label: z.string() })),
});
/** A field that a column can be read as. */
export type FieldChoice = z.infer<typeof FieldChoice>;

export const ColumnProposal = z.object({
  /** Null when nothing is proposed. */
  field: z.string().nullable(),
  /** A proposal that is sure is used unasked; any other is asked about. */
  sureness: z.enum(['sure', 'likely', 'unsure']),
  /** Why, in words: "its heading is known", "81 % of its values are risk levels". */
  why: z.string(),
});
/** What a column is taken for by its heading and values, whatever a mapping says of it. */
export type ColumnProposal = z.infer<typeof ColumnProposal>;

export const InspectedColumn = z.object({
  heading: z.string(),
  /** What it is read as; null when it is left out. */
  field: z.string().nullable(),
  /** Who says so: the proposal, a kept mapping, a person; nobody, where a kept mapping does not hold the column. */
  chosenBy: z.enum(['proposal', 'kept', 'hand', 'nobody']),
  proposal: ColumnProposal,
  /** Says who somebody is: never stored, and its values are not shown. */
  isPersonal: z.boolean(),
  /** Some values as they stand in the file; none of a personal column. */
  samples: z.array(z.string()),
  dateOrder: DateOrder.nullable(),
  /** Dates that could be read either way, and nothing in the column that tells. */
  isDateOrderOpen: z.boolean(),
});
export type InspectedColumn = z.infer<typeof InspectedColumn>;

export const FoundCode = z.object({
  field: z.string(),
  heading: z.string(),
  text: z.string(),
  rows: z.number().int(),
  /** Our value; null when the mapping says that it is missing or nobody knows it. */
  value: z.string().nullable(),
  isKnown: z.boolean(),
});
/** A code of the file and what it is read as. */
export type FoundCode = z.infer<typeof FoundCode>;

export const Question = z.enum([
  'required-column',
  'unsure-column',
  'unknown-code',
  'date-order',
  'as-at',
  'sheet',
]);
/** What a person should look at before the file is read. */
export type Question = z.infer<typeof Question>;

export const Inspection = z.object({
  fileName: z.string(),
  kind: FileKind,
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string(),
  delimiter: z.string(),
  sheets: z.array(z.object({ name: z.string(), rows: z.number().int() })),
  sheet: z.string().nullable(),
  /** Other sheets with the same headings, which are not read. */
  alikeSheets: z.array(z.object({ name: z.string(), rows: z.number().int() })),
  headingLine: z.number().int(),
  titleLines: z.array(OtherLine),
  totalsLines: z.array(OtherLine),
  rows: z.number().int(),
  asAt: IsoDate.nullable(),
  asAtFrom: z.enum(['given', 'file-name', 'title']).nullable(),
  /** Why what name and title say of the day is not relied on, such as that they contradict each other. */
  asAtDoubt: z.string().nullable(),
  mapping: Mapping,
  mappingFrom: z.enum(['given', 'kept', 'proposed']),
  /** The kept mapping that was recognised or asked for. */
  mappingName: z.string().nullable(),
  /** Where the kept mapping no longer fits the file, in words. */
  misfits: z.array(z.string()),
  columns: z.array(InspectedColumn),
  fields: z.array(FieldChoice),
  codes: z.array(FoundCode),
  questions: z.array(Question),
  /** The first rows as they will be read: shown values by field, null where missing. */
  firstRows: z.array(
    z.object({ row: z.number().int(), values: z.record(z.string(), z.string().nullable()) }),
  ),
});
export type Inspection = z.infer<typeof Inspection>;

export const mappingContract = {
  /** What a file is and how it would be read, without reading it whole into records or storing anything. */
  'import.inspect': query({
    input: z.strictObject({ ...readAs, kind: FileKind }),
    output: Inspection,
  }),
  'mappings.list': query({ input: nothing, output: z.array(KeptMapping) }),
  /** Keeps a mapping under a name; one of that kind and name is replaced. */
  'mappings.keep': command(
    { input: z.strictObject({ kind: FileKind, name: mappingName, mapping: Mapping }), output: KeptMapping },
    { changes: ['mappings'], logged: 'edit' },
  ),
  'mappings.rename': command(
    { input: z.strictObject({ mappingId: id, name: mappingName }), output: KeptMapping },
    { changes: ['mappings'], logged: 'edit' },
  ),
  'mappings.remove': command(
    { input: z.strictObject({ mappingId: id }), output: z.object({}) },
    { changes: ['mappings'], logged: 'delete' },
  ),
};
