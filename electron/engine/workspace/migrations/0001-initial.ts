import type { Migration } from '../migration.ts';

const isoDay = (column: string): string =>
  `CHECK (${column} GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')`;

/** Workspace as of the first release: teams, snapshots, rosters, abstractions, standards, settings, plans. */
export const initial: Migration = {
  number: 1,
  sql: `
CREATE TABLE property (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  as_at TEXT NOT NULL UNIQUE ${isoDay('as_at')},
  file_name TEXT NOT NULL,
  content_hash TEXT NOT NULL UNIQUE,
  imported_at TEXT NOT NULL,
  case_count INTEGER NOT NULL CHECK (case_count >= 0),
  account TEXT NOT NULL CHECK (json_valid(account))
) STRICT;

CREATE TABLE snapshot_case (
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
  reference TEXT NOT NULL CHECK (reference <> ''),
  team_id INTEGER NOT NULL REFERENCES team (id) ON DELETE RESTRICT,
  officer TEXT,
  supervisor TEXT,
  lead_agency TEXT CHECK (lead_agency IN ('police', 'probation', 'other')),
  status TEXT CHECK (status IN ('community', 'custody', 'hospital', 'abroad', 'wanted', 'missing')),
  mappa_category TEXT,
  mappa_level TEXT,
  risk TEXT NOT NULL CHECK (risk IN ('very-high', 'high', 'medium', 'low', 'unassessed')),
  risk_set TEXT ${isoDay('risk_set')},
  mode TEXT CHECK (mode IN ('active', 'reactive')),
  notification_start TEXT ${isoDay('notification_start')},
  notification_end TEXT ${isoDay('notification_end')},
  indefinite INTEGER NOT NULL CHECK (indefinite IN (0, 1)),
  last_visit_kind TEXT CHECK (last_visit_kind IN ('unannounced', 'announced')),
  last_visit_officers INTEGER CHECK (last_visit_officers >= 0),
  PRIMARY KEY (snapshot_id, reference)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshot_case_by_team ON snapshot_case (snapshot_id, team_id);
CREATE INDEX snapshot_case_team ON snapshot_case (team_id);

CREATE TABLE case_duty (
  snapshot_id INTEGER NOT NULL,
  reference TEXT NOT NULL,
  duty TEXT NOT NULL,
  last_done TEXT ${isoDay('last_done')},
  next_due TEXT ${isoDay('next_due')},
  interval_months INTEGER CHECK (interval_months > 0),
  signed_off TEXT ${isoDay('signed_off')},
  PRIMARY KEY (snapshot_id, reference, duty),
  FOREIGN KEY (snapshot_id, reference) REFERENCES snapshot_case (snapshot_id, reference) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE roster (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  as_at TEXT NOT NULL ${isoDay('as_at')},
  file_name TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  person_count INTEGER NOT NULL CHECK (person_count >= 0),
  account TEXT NOT NULL CHECK (json_valid(account))
) STRICT;
CREATE INDEX roster_by_date ON roster (as_at, id);

CREATE TABLE officer (
  roster_id INTEGER NOT NULL REFERENCES roster (id) ON DELETE CASCADE,
  collar TEXT NOT NULL CHECK (collar <> ''),
  team_id INTEGER NOT NULL REFERENCES team (id) ON DELETE RESTRICT,
  role TEXT NOT NULL CHECK (role IN ('offender-manager', 'supervisor', 'other')),
  contract TEXT NOT NULL CHECK (contract IN ('officer', 'staff')),
  fte REAL NOT NULL CHECK (fte >= 0),
  start TEXT ${isoDay('start')},
  leaving TEXT ${isoDay('leaving')},
  PRIMARY KEY (roster_id, collar)
) STRICT, WITHOUT ROWID;
CREATE INDEX officer_team ON officer (team_id);

CREATE TABLE abstraction (
  id INTEGER PRIMARY KEY,
  collar TEXT NOT NULL,
  first_day TEXT NOT NULL ${isoDay('first_day')},
  last_day TEXT NOT NULL ${isoDay('last_day')},
  hours REAL NOT NULL CHECK (hours >= 0),
  reason_group TEXT NOT NULL,
  activity TEXT,
  to_other_policing INTEGER NOT NULL CHECK (to_other_policing IN (0, 1)),
  CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX abstraction_by_day ON abstraction (first_day, last_day);

CREATE TABLE duty (
  key TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  hours_of TEXT NOT NULL CHECK (hours_of IN ('offender-manager', 'supervisor', 'other-unit')),
  movable INTEGER NOT NULL CHECK (movable IN (0, 1)),
  owed_by TEXT NOT NULL CHECK (json_valid(owed_by)),
  reset_rule TEXT NOT NULL CHECK (reset_rule IN ('full', 'anniversary', 'tolerance')),
  reset_tolerance INTEGER NOT NULL,
  reset_factor REAL NOT NULL,
  follows TEXT CHECK (json_valid(follows))
) STRICT;

CREATE TABLE standard_value (
  duty TEXT NOT NULL REFERENCES duty (key) ON DELETE CASCADE,
  risk TEXT NOT NULL CHECK (risk IN ('very-high', 'high', 'medium', 'low', 'any')),
  field TEXT NOT NULL,
  value REAL NOT NULL,
  source TEXT NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  set_on TEXT ${isoDay('set_on')},
  PRIMARY KEY (duty, risk, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE assumption (
  key TEXT PRIMARY KEY,
  value REAL NOT NULL,
  source TEXT NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  set_on TEXT ${isoDay('set_on')}
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE plan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE RESTRICT,
  team_id INTEGER NOT NULL REFERENCES team (id) ON DELETE RESTRICT,
  accepted_at TEXT NOT NULL,
  undone_at TEXT,
  note TEXT NOT NULL,
  standards TEXT NOT NULL CHECK (json_valid(standards)),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  problem TEXT NOT NULL CHECK (json_valid(problem)),
  result TEXT NOT NULL CHECK (json_valid(result))
) STRICT;
CREATE INDEX plan_by_team ON plan (team_id, id);
CREATE INDEX plan_by_snapshot ON plan (snapshot_id);

CREATE TABLE plan_move (
  plan_id INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  chain TEXT NOT NULL,
  reference TEXT NOT NULL,
  duty TEXT NOT NULL,
  risk TEXT NOT NULL CHECK (risk IN ('very-high', 'high', 'medium', 'low')),
  officer TEXT,
  due_month TEXT NOT NULL,
  to_month TEXT NOT NULL,
  due_index INTEGER NOT NULL,
  to_index INTEGER NOT NULL,
  months_early INTEGER NOT NULL CHECK (months_early >= 0),
  hours REAL NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (plan_id, position)
) STRICT, WITHOUT ROWID;
`,
};
