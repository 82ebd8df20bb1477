/**
 * Opening and making a workspace file. The order matters: prove the key, then look whose file it is and how
 * new it is, and only then write anything.
 *
 * The file is never read by other means than SQLite while it may be open in this process: on POSIX systems
 * closing any other handle of it would drop SQLite's locks.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { WORKSPACE_ENDING } from '#shared/contract/workspace.ts';
import { AppError, codeOf, damaged } from '../errors.ts';
import { backUp } from './backup.ts';
import { openDriver, type Driver, type Key } from './key.ts';
import { APPLICATION_ID, latestVersion, migrate, migrations, versionOf } from './migrate.ts';
import type { Migration } from './migration.ts';
import { removeFile, removeLeftBehind } from './remove-file.ts';

const PLAIN_HEADER = 'SQLite format 3\0';
const SMALLEST_PAGE = 512;
const PAGE = 4096;

export const workspaceName = (path: string): string =>
  basename(path).replace(new RegExp(`\\${WORKSPACE_ENDING}$`), '');

const notAWorkspace = (path: string, found: string): AppError =>
  new AppError(
    'not-a-workspace',
    `“${basename(path)}” is not an Evenkeel workspace: ${found}. Choose a file that ends in ${WORKSPACE_ENDING}.`,
  );

function firstBytes(path: string): Buffer {
  const bytes = Buffer.alloc(PLAIN_HEADER.length);
  const handle = openSync(path, 'r');
  try {
    readSync(handle, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(handle);
  }
  return bytes;
}

const otherKinds: ReadonlyArray<readonly [start: string, kind: string]> = [
  ['PK\x03\x04', 'it is a ZIP or Office file'],
  ['\xd0\xcf\x11\xe0', 'it is an old Office file'],
  ['\x89PNG', 'it is a picture'],
  ['\xff\xd8\xff', 'it is a picture'],
  ['%PDF', 'it is a PDF'],
  ['\x1f\x8b', 'it is a compressed file'],
];

/** What an unencrypted file is, judged by its first bytes; null when they look random, as ours do. */
function plainKind(bytes: Buffer): string | null {
  if (bytes.toString('latin1') === PLAIN_HEADER) return 'it is a database that is not encrypted';
  const isText = bytes.every(
    (byte) => (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13,
  );
  if (isText || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)) return 'it is a text file';
  if (bytes.every((byte) => byte === 0)) return 'there is nothing but zeros where it begins';
  const known = otherKinds.find(([start]) => bytes.subarray(0, start.length).toString('latin1') === start);
  return known?.[1] ?? null;
}

/** @throws AppError not-found, not-a-workspace; the system's error when it may not be used so */
export function checkFile(path: string, use = constants.R_OK | constants.W_OK): void {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file) {
    throw new AppError(
      'not-found',
      `There is no file at ${path}. It may have been moved, renamed or be on a drive that is not connected.`,
    );
  }
  if (file.isDirectory()) throw notAWorkspace(path, 'it is a folder');
  if (!file.isFile()) throw notAWorkspace(path, 'it is no ordinary file');
  if (file.size === 0) throw notAWorkspace(path, 'it is empty');
  if (file.size < PAGE || file.size % SMALLEST_PAGE !== 0) {
    throw notAWorkspace(path, 'its size does not fit, or it was cut off while it was copied');
  }
  accessSync(path, use);
}

/** One query proves the key; whose file it is, how new and whether it is whole is then read, and nothing is written. */
function prove(driver: Driver, path: string, list: readonly Migration[]): void {
  try {
    driver.prepare('SELECT count(*) FROM sqlite_master').get();
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_NOTADB') throw error;
    const kind = plainKind(firstBytes(path));
    if (kind !== null) throw notAWorkspace(path, kind);
    throw error;
  }
  if (driver.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    throw notAWorkspace(path, 'it belongs to another program');
  }
  const version = versionOf(driver);
  if (version > latestVersion(list)) {
    throw new AppError(
      'workspace-newer',
      `This workspace was written by a newer Evenkeel (format ${String(version)}; this one reads up to ${String(latestVersion(list))}). It has not been changed. Open it with the newer version.`,
      { found: version, supported: latestVersion(list) },
    );
  }
  // Damage is told now, not in the middle of work, and nothing is written over what may still be saved.
  if (driver.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged();
}

function configure(driver: Driver): void {
  driver.pragma('journal_mode = WAL');
  driver.pragma('synchronous = FULL');
  driver.pragma('foreign_keys = ON');
  driver.pragma('temp_store = MEMORY');
  driver.pragma('secure_delete = ON');
  driver.pragma('trusted_schema = OFF');
}

/**
 * Opens a workspace, migrating it after a verified backup where it is older, and takes away what a killed change of
 * its passphrase left beside it.
 * @throws AppError not-found, not-a-workspace, workspace-newer; SQLite's own errors for a wrong key, a busy or damaged file
 */
export function openFile(path: string, key: Key, list: readonly Migration[] = migrations): Driver {
  checkFile(path);
  const driver = openDriver(path, key, { mustExist: true });
  try {
    prove(driver, path, list);
    const version = versionOf(driver);
    if (version < latestVersion(list)) {
      backUp(driver, key, `${path}.before-${String(latestVersion(list))}`);
    }
    configure(driver);
    migrate(driver, list);
    removeLeftBehind(path);
  } catch (error) {
    driver.close();
    throw error;
  }
  return driver;
}

/**
 * Proves by a copy of it that a file is a workspace that this version can open; messages name the file itself.
 * @throws what {@link openFile} throws
 */
export function proveCopy(copy: string, path: string, key: Key): void {
  const driver = openDriver(copy, key, { mustExist: true });
  try {
    prove(driver, path, migrations);
  } finally {
    driver.close();
  }
}

/** Moves a finished file to its name without ever replacing what is there. */
function claimName(from: string, to: string): void {
  try {
    linkSync(from, to);
    rmSync(from);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') throw alreadyThere(to);
    // Some drives know no second name for a file; looking first is then all there is.
    if (existsSync(to)) throw alreadyThere(to);
    renameSync(from, to);
  }
}

const alreadyThere = (path: string): AppError =>
  new AppError('conflict', `There is already a file at ${path}. Choose another name, or open that file.`);

/**
 * Makes an encrypted workspace and closes it again. It is built under another name, so that a file with the
 * right name is always whole.
 * @param fill puts in what the workspace starts with
 * @throws AppError conflict when there is a file of that name
 */
export async function makeFile(
  path: string,
  passphrase: string,
  fill: (driver: Driver, unfinished: string) => Promise<void>,
): Promise<void> {
  if (existsSync(path)) throw alreadyThere(path);
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.part`;
  removeFile(unfinished);
  try {
    // Made first, empty, so that nobody else may read it from its first byte on.
    closeSync(openSync(unfinished, 'wx', 0o600));
    const driver = openDriver(unfinished, passphrase, { mustExist: true });
    try {
      configure(driver);
      migrate(driver);
      await fill(driver, unfinished);
    } finally {
      driver.close();
    }
    if (plainKind(firstBytes(unfinished)) !== null) throw new Error('The new workspace is not encrypted.');
    claimName(unfinished, path);
  } finally {
    removeFile(unfinished);
  }
}
