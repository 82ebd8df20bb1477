import type { Migration } from '../migration.ts';

/** Abstractions recorded by people: who asked, approved, reviewed and took out, and what became of each. */
export const abstractions: Migration = {
  number: 4,
  sql: `
ALTER TABLE abstraction ADD COLUMN start_time TEXT CHECK (start_time GLOB '[0-2][0-9]:[0-5][0-9]');
ALTER TABLE abstraction ADD COLUMN planned INTEGER CHECK (planned IN (0, 1));
ALTER TABLE abstraction ADD COLUMN requested_by TEXT;
ALTER TABLE abstraction ADD COLUMN approved_by TEXT;
ALTER TABLE abstraction ADD COLUMN recorded_by TEXT;
ALTER TABLE abstraction ADD COLUMN recorded_at TEXT;
ALTER TABLE abstraction ADD COLUMN reviewed_by TEXT;
ALTER TABLE abstraction ADD COLUMN reviewed_at TEXT;
ALTER TABLE abstraction ADD COLUMN review_note TEXT;
ALTER TABLE abstraction ADD COLUMN removed_by TEXT;
ALTER TABLE abstraction ADD COLUMN removed_at TEXT;
ALTER TABLE abstraction ADD COLUMN removed_why TEXT;
-- What an imported record said before a person edited it, so that the next import knows it again.
ALTER TABLE abstraction ADD COLUMN import_key TEXT;

CREATE INDEX abstraction_by_person ON abstraction (collar, first_day);
CREATE INDEX abstraction_by_reason ON abstraction (reason_group, activity, to_other_policing);
CREATE INDEX abstraction_recorded ON abstraction (collar) WHERE recorded_at IS NOT NULL;
CREATE INDEX abstraction_unreviewed ON abstraction (last_day, id) WHERE reviewed_at IS NULL AND removed_at IS NULL;
CREATE INDEX case_duty_by_due ON case_duty (snapshot_id, next_due);

CREATE TABLE abstraction_trace (
  id INTEGER PRIMARY KEY,
  abstraction_id INTEGER NOT NULL REFERENCES abstraction (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('recorded', 'edited', 'ended', 'reviewed', 'removed')),
  before TEXT CHECK (json_valid(before)),
  note TEXT
) STRICT;
CREATE INDEX abstraction_trace_of ON abstraction_trace (abstraction_id, id);

CREATE TABLE abstraction_reason (
  position INTEGER PRIMARY KEY,
  reason_group TEXT NOT NULL CHECK (reason_group <> ''),
  activity TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('leave', 'sickness', 'training', 'court', 'other-policing', 'other')),
  to_other_policing INTEGER NOT NULL CHECK (to_other_policing IN (0, 1))
) STRICT;

CREATE TABLE dismissed_finding (
  key TEXT PRIMARY KEY,
  dismissed_by TEXT NOT NULL,
  dismissed_at TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why <> '')
) STRICT;
`,
};
