import type { Migration } from '../migration.ts';

/** The log of what was done. Entries are added at the end and never changed; the head says how far it goes. */
export const auditLog: Migration = {
  number: 6,
  sql: `
CREATE TABLE audit_entry (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  at TEXT NOT NULL,
  user TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('open', 'close', 'view', 'import', 'export', 'edit', 'delete')),
  operation TEXT NOT NULL,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  reason TEXT,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_entry_by_time ON audit_entry (at);

CREATE TRIGGER audit_entry_is_never_changed BEFORE UPDATE ON audit_entry
BEGIN
  SELECT RAISE(ABORT, 'An entry of the log is never changed.');
END;

CREATE TRIGGER audit_entry_is_never_deleted BEFORE DELETE ON audit_entry
BEGIN
  SELECT RAISE(ABORT, 'An entry of the log is never deleted.');
END;

CREATE TRIGGER audit_entry_comes_last BEFORE INSERT ON audit_entry
WHEN NEW.number <= (SELECT coalesce(max(number), 0) FROM audit_entry)
BEGIN
  SELECT RAISE(ABORT, 'An entry of the log is added at its end.');
END;

INSERT INTO property (key, value)
VALUES ('audit-head', '0:0000000000000000000000000000000000000000000000000000000000000000');
`,
};
