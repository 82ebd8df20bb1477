/** Copies of the workspace, and going back to one. */
import { z } from 'zod';
import { IsoDate } from '#shared/domain/dates.ts';
import { command, filePath, job, newPassphrase, nothing, passphrase, query } from './operation.ts';
import { WorkspaceStatus } from './workspace.ts';

export const BackupKind = z.enum(['daily', 'asked', 'migration', 'replaced']);
/** Why a copy was made: once a day of use, because someone asked, before a migration, or by a restore. */
export type BackupKind = z.infer<typeof BackupKind>;

export const Backup = z.object({
  /** Its path. */
  file: z.string(),
  kind: BackupKind,
  /** ISO instant. */
  madeAt: z.string(),
  bytes: z.number().int(),
  /** Why it cannot be read with the passphrase of the workspace that is open; null when it can. */
  problem: z.string().nullable(),
  /** As-at days of the snapshots whose cases it holds, newest first. */
  holds: z.array(IsoDate),
  /** Those of them that the workspace itself no longer holds: purged or rolled back since. */
  stillHolds: z.array(IsoDate),
});
export type Backup = z.infer<typeof Backup>;

const made = z.object({
  file: z.string(),
  bytes: z.number().int(),
  /** Opened again with its key and found whole. Always true: what is not whole is not kept. */
  verified: z.literal(true),
});

export const backupContract = {
  /** Backups kept beside the workspace, newest first, each opened to see what it holds. */
  'backup.list': query({
    input: nothing,
    output: z.object({
      folder: z.string(),
      backups: z.array(Backup),
      /** Why the last automatic backup could not be made; null when it was. */
      problem: z.string().nullable(),
    }),
  }),
  /**
   * Makes a verified copy: beside the workspace, or to the file named, which may have a passphrase of its own.
   * `conflict` when there is a file of that name, `disk-full`, `read-only`.
   */
  'backup.make': job(
    {
      input: z.strictObject({
        to: filePath.optional(),
        newPassphrase: newPassphrase.optional(),
      }),
      output: made,
    },
    { logged: 'export', changes: ['backups'] },
  ),
  /** Removes a backup of the list for good. */
  'backup.remove': command(
    { input: z.strictObject({ file: filePath }), output: z.object({ removed: z.string() }) },
    { logged: 'delete', changes: ['backups'] },
  ),
  /**
   * Puts a verified copy of a backup in the place of a workspace, which may be open or damaged, and opens it.
   * The file replaced is kept among the backups; the opening is logged. Refused as `workspace.open` is, with nothing changed.
   */
  'backup.restore': command(
    {
      input: z.strictObject({ path: filePath, from: filePath, passphrase }),
      output: z.object({
        status: WorkspaceStatus,
        /** Where the file replaced is kept; null when there was none. */
        replaced: z.string().nullable(),
        snapshots: z.number().int(),
      }),
    },
    { needsWorkspace: false, logged: 'nothing', changes: ['workspace', 'backups'] },
  ),
};
