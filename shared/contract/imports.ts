import { z } from 'zod';
import { IsoDate } from '#shared/domain/dates.ts';
import { mappingName, OtherLine, readAs } from './mapping.ts';
import { command, id, job, nothing, query, snapshotChoice, reason } from './operation.ts';

export const ImportIssue = z.object({
  /** Line of the file, from 1; sheet row for Excel. */
  row: z.number().int(),
  /** Heading as the file has it. */
  column: z.string(),
  /** The value that was found, shortened. */
  value: z.string(),
  reason: z.string(),
});
/** A value that could not be read and is kept as missing, or one that is kept and doubtful. */
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

/** Data quality of one team: cases with something that a register should not hold. */
export const TeamQuality = z.object({
  team: z.string(),
  cases: z.number().int(),
  /** Owes a duty for which the snapshot holds due dates, and has none; null where it holds none of any duty. */
  missingDue: z.number().int().nullable(),
  /** Notification ends before it starts, or has ended before the as-at date. */
  contradictoryDates: z.number().int(),
  unassessed: z.number().int(),
  /** Managed reactively and not at low risk. */
  reactiveNotLow: z.number().int(),
  /** A duty falls due before it was last done. */
  dueBeforeDone: z.number().int(),
  /** A duty signed off before it was done. */
  signedOffBeforeDone: z.number().int(),
});
export type TeamQuality = z.infer<typeof TeamQuality>;

/**
 * Every row accounted for: rowsRead = accepted + furtherRows + duplicates.exact + duplicates.conflicting +
 * rejected.length. Lines of the file that are not blank = titleLines + the headings + rowsRead + totalsLines.
 */
export const ImportAccount = z.object({
  fileName: z.string(),
  asAt: IsoDate,
  /** Where the as-at date comes from; `last-day`: the latest day past in a list of abstractions. */
  asAtFrom: z.enum(['given', 'file-name', 'title', 'last-day']),
  encoding: z.string(),
  delimiter: z.string(),
  /** The sheet of a workbook. */
  sheet: z.string().nullable().default(null),
  /** Name of the mapping by which the columns were read. */
  mapping: z.string(),
  columns: z.array(ColumnUse),
  titleLines: z.array(OtherLine).default([]),
  totalsLines: z.array(OtherLine).default([]),
  rowsRead: z.number().int(),
  accepted: z.number().int(),
  /** Rows that add another duty to a case already accepted, in a file of one row per case and duty. */
  furtherRows: z.number().int().default(0),
  duplicates: z.object({ exact: z.number().int(), conflicting: z.number().int() }),
  conflicts: z.array(ConflictingRow),
  rejected: z.array(RejectedRow),
  issues: z.array(ImportIssue),
  /** What is to be known of the file as a whole. */
  notes: z.array(z.string()).default([]),
  /** Rows accepted per team. */
  teams: z.array(z.object({ team: z.string(), accepted: z.number().int() })),
  /** For caseloads. */
  quality: z.array(TeamQuality).default([]),
  /** Names of duties owed of which the file holds no due date; `hasDone` where it tells when they were done. */
  undated: z.array(z.object({ duty: z.string(), hasDone: z.boolean() })).default([]),
});
export type ImportAccount = z.infer<typeof ImportAccount>;

export const Snapshot = z.object({
  id,
  asAt: IsoDate,
  fileName: z.string(),
  /** ISO instant. */
  importedAt: z.string(),
  cases: z.number().int(),
  /** ISO instant at which its cases were purged, counts being all that stayed; null while they are held. */
  purgedAt: z.string().nullable().default(null),
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

export const AbstractionListHeld = z.object({
  id,
  fileName: z.string(),
  /** ISO instant. */
  importedAt: z.string(),
  /** The day up to which it tells of absence; null when it only speaks of days ahead. */
  asAt: IsoDate.nullable(),
  /** First and last day of the records stored with it; null when all of them were held already. */
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  records: z.number().int(),
});
/** A list of abstractions that was imported, with those of its records that no earlier list had. */
export type AbstractionListHeld = z.infer<typeof AbstractionListHeld>;

/** A file sent to `POST /api/upload` beforehand, and how to read it where it does not say that itself. */
const file = z.strictObject(readAs);
/** The same, and the name under which to keep the mapping it was read by. */
const confirmed = z.strictObject({ ...readAs, keepAs: mappingName.optional() });
const loaded = {
  /** The same bytes are held already: nothing is stored again. */
  alreadyLoaded: z.boolean(),
  /** They are held as another mapping read them. To read them anew, what is held has to be rolled back first. */
  readsDifferently: z.boolean(),
};
const preview = z.object({ account: ImportAccount, ...loaded });

export const importContract = {
  /** Reads and accounts for a file without storing anything. `import-rejected` says what is wrong with it. */
  'import.previewCaseload': job({ input: file, output: preview }, { logged: 'nothing' }),
  /** Stores a caseload snapshot, all or nothing. The same content again is a reported no-op. */
  'import.caseload': job(
    { input: confirmed, output: ImportAccount.extend({ snapshotId: id, ...loaded }) },
    { changes: ['snapshots', 'mappings'], logged: 'import' },
  ),
  'import.previewStaff': job({ input: file, output: preview }, { logged: 'nothing' }),
  'import.staff': job(
    { input: confirmed, output: ImportAccount.extend({ rosterId: id, ...loaded }) },
    { changes: ['rosters', 'mappings'], logged: 'import' },
  ),
  'import.previewAbstractions': job(
    { input: file, output: preview.extend({ alreadyHeld: z.number().int() }) },
    { logged: 'nothing' },
  ),
  /** Stores abstraction records; those held already are not stored again, with other hours neither: the account says so. */
  'import.abstractions': job(
    {
      input: confirmed,
      output: ImportAccount.extend({
        /** Records of the file that were held already and are not stored twice. */
        alreadyHeld: z.number().int(),
        stored: z.number().int(),
        ...loaded,
      }),
    },
    { changes: ['abstractions', 'mappings'], logged: 'import' },
  ),
  /** Lists of abstractions held, the one imported last first. */
  'abstractionLists.list': query({ input: nothing, output: z.array(AbstractionListHeld) }),
  /** Takes a list out again with the records stored with it; those an earlier list had stay. */
  'abstractionLists.rollback': command(
    {
      input: z.strictObject({ listId: id, reason }),
      output: z.object({
        removed: z.object({ listId: id, fileName: z.string(), records: z.number().int() }),
      }),
    },
    { changes: ['abstractions'], logged: 'delete' },
  ),
  'rosters.list': query({ input: nothing, output: z.array(Roster) }),
  /** Takes a roster out again. What rested on it rests on the one that then stands for its day; accepted plans stay. */
  'rosters.rollback': command(
    {
      input: z.strictObject({ rosterId: id, reason }),
      output: z.object({
        removed: z.object({
          rosterId: id,
          asAt: IsoDate,
          fileName: z.string(),
          people: z.number().int(),
        }),
      }),
    },
    { changes: ['rosters'], logged: 'delete' },
  ),
  'teams.list': query({
    input: z.strictObject(snapshotChoice),
    output: z.array(
      z.object({ team: z.string(), cases: z.number().int(), offenderManagers: z.number().int() }),
    ),
  }),
};
