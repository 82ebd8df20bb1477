/** Migrations: numbered, forward only, all that are due in one transaction. */
import type { Driver } from './key.ts';
import { initial } from './migrations/0001-initial.ts';
import { mappings } from './migrations/0002-mappings.ts';
import { retention } from './migrations/0003-retention.ts';
import { abstractions } from './migrations/0004-abstractions.ts';
import { scenarios } from './migrations/0005-scenarios.ts';
import { auditLog } from './migrations/0006-audit-log.ts';
import { actions } from './migrations/0007-actions.ts';
import { releases } from './migrations/0008-releases.ts';
import { longLeave } from './migrations/0009-long-leave.ts';
import { listDates } from './migrations/0010-list-dates.ts';
import type { Migration } from './migration.ts';

export const migrations: readonly Migration[] = [
  initial,
  mappings,
  retention,
  abstractions,
  scenarios,
  auditLog,
  actions,
  releases,
  longLeave,
  listDates,
];

/** Marks the file as ours: "EvKl" in ASCII. */
export const APPLICATION_ID = 0x45764b6c;

export const latestVersion = (list: readonly Migration[] = migrations): number => list.at(-1)?.number ?? 0;

export const versionOf = (driver: Driver): number => Number(driver.pragma('user_version', { simple: true }));

/** Brings the file up to the newest version of the list; does nothing when it is there already. */
export function migrate(driver: Driver, list: readonly Migration[] = migrations): void {
  const due = list.filter((migration) => migration.number > versionOf(driver));
  if (due.length === 0) return;
  driver.exec('BEGIN IMMEDIATE');
  try {
    for (const migration of due) driver.exec(migration.sql);
    const broken = driver.pragma('foreign_key_check') as unknown[];
    if (broken.length > 0) throw new Error('A migration left rows that refer to nothing.');
    driver.pragma(`application_id = ${String(APPLICATION_ID)}`);
    driver.pragma(`user_version = ${String(latestVersion(list))}`);
    driver.exec('COMMIT');
  } catch (error) {
    if (driver.inTransaction) driver.exec('ROLLBACK');
    throw error;
  }
}
