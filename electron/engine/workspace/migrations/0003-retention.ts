import type { Migration } from '../migration.ts';

/** How long each snapshot may be kept, and what stays of one whose cases were purged: counts, no references. */
export const retention: Migration = {
  number: 3,
  sql: `
ALTER TABLE snapshot ADD COLUMN keep_until TEXT
  CHECK (keep_until GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
ALTER TABLE snapshot ADD COLUMN purged_at TEXT;

CREATE TABLE snapshot_count (
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  team_id INTEGER NOT NULL REFERENCES team (id) ON DELETE RESTRICT,
  risk TEXT NOT NULL CHECK (risk IN ('very-high', 'high', 'medium', 'low', 'unassessed')),
  cases INTEGER NOT NULL CHECK (cases > 0),
  PRIMARY KEY (snapshot_id, team_id, risk)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshot_count_team ON snapshot_count (team_id);
`,
};
