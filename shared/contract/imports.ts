import { z } from 'zod';
import { IsoDate } from '#shared/domain/dates.ts';
import { command, id, nothing, query, snapshotChoice } from './operation.ts';

export const ImportIssue = z.object({
  /** Line of the file, from 1; sheet row for Excel. */
  row: z.number().int(),
  /** Heading as the file has it. */
  column: z.string(),
  /** The value that was found, shortened. */
  value: z.string(),
  reason: z.string(),
});
/** A value that could not be read and is kept as missing. */
export type ImportIssue = z.infer<typeof ImportIssue>;

export const RejectedRow = z.object({ row: z.number().int(), reason: z.string() });
export type RejectedRow = z.infer<typeof RejectedRow>;

export const ConflictingRow = z.object({
  row: z.number().int(),
  reference: z.string(),
  /** The row that stands. */
  firstRow: z.number().int(),
  /** Headings whose values differ. */
  columns: z.array(z.string()),
});
export type ConflictingRow = z.infer<typeof ConflictingRow>;

export const ColumnUse = z.object({
  heading: z.string(),
  /** Field it is read as; null when it is left out. */
  field: z.string().nullable(),
  /** Why it is left out: `personal` is never stored, `unknown` means nothing to us. */
  leftOut: z.enum(['personal', 'unknown', 'repeated']).nullable(),
});
export type ColumnUse = z.infer<typeof ColumnUse>;

/**
 * Every row accounted for: rowsRead = accepted + duplicates.exact + duplicates.conflicting + rejected.length.
 */
export const ImportAccount = z.object({
  fileName: z.string(),
  asAt: IsoDate,
  /** Where the as-at date comes from. */
  asAtFrom: z.enum(['given', 'file-name']),
  encoding: z.string(),
  delimiter: z.string(),
  /** Name of the mapping by which the columns were read. */
  mapping: z.string(),
  columns: z.array(ColumnUse),
  rowsRead: z.number().int(),
  accepted: z.number().int(),
  duplicates: z.object({ exact: z.number().int(), conflicting: z.number().int() }),
  conflicts: z.array(ConflictingRow),
  rejected: z.array(RejectedRow),
  issues: z.array(ImportIssue),
  /** Rows accepted per team. */
  teams: z.array(z.object({ team: z.string(), accepted: z.number().int() })),
});
export type ImportAccount = z.infer<typeof ImportAccount>;

export const Snapshot = z.object({
  id,
  asAt: IsoDate,
  fileName: z.string(),
  /** ISO instant. */
  importedAt: z.string(),
  cases: z.number().int(),
});
export type Snapshot = z.infer<typeof Snapshot>;

export const Roster = z.object({
  id,
  asAt: IsoDate,
  fileName: z.string(),
  importedAt: z.string(),
  people: z.number().int(),
});
export type Roster = z.infer<typeof Roster>;

/** A file sent to `POST /api/upload` beforehand, and the date it speaks of where its name does not tell. */
const file = z.strictObject({
  uploadId: z.string().min(1).max(100),
  asAt: IsoDate.optional(),
});

export const importContract = {
  /** Reads and accounts for a file without storing anything. `import-rejected` says what is wrong with it. */
  'import.previewCaseload': query({
    input: file,
    output: z.object({ account: ImportAccount, alreadyLoaded: z.boolean() }),
  }),
  /** Stores a caseload snapshot, all or nothing. The same content again is a reported no-op. */
  'import.caseload': command(
    { input: file, output: ImportAccount.extend({ snapshotId: id, alreadyLoaded: z.boolean() }) },
    { changes: ['snapshots'] },
  ),
  'import.previewStaff': query({
    input: file,
    output: z.object({ account: ImportAccount, alreadyLoaded: z.boolean() }),
  }),
  'import.staff': command(
    { input: file, output: ImportAccount.extend({ rosterId: id, alreadyLoaded: z.boolean() }) },
    { changes: ['rosters'] },
  ),
  /** Snapshots held, newest first. */
  'snapshots.list': query({ input: nothing, output: z.array(Snapshot) }),
  /** The account kept with a snapshot. */
  'snapshots.account': query({ input: z.strictObject(snapshotChoice), output: ImportAccount }),
  'rosters.list': query({ input: nothing, output: z.array(Roster) }),
  'teams.list': query({
    input: z.strictObject(snapshotChoice),
    output: z.array(
      z.object({ team: z.string(), cases: z.number().int(), offenderManagers: z.number().int() }),
    ),
  }),
};
