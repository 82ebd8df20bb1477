import type { Migration } from '../migration.ts';

/** The day on which somebody in custody or hospital is to be released. */
export const releases: Migration = {
  number: 8,
  sql: `
ALTER TABLE snapshot_case ADD COLUMN release_on TEXT
  CHECK (release_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
`,
};
