import type { Migration } from '../migration.ts';

/**
 * The day that a list of abstractions speaks of. Of lists held already it is the latest day past when the list was
 * imported; of one whose records an earlier list has, the last day in its file. Null: all of it lay ahead.
 */
export const listDates: Migration = {
  number: 10,
  sql: `
ALTER TABLE abstraction_list ADD COLUMN as_at TEXT
  CHECK (as_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
UPDATE abstraction_list SET as_at = coalesce(
  (SELECT max(CASE WHEN last_day <= substr(imported_at, 1, 10) THEN last_day ELSE first_day END)
    FROM abstraction WHERE list_id = abstraction_list.id AND first_day <= substr(imported_at, 1, 10)),
  CASE WHEN record_count = 0 THEN min(account ->> '$.asAt', substr(imported_at, 1, 10)) END
);
`,
};
