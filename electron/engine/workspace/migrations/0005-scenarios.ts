import type { Migration } from '../migration.ts';

/** Scenarios, and what people cost. */
export const scenarios: Migration = {
  number: 5,
  sql: `
CREATE TABLE scenario (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  description TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes)),
  copied_from INTEGER REFERENCES scenario (id) ON DELETE SET NULL,
  as_at TEXT,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  archived_at TEXT
) STRICT;

CREATE TABLE pay_value (
  role TEXT NOT NULL CHECK (role IN ('offender-manager', 'supervisor', 'other')),
  contract TEXT NOT NULL CHECK (contract IN ('officer', 'staff')),
  field TEXT NOT NULL CHECK (field IN ('pay', 'on-cost')),
  position INTEGER NOT NULL,
  value REAL CHECK (value >= 0),
  source TEXT NOT NULL,
  year TEXT NOT NULL,
  confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  set_on TEXT,
  PRIMARY KEY (role, contract, field)
) STRICT;
`,
};
