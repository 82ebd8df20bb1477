/**
 * Going back to a backup. The file in its place may be open elsewhere, damaged or gone. What it replaces is kept,
 * and the name of the workspace always leads to a whole file: the old one until the last step, then the new one.
 */
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { AppError, classify } from '../errors.ts';
import { flush, verifyWhole } from './backup.ts';
import { newBackupFile } from './backup-files.ts';
import { openDriver } from './key.ts';
import { checkFile, proveCopy } from './open.ts';
import { removeBeside, removeFile } from './remove-file.ts';
import { requireRoom } from './room.ts';

/** Whether another process works on the file is asked for by the lock; a damaged file may still be held. */
function requireFree(path: string, passphrase: string): void {
  const driver = openDriver(path, passphrase, { mustExist: true });
  try {
    // Also brings the write-ahead log into the file, where the key fits and the file can be read.
    driver.exec('BEGIN IMMEDIATE; COMMIT');
    driver.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (classify(error)?.code === 'workspace-busy') throw error;
    // Damaged, or of another passphrase: it is kept as it lies, log included.
  } finally {
    driver.close();
  }
}

function copyWhole(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  chmodSync(to, 0o600);
  flush(to);
}

/** Keeps what lies at `path` among the backups, and takes its log away, which must never meet another file. */
function keepReplaced(path: string, now: Date): string | null {
  if (!existsSync(path)) return null;
  const kept = newBackupFile(path, 'replaced', now);
  if (existsSync(`${path}-wal`)) copyWhole(`${path}-wal`, `${kept}-wal`);
  const unfinished = `${kept}.part`;
  try {
    copyWhole(path, unfinished);
    renameSync(unfinished, kept);
  } finally {
    rmSync(unfinished, { force: true });
  }
  removeBeside(path);
  return kept;
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/**
 * Puts a verified copy of `from` in the place of `path`.
 * @param release called once the copy is proven: closes the workspace where it is open here
 * @returns where the file replaced is kept; null when there was none
 * @throws what opening a workspace throws, disk-full or read-only; the file at `path` is then as it was
 */
export async function restoreFile(
  input: { path: string; from: string; passphrase: string; now: Date },
  release: () => Promise<void>,
): Promise<string | null> {
  const { path, from, passphrase, now } = input;
  if (path === from) {
    throw new AppError(
      'invalid-input',
      'Expected a backup to restore; found the workspace itself. Choose another file.',
    );
  }
  checkFile(from, constants.R_OK);
  mkdirSync(dirname(path), { recursive: true });
  requireRoom(path, sizeOf(from) + sizeOf(path), 'Restoring');
  const unfinished = `${path}.restoring`;
  removeFile(unfinished);
  try {
    copyWhole(from, unfinished);
    if (existsSync(`${from}-wal`)) copyWhole(`${from}-wal`, `${unfinished}-wal`);
    proveCopy(unfinished, from, passphrase);
    verifyWhole(unfinished, passphrase);
    flush(unfinished);
    await release();
    if (existsSync(path)) requireFree(path, passphrase);
    const kept = keepReplaced(path, now);
    renameSync(unfinished, path);
    return kept;
  } finally {
    removeFile(unfinished);
  }
}
