/** The backup that is made by itself once a day of use. */
import type { EngineContext } from './context.ts';
import { classify } from './errors.ts';
import { listSnapshots } from './store/snapshots.ts';
import { isDailyDue, listBackups, newBackupFile, thinnable } from './workspace/backup-files.ts';
import { removeFile } from './workspace/remove-file.ts';
import type { Workspace } from './workspace/workspace.ts';

/** Removes the backups that later ones make needless. */
export function thinBackups(path: string): void {
  for (const { file } of thinnable(listBackups(path))) removeFile(file);
}

/** Makes today's backup where it is due. What keeps it from being made is noted, and keeps nobody from working. */
export async function backUpDaily(engine: EngineContext, workspace: Workspace): Promise<void> {
  const now = engine.now();
  try {
    const hasData = (await workspace.read(listSnapshots)).length > 0;
    if (!hasData || !isDailyDue(workspace.path, now)) return;
    await workspace.copyTo(newBackupFile(workspace.path, 'daily', now));
    thinBackups(workspace.path);
    engine.session.noteBackup(null);
  } catch (error) {
    const known = classify(error);
    // Closed before its turn came: the next day of use makes it.
    if (known?.code === 'workspace-closed') return;
    engine.session.noteBackup(known?.message ?? 'The copy could not be read back whole.');
  }
}
