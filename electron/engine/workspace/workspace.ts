/** An open workspace: all reading and writing passes through here, one piece of work at a time. */
import { AppError } from '../errors.ts';
import { createQueue } from '../queue.ts';
import { createMemory, createStore, type Store } from '../store/store.ts';
import type { Driver } from './key.ts';
import { makeFile, openFile, workspaceName } from './open.ts';

export type Workspace = {
  path: string;
  name: string;
  /** Work that may only read: SQLite refuses a write. */
  read<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Work as one transaction: all of it is stored, or nothing. */
  write<T>(work: (store: Store) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** @throws what {@link openFile} throws */
export const openWorkspace = (path: string, passphrase: string): Workspace =>
  wrap(path, openFile(path, passphrase));

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

function wrap(path: string, driver: Driver): Workspace {
  const queue = createQueue();
  const store = createStore(driver);
  // Kept from one reading to the next; a write sees the file itself, and what is read after it is read anew.
  const memory = createMemory();
  const reading: Store = { ...store, remember: memory.remember };
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> =>
    queue(() => {
      if (!driver.open) throw new AppError('workspace-closed', 'The workspace was closed in the meantime.');
      return work();
    });

  return {
    path,
    name: workspaceName(path),
    read: (work) => whileOpen(() => readOnly(driver, () => work(reading))),
    write: (work) =>
      whileOpen(() =>
        transaction(driver, () => work(store)).finally(() => {
          memory.forget();
        }),
      ),
    close: () =>
      queue(() => {
        memory.forget();
        driver.close();
        return Promise.resolve();
      }),
  };
}
