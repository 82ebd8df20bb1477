/** Backups and retention in words. */
import type { Backup, BackupKind } from '#shared/contract/backup.ts';
import type { KeptSnapshot } from '#shared/contract/retention.ts';
import { isoDate, showDate } from '#shared/domain/dates.ts';
import { counted, listed } from '#shared/planning/wording.ts';
import { showCount } from '../../view/figures.ts';

export const kindNames: Record<BackupKind, string> = {
  daily: 'Once a day of use',
  asked: 'Asked for',
  migration: 'Before a new version',
  replaced: 'Replaced by a restore',
};

/** What is held of a snapshot. */
export function snapshotState({ purgedAt, isExpired, keepUntil }: KeptSnapshot): string {
  if (purgedAt !== null) return `Purged ${showDate(isoDate(purgedAt.slice(0, 10)))}, counts only`;
  return isExpired && keepUntil !== null ? `Expired ${showDate(keepUntil)}` : 'Held';
}

/** The counts of a purged snapshot, over all risks, by team; null while its cases are held. */
export function countsSentence({ counts, purgedAt }: KeptSnapshot): string | null {
  if (purgedAt === null) return null;
  const byTeam = new Map<string, number>();
  for (const { team, cases } of counts) byTeam.set(team, (byTeam.get(team) ?? 0) + cases);
  return [...byTeam].map(([team, cases]) => `${team} ${showCount(cases)}`).join(', ');
}

/** What a purge takes away for good. */
export function purgeConsequences(snapshots: readonly KeptSnapshot[]): string {
  const cases = snapshots.reduce((sum, one) => sum + one.cases, 0);
  const plans = snapshots.reduce((sum, one) => sum + one.plans, 0);
  const withPlans =
    plans === 0
      ? ''
      : ` ${counted(plans, 'accepted plan keeps', 'accepted plans keep')} figures and no moves.`;
  return `${counted(cases, 'row of a case', 'rows of cases')} in ${counted(snapshots.length, 'snapshot')} (${listed(snapshots.map(({ asAt }) => showDate(asAt)))}) will be gone for good. Counts by team and risk stay.${withPlans}`;
}

/** What a backup holds, and of that what the workspace no longer does. */
export function holdsWords({ problem, holds, stillHolds }: Backup): string {
  if (problem !== null) return problem;
  const held = counted(holds.length, 'snapshot');
  return stillHolds.length === 0
    ? held
    : `${held}; still holds ${listed(stillHolds.map((day) => showDate(day)))}, gone from the workspace`;
}

/** When it was made. */
export const madeWords = ({ madeAt }: Backup): string =>
  `${showDate(isoDate(madeAt.slice(0, 10)))} ${madeAt.slice(11, 16)}`;

/** Which backup is meant, where one is about to be used or removed. */
export const backupWords = (backup: Backup): string =>
  `Made ${madeWords(backup)}: ${backup.file}. ${backup.problem ?? `It holds ${holdsWords(backup)}.`}`;
