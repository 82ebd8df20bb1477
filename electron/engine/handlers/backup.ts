/** Copies of the workspace: made, listed with what they hold, removed, restored. */
import type { Backup } from '#shared/contract/backup.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { EngineContext, HandlersOf } from '../context.ts';
import { thinBackups } from '../daily-backup.ts';
import { AppError, classify } from '../errors.ts';
import { daysWithCases, listSnapshots } from '../store/snapshots.ts';
import { backupFolder, listBackups, newBackupFile, type BackupFile } from '../workspace/backup-files.ts';
import { removeFile } from '../workspace/remove-file.ts';
import { restoreFile } from '../workspace/restore.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { enter, fullPath, leave } from './workspace.ts';

type Looked = Pick<Backup, 'problem' | 'holds'>;

async function lookInto(workspace: Workspace, { file }: BackupFile): Promise<Looked> {
  try {
    return { problem: null, holds: await workspace.lookInto(file, daysWithCases) };
  } catch (error) {
    const code = classify(error)?.code;
    const problem =
      code === 'key-wrong'
        ? 'It has another passphrase, or is damaged: what it holds is not known.'
        : 'It could not be read: what it holds is not known.';
    return { problem, holds: [] };
  }
}

/** A file seen before with the same size and time need not be opened again: opening one takes a moment. */
const seen = new WeakMap<Workspace, Map<string, Looked>>();

/** Backups of the open workspace, each with what it holds that the workspace no longer does. */
export async function lookThrough(workspace: Workspace, held: ReadonlySet<IsoDate>): Promise<Backup[]> {
  const known = seen.get(workspace) ?? new Map<string, Looked>();
  seen.set(workspace, known);
  const backups: Backup[] = [];
  for (const backup of listBackups(workspace.path)) {
    const mark = JSON.stringify(backup);
    const looked = known.get(mark) ?? (await lookInto(workspace, backup));
    known.set(mark, looked);
    backups.push({ ...backup, ...looked, stillHolds: looked.holds.filter((day) => !held.has(day)) });
  }
  return backups;
}

async function make(
  engine: EngineContext,
  to: string | undefined,
  newPassphrase: string | undefined,
): Promise<{ file: string; bytes: number; verified: true }> {
  const workspace = engine.session.workspace();
  const file = to === undefined ? newBackupFile(workspace.path, 'asked', engine.now()) : fullPath(engine, to);
  const bytes = await workspace.copyTo(file, newPassphrase);
  thinBackups(workspace.path);
  return { file, bytes, verified: true };
}

type Names = 'backup.list' | 'backup.make' | 'backup.remove' | 'backup.restore';

export const backupHandlers: HandlersOf<Names> = {
  async 'backup.list'(_, { engine, store }) {
    const workspace = engine.session.workspace();
    const held = new Set(await daysWithCases(store));
    return {
      folder: backupFolder(workspace.path),
      backups: await lookThrough(workspace, held),
      problem: engine.session.backupProblem(),
    };
  },

  'backup.make': ({ to, newPassphrase }, { engine, job }) => {
    job.progress('Copying and checking the copy', 0.1);
    return make(engine, to, newPassphrase);
  },

  'backup.remove': ({ file }, { engine }) => {
    const known = listBackups(engine.session.workspace().path).some((backup) => backup.file === file);
    if (!known) {
      throw new AppError(
        'not-found',
        'Expected a backup of the list; found another file. Nothing was removed.',
      );
    }
    removeFile(file);
    return Promise.resolve({ removed: file });
  },

  async 'backup.restore'({ path, from, passphrase }, { engine }) {
    const target = fullPath(engine, path);
    const input = { path: target, from: fullPath(engine, from), passphrase, now: engine.now() };
    const replaced = await restoreFile(input, async () => {
      if (engine.session.status().path === target) await leave(engine);
    });
    await enter(engine, target, passphrase, { operation: 'backup.restore' });
    const snapshots = await engine.session.workspace().read(listSnapshots);
    thinBackups(target);
    return { status: engine.session.status(), replaced, snapshots: snapshots.length };
  },
};
