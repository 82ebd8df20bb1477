import type { Migration } from '../migration.ts';

/** Actions that meetings agree, kept until closed and after. */
export const actions: Migration = {
  number: 7,
  sql: `
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  team_id INTEGER NOT NULL REFERENCES team (id),
  text TEXT NOT NULL CHECK (text <> ''),
  owner TEXT NOT NULL CHECK (owner <> ''),
  due TEXT NOT NULL,
  made_on TEXT NOT NULL,
  closed_on TEXT,
  closed_note TEXT,
  CHECK (closed_on IS NULL OR closed_note IS NOT NULL)
) STRICT;
CREATE INDEX action_by_team ON action (team_id);
`,
};
