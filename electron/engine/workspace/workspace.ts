/** An open workspace: all reading and writing passes through here, one piece of work at a time. */
import { AppError } from '../errors.ts';
import { createQueue } from '../queue.ts';
import { createStore, type Store } from '../store/store.ts';
import { changeKey, provenRawKey } from './change-key.ts';
import type { Driver, Key, RawKey } from './key.ts';
import { makeFile, openFile, workspaceName } from './open.ts';

export type Workspace = {
  path: string;
  name: string;
  /** Work that may only read: SQLite refuses a write. */
  read<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Work as one transaction: all of it is stored, or nothing. */
  write<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /**
   * Encrypts the file with another passphrase; it stays open.
   * @throws SQLite's own error for a wrong key when `current` is not the key in use
   */
  changeKey(current: Key, next: string): Promise<void>;
  /** The file's own key, for a recovery key. @throws as `changeKey` does */
  rawKey(passphrase: string): Promise<RawKey>;
  close(): Promise<void>;
};

/** @throws what {@link openFile} throws */
export const openWorkspace = (path: string, key: Key): Workspace => wrap(path, openFile(path, key));

/**
 * Makes a workspace file holding what `fill` puts in; it is not open afterwards.
 * @throws AppError conflict when there is a file of that name
 */
export const makeWorkspace = (
  path: string,
  passphrase: string,
  fill: (workspace: Pick<Workspace, 'write'>) => Promise<void>,
): Promise<void> => makeFile(path, passphrase, (driver, unfinished) => fill(wrap(unfinished, driver)));

async function readOnly<T>(driver: Driver, work: () => Promise<T>): Promise<T> {
  driver.pragma('query_only = ON');
  try {
    return await work();
  } finally {
    driver.pragma('query_only = OFF');
  }
}

async function transaction<T>(driver: Driver, work: () => Promise<T>): Promise<T> {
  driver.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    driver.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk may have rolled back already.
    if (driver.inTransaction) driver.exec('ROLLBACK');
    throw error;
  }
}

function wrap(path: string, opened: Driver): Workspace {
  const queue = createQueue();
  let driver = opened;
  let store = createStore(driver);
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> =>
    queue(() => {
      if (!driver.open) throw new AppError('workspace-closed', 'The workspace was closed in the meantime.');
      return work();
    });

  return {
    path,
    name: workspaceName(path),
    read: (work) => whileOpen(() => readOnly(driver, () => work(store))),
    write: (work) => whileOpen(() => transaction(driver, () => work(store))),
    changeKey: (current, next) =>
      whileOpen(() => {
        const { driver: now, error } = changeKey(path, driver, current, next);
        if (now !== driver) {
          driver = now;
          store = createStore(now);
        }
        return error === null ? Promise.resolve() : Promise.reject(error);
      }),
    rawKey: (passphrase) => whileOpen(() => Promise.resolve(provenRawKey(path, driver, passphrase))),
    close: () =>
      queue(() => {
        driver.close();
        return Promise.resolve();
      }),
  };
}
