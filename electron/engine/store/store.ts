/** What the stores work on: typed queries, and a fast way to put in many rows. */
import type { Database } from 'better-sqlite3';
import { Kysely, SqliteDialect, type InsertObject } from 'kysely';
import type { Tables } from './tables.ts';

export type Store = {
  db: Kysely<Tables>;
  /** Puts in rows that all have the columns of the first, with one prepared statement. */
  insertMany<T extends keyof Tables>(table: T, rows: ReadonlyArray<InsertObject<Tables, T>>): void;
  /** What `make` gives, kept under its key where nothing can change it in the meantime: to be read, never altered. */
  remember<T>(key: string, make: () => Promise<T>): Promise<T>;
};

/** A few things that were read, the last asked for: a page's questions rest on the same cases. */
export type Memory = Pick<Store, 'remember'> & { forget: () => void };

const MOST_REMEMBERED = 12;

export function createMemory(): Memory {
  const held = new Map<string, Promise<unknown>>();
  return {
    remember<T>(key: string, make: () => Promise<T>): Promise<T> {
      const known = held.get(key) as Promise<T> | undefined;
      const value = known ?? make();
      // Put in last again: what was asked for longest ago stands first.
      held.delete(key);
      held.set(key, value);
      const [oldest] = held.keys();
      if (held.size > MOST_REMEMBERED && oldest !== undefined) held.delete(oldest);
      if (!known) value.catch(() => held.get(key) === value && held.delete(key));
      return value;
    },
    forget() {
      held.clear();
    },
  };
}

export function createStore(driver: Database): Store {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: driver }) });
  return {
    db,
    insertMany(table, rows) {
      const first = rows[0];
      if (first === undefined) return;
      const columns = Object.keys(first);
      const { sql } = db.insertInto(table).values(first).compile();
      const statement = driver.prepare(sql);
      for (const row of rows) {
        const values = row as Record<string, unknown>;
        statement.run(columns.map((column) => values[column] ?? null));
      }
    },
    remember: (_key, make) => make(),
  };
}
