/** An open workspace: all reading and writing passes through here, one piece of work at a time. */
import { AppError } from '../errors.ts';
import { createQueue } from '../queue.ts';
import { createMemory, createStore, type Store } from '../store/store.ts';
import { bytesOf, saveCopy } from './backup.ts';
import { changeKey, provenRawKey } from './change-key.ts';
import { openDriver, type Driver, type Key, type RawKey } from './key.ts';
import { makeFile, openFile, workspaceName } from './open.ts';
import { requireRoom } from './room.ts';

export type Workspace = {
  path: string;
  name: string;
  /** Work that may only read: SQLite refuses a write. */
  read<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Work as one transaction: all of it is stored, or nothing. */
  write<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** As `write`, for what no reader remembers: an entry of the log leaves what was read as it is. */
  append(work: (store: Store) => Promise<void>): Promise<void>;
  /** A verified copy to a name that is free; of another passphrase where one is given. Gives its size. */
  copyTo(target: string, newPassphrase?: string): Promise<number>;
  /** Looks into another file of the same passphrase, such as a backup. */
  lookInto<T>(file: string, work: (store: Store) => Promise<T>): Promise<T>;
  /** @throws AppError disk-full when there is no room to {@link Workspace.compact} */
  requireRoomToCompact(): Promise<void>;
  /** Rewrites the file without what was deleted, and empties its log. */
  compact(): Promise<void>;
  /**
   * Encrypts the file with another passphrase; it stays open. What `note` writes is there just when the key is.
   * @throws SQLite's own error for a wrong key when `current` is not the key in use
   */
  changeKey(current: Key, next: string, note: (store: Store) => Promise<void>): Promise<void>;
  /** The file's own key, for a recovery key. @throws as `changeKey` does */
  rawKey(passphrase: string): Promise<RawKey>;
  close(): Promise<void>;
};

/** @throws what {@link openFile} throws */
export const openWorkspace = (path: string, key: Key): Workspace => wrap(path, openFile(path, key), key);

/**
 * Makes a workspace file holding what `fill` puts in; it is not open afterwards.
 * @throws AppError conflict when there is a file of that name
 */
export const makeWorkspace = (
  path: string,
  passphrase: string,
  fill: (workspace: Pick<Workspace, 'write'>) => Promise<void>,
): Promise<void> =>
  makeFile(path, passphrase, (driver, unfinished) => fill(wrap(unfinished, driver, passphrase)));

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

/** A command that wrote nothing leaves what was read as good as it is. */
async function changing<T>(
  { driver, store, forget }: ReturnType<typeof storesOf>,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const written = (): unknown => driver.prepare('SELECT total_changes()').pluck().get();
  const before = written();
  try {
    return await transaction(driver, () => work(store));
  } finally {
    if (written() !== before) forget();
  }
}

/** The rewritten pages pass through the log into the file: room for both. */
function requireRoomToCompact(path: string, driver: Driver): Promise<void> {
  requireRoom(path, 2 * bytesOf(driver), 'Purging');
  return Promise.resolve();
}

function compact(driver: Driver): Promise<void> {
  driver.exec('VACUUM');
  driver.pragma('wal_checkpoint(TRUNCATE)');
  return Promise.resolve();
}

async function lookInto<T>(file: string, key: Key, work: (store: Store) => Promise<T>): Promise<T> {
  const driver = openDriver(file, key, { mustExist: true });
  try {
    return await readOnly(driver, () => work(createStore(driver)));
  } finally {
    driver.close();
  }
}

/** What is kept from one reading to the next; a write sees the file itself, and what is read after it is read anew. */
function storesOf(driver: Driver) {
  const store = createStore(driver);
  const memory = createMemory();
  return {
    driver,
    store,
    reading: { ...store, remember: memory.remember } satisfies Store,
    forget: memory.forget,
  };
}

/** @param openedWith kept while the workspace is open: a copy of it is proven by opening it */
function wrap(path: string, opened: Driver, openedWith: Key): Workspace {
  const queue = createQueue();
  let key = openedWith;
  let held = storesOf(opened);
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> =>
    queue(() => {
      if (!held.driver.open)
        throw new AppError('workspace-closed', 'The workspace was closed in the meantime.');
      return work();
    });

  return {
    path,
    name: workspaceName(path),
    read: (work) => whileOpen(() => readOnly(held.driver, () => work(held.reading))),
    write: (work) => whileOpen(() => changing(held, work)),
    append: (work) => whileOpen(() => transaction(held.driver, () => work(held.store))),
    copyTo: (target, newPassphrase) =>
      whileOpen(() => Promise.resolve(saveCopy(held.driver, key, target, newPassphrase))),
    // Beside the queue: another file is nobody else's business.
    lookInto: (file, work) => lookInto(file, key, work),
    requireRoomToCompact: () => whileOpen(() => requireRoomToCompact(path, held.driver)),
    compact: () => whileOpen(() => compact(held.driver)),
    changeKey: (current, next, note) =>
      whileOpen(async () => {
        const write = (copy: Driver): Promise<void> => transaction(copy, () => note(createStore(copy)));
        const { driver, error } = await changeKey(path, held.driver, current, next, write);
        held.forget();
        if (driver !== held.driver) held = storesOf(driver);
        if (error !== null) throw error;
        key = next;
      }),
    rawKey: (passphrase) => whileOpen(() => Promise.resolve(provenRawKey(path, held.driver, passphrase))),
    close: () =>
      queue(() => {
        held.forget();
        held.driver.close();
        return Promise.resolve();
      }),
  };
}
