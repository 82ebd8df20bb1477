/**
 * Another passphrase for a workspace. The file itself is never encrypted anew in place: a verified copy is, and takes
 * its place in one step, so that at every moment a whole file stands there which one of the two passphrases opens.
 */
import { chmodSync, copyFileSync, renameSync } from 'node:fs';
import { AppError, codeOf } from '../errors.ts';
import { backUp, verifyWhole } from './backup.ts';
import { encryptAnew, openDriver, rawKeyOf, type Driver, type Key, type RawKey } from './key.ts';
import { versionOf } from './migrate.ts';
import { openFile } from './open.ts';
import { passingCopies, removeBeside, removeFile, tryRemove } from './remove-file.ts';

const isRefused = (path: string, key: Key): boolean => {
  const driver = openDriver(path, key, { mustExist: true });
  try {
    driver.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_NOTADB') throw error;
    return true;
  } finally {
    driver.close();
  }
};

function proveCopy(path: string, current: Key, next: string, version: number): void {
  if (verifyWhole(path, next) !== version) {
    throw new Error('The copy with the new passphrase could not be read back.');
  }
  if (!isRefused(path, current)) throw new Error('The copy still opens with the passphrase of before.');
}

async function writeInto(path: string, key: Key, write: (driver: Driver) => Promise<void>): Promise<void> {
  const driver = openDriver(path, key, { mustExist: true });
  try {
    await write(driver);
  } finally {
    driver.close();
  }
}

/** The copy takes the place of a closed file whose log is empty: a log left there would meet the copy. */
function takePlace(changed: string, path: string, open: Driver): void {
  open.pragma('wal_checkpoint(TRUNCATE)');
  open.close();
  removeBeside(path);
  renameSync(changed, path);
}

/**
 * Gives the workspace at `path` the passphrase `next`, and gives back the driver that has it open from then on. The
 * driver given is closed. When it fails, the workspace is as it was and open with the key of before.
 *
 * @param write what is to be in the workspace from the moment on that the new passphrase opens it, and not before
 * @throws SQLite's own error for a wrong key when `current` is not the key in use
 */
export async function changeKey(
  path: string,
  open: Driver,
  current: Key,
  next: string,
  write: (driver: Driver) => Promise<void>,
): Promise<{ driver: Driver; error: Error | null }> {
  const { before, changed } = passingCopies(path);
  const version = versionOf(open);
  try {
    // The copy can only be read back with the key in use: that is what proves it.
    backUp(open, current, before);
    copyFileSync(before, changed);
    chmodSync(changed, 0o600);
    encryptAnew(changed, current, next);
    await writeInto(changed, next, write);
    proveCopy(changed, current, next, version);
  } catch (error) {
    tryRemove(before, changed);
    return { driver: open, error: error as Error };
  }
  try {
    takePlace(changed, path, open);
    // Opening it takes the copy from before away, as it does after a kill.
    return { driver: openFile(path, next), error: null };
  } catch (error) {
    open.close();
    removeBeside(path);
    renameSync(before, path);
    tryRemove(changed);
    return { driver: openFile(path, current), error: error as Error };
  }
}

/**
 * The file's own key, proven on a copy.
 * @throws SQLite's own error for a wrong key when the passphrase is not that in use
 */
export function provenRawKey(path: string, open: Driver, passphrase: string): RawKey {
  const copy = passingCopies(path).check;
  const key = rawKeyOf(open, passphrase);
  try {
    backUp(open, passphrase, copy);
    if (isRefused(copy, key)) throw new AppError('unavailable', 'This file knows no recovery key.');
    return key;
  } finally {
    removeFile(copy);
  }
}
