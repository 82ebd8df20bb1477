import { z } from 'zod';
import { IsoDate } from '#shared/domain/dates.ts';
import { command, filePath, job, newPassphrase, nothing, passphrase, query, reason } from './operation.ts';

export const WorkspaceStatus = z.object({
  isOpen: z.boolean(),
  path: z.string().nullable(),
  /** File name without its ending. */
  name: z.string().nullable(),
  isDemo: z.boolean(),
  /** The workspace that was closed because nobody used it, and after how many minutes. */
  locked: z.object({ path: z.string(), name: z.string(), minutes: z.number() }).optional(),
});
export type WorkspaceStatus = z.infer<typeof WorkspaceStatus>;

export const RecentWorkspace = z.object({
  path: z.string(),
  name: z.string(),
  /** ISO instant. */
  lastOpened: z.string(),
  /** As-at date of the newest snapshot when it was last open. */
  asAt: IsoDate.nullable(),
  exists: z.boolean(),
});
export type RecentWorkspace = z.infer<typeof RecentWorkspace>;

/** The demo holds invented data only, so its passphrase may be known to all. */
export const DEMO_PASSPHRASE = 'explore the demo';
export const WORKSPACE_ENDING = '.evenkeel';

export const workspaceContract = {
  'workspace.status': query({ input: nothing, output: WorkspaceStatus }, { needsWorkspace: false }),
  /** Workspaces opened before on this computer, newest first, and the folder in which new ones are proposed. */
  'workspace.recent': query(
    { input: nothing, output: z.object({ folder: z.string(), workspaces: z.array(RecentWorkspace) }) },
    { needsWorkspace: false },
  ),
  /** Makes an encrypted workspace file and opens it. `conflict` when the file is there already. */
  'workspace.create': command(
    {
      input: z.strictObject({ path: filePath, passphrase: newPassphrase }),
      output: WorkspaceStatus,
    },
    { needsWorkspace: false, changes: ['workspace'], logged: 'open' },
  ),
  /** `key-wrong`, `not-a-workspace`, `workspace-newer`, `workspace-corrupt`, `workspace-busy`, `not-found`. */
  'workspace.open': command(
    { input: z.strictObject({ path: filePath, passphrase, reason }), output: WorkspaceStatus },
    { needsWorkspace: false, changes: ['workspace'], logged: 'open' },
  ),
  'workspace.close': command(
    { input: nothing, output: WorkspaceStatus },
    { needsWorkspace: false, changes: ['workspace'], logged: 'close' },
  ),
  'workspace.forget': command(
    { input: z.strictObject({ path: filePath }), output: nothing },
    { needsWorkspace: false, changes: ['workspace'], logged: 'nothing' },
  ),
  /**
   * Makes a workspace of invented data and opens it; without a path, the demo of this computer, which is
   * opened when it is there already.
   */
  'workspace.demo': job(
    {
      input: z.strictObject({
        path: filePath.optional(),
        passphrase: passphrase.optional(),
        seed: z
          .number()
          .int()
          .min(1)
          .max(2 ** 31)
          .optional(),
      }),
      output: z.object({ path: z.string(), snapshots: z.number().int() }),
    },
    { needsWorkspace: false, changes: ['workspace'], logged: 'open' },
  ),
};
