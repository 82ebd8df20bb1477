import type { Migration } from '../migration.ts';

/** How extracts are read, kept under a name; where abstraction records come from. */
export const mappings: Migration = {
  number: 2,
  sql: `
CREATE TABLE mapping (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('caseload', 'staff', 'abstractions')),
  name TEXT NOT NULL CHECK (name <> ''),
  content TEXT NOT NULL CHECK (json_valid(content)),
  kept_at TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

CREATE TABLE abstraction_list (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file_name TEXT NOT NULL,
  content_hash TEXT NOT NULL UNIQUE,
  imported_at TEXT NOT NULL,
  record_count INTEGER NOT NULL CHECK (record_count >= 0),
  account TEXT NOT NULL CHECK (json_valid(account))
) STRICT;

ALTER TABLE abstraction ADD COLUMN detail TEXT;
ALTER TABLE abstraction ADD COLUMN list_id INTEGER REFERENCES abstraction_list (id) ON DELETE CASCADE;
CREATE INDEX abstraction_by_list ON abstraction (list_id);
`,
};
