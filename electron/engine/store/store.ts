/** What the stores work on: typed queries, and a fast way to put in many rows. */
import type { Database } from 'better-sqlite3';
import { Kysely, SqliteDialect, type InsertObject } from 'kysely';
import type { Tables } from './tables.ts';

export type Store = {
  db: Kysely<Tables>;
  /** Puts in rows that all have the columns of the first, with one prepared statement. */
  insertMany<T extends keyof Tables>(table: T, rows: ReadonlyArray<InsertObject<Tables, T>>): void;
};

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
  };
}
