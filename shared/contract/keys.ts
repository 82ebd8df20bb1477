/** The passphrase of a workspace: changed, recovered, remembered; and the workspace closed when nobody uses it. */
import { z } from 'zod';
import { command, filePath, newPassphrase, nothing, passphrase, query, reason } from './operation.ts';
import { WorkspaceStatus } from './workspace.ts';

const Remembering = z.object({
  /** This computer can keep a passphrase so that only this person's account can read it. */
  canRemember: z.boolean(),
  /** Why not, in words; null when it can. */
  why: z.string().nullable(),
  /** Workspaces whose passphrase is kept. */
  paths: z.array(z.string()),
});

export const keysContract = {
  /** When a recovery key of the passphrase in use was shown; null when none was. */
  'keys.get': query({ input: nothing, output: z.object({ recoveryKeyShown: z.string().nullable() }) }),
  /**
   * Encrypts the workspace with another passphrase, after a verified copy that is removed once the workspace has
   * been opened with the new one. `key-wrong` when the passphrase in use is not that given.
   */
  'keys.changePassphrase': command(
    { input: z.strictObject({ passphrase, newPassphrase, reason }), output: nothing },
    { needsWorkspace: false, changes: ['settings'], logged: 'edit' },
  ),
  /** The key to print and lock away, told once for each passphrase: `conflict` when it has been. */
  'keys.recoveryKey': command(
    { input: z.strictObject({ passphrase }), output: z.object({ recoveryKey: z.string() }) },
    { needsWorkspace: false, changes: ['settings'], logged: 'edit' },
  ),
  /** Opens a workspace by its recovery key, and gives it the new passphrase: the recovery key is then used up. */
  'keys.recover': command(
    {
      input: z.strictObject({ path: filePath, recoveryKey: z.string().min(1).max(200), newPassphrase }),
      output: WorkspaceStatus,
    },
    { needsWorkspace: false, changes: ['workspace'], logged: 'open' },
  ),
  /** Somebody is there: the time after which the workspace is closed begins anew. */
  'keys.stayOpen': command({ input: nothing, output: nothing }, { needsWorkspace: false, logged: 'nothing' }),
  /** Whether this computer can keep passphrases, and of which workspaces it does. Only the desktop application can. */
  'keys.remembering': query({ input: nothing, output: Remembering }, { needsWorkspace: false }),
  /** Opens the workspace and keeps its passphrase on this computer. `unsupported` where it cannot be kept safely. */
  'keys.openAndRemember': command(
    { input: z.strictObject({ path: filePath, passphrase, reason }), output: WorkspaceStatus },
    { needsWorkspace: false, changes: ['workspace'], logged: 'open' },
  ),
  'keys.openRemembered': command(
    { input: z.strictObject({ path: filePath, reason }), output: WorkspaceStatus },
    { needsWorkspace: false, changes: ['workspace'], logged: 'open' },
  ),
  'keys.forgetPassphrase': command(
    { input: z.strictObject({ path: filePath }), output: nothing },
    { needsWorkspace: false, changes: ['workspace'], logged: 'nothing' },
  ),
};
