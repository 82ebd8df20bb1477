import type { Migration } from '../migration.ts';

/** Parental leave and the like are a kind of their own, to be reviewed where leave is. */
export const longLeave: Migration = {
  number: 9,
  sql: `
CREATE TABLE reason_of_kind (
  position INTEGER PRIMARY KEY,
  reason_group TEXT NOT NULL CHECK (reason_group <> ''),
  activity TEXT,
  kind TEXT NOT NULL
    CHECK (kind IN ('leave', 'long-leave', 'sickness', 'training', 'court', 'other-policing', 'other')),
  to_other_policing INTEGER NOT NULL CHECK (to_other_policing IN (0, 1))
) STRICT;
INSERT INTO reason_of_kind
  SELECT position, reason_group, activity,
    CASE
      WHEN kind = 'leave' AND lower(trim(activity)) IN ('parental leave', 'shared parental leave', 'maternity leave',
        'paternity leave', 'adoption leave', 'unpaid leave', 'long leave', 'career break', 'sabbatical')
      THEN 'long-leave' ELSE kind
    END,
    to_other_policing
  FROM abstraction_reason;
DROP TABLE abstraction_reason;
ALTER TABLE reason_of_kind RENAME TO abstraction_reason;

UPDATE setting SET value = json_insert(value, '$.reviewKinds[#]', 'long-leave')
WHERE key = 'abstractions'
  AND EXISTS (SELECT 1 FROM json_each(setting.value, '$.reviewKinds') AS chosen WHERE chosen.value = 'leave');
`,
};
