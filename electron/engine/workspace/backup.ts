/** Verified copies of a workspace: each written under another name, proven, then renamed. */
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, statSync } from 'node:fs';
import { AppError } from '../errors.ts';
import { encryptAnew, openDriver, type Driver, type Key } from './key.ts';
import { versionOf } from './migrate.ts';
import { removeFile } from './remove-file.ts';
import { requireRoom } from './room.ts';

/** Bytes that a copy of the open workspace takes at most: what was deleted is not copied. */
export function bytesOf(driver: Driver): number {
  const pages = Number(driver.pragma('page_count', { simple: true }));
  return pages * Number(driver.pragma('page_size', { simple: true }));
}

/** Opens a file with its key and reads every page of it; gives its version. @throws when it is not whole */
export function verifyWhole(file: string, key: Key): number {
  const copy = openDriver(file, key, { mustExist: true });
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') {
      throw new AppError('workspace-corrupt', `The copy ${file} could not be read back whole.`);
    }
    return versionOf(copy);
  } finally {
    copy.close();
  }
}

/** What the name promises must be on the disk before the file has it. */
export function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Copies the open workspace to `target`, encrypted with the same key, or with another passphrase where one is given.
 * @returns the size of the copy
 * @throws when the copy cannot be read back whole; `target` is then as it was
 */
export function backUp(driver: Driver, key: Key, target: string, newPassphrase?: string): number {
  const unfinished = `${target}.part`;
  removeFile(unfinished);
  requireRoom(target, bytesOf(driver), 'The backup');
  try {
    driver.prepare('VACUUM INTO ?').run(unfinished);
    chmodSync(unfinished, 0o600);
    if (newPassphrase !== undefined) encryptAnew(unfinished, key, newPassphrase);
    if (verifyWhole(unfinished, newPassphrase ?? key) !== versionOf(driver)) {
      throw new Error('The copy is of another version than the workspace.');
    }
    flush(unfinished);
    renameSync(unfinished, target);
  } finally {
    removeFile(unfinished);
  }
  return statSync(target).size;
}

/** As {@link backUp}, to a name that a person chose: what is there is never replaced. */
export function saveCopy(driver: Driver, key: Key, target: string, newPassphrase?: string): number {
  if (existsSync(target)) {
    throw new AppError('conflict', `There is already a file at ${target}. Choose another name.`);
  }
  return backUp(driver, key, target, newPassphrase);
}
