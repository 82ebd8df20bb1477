/** Where backups lie, what they are called, and which may go: beside the workspace, in a folder of their own. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BackupKind } from '#shared/contract/backup.ts';
import { WORKSPACE_ENDING } from '#shared/contract/workspace.ts';
import { codeOf } from '../errors.ts';

export type BackupFile = { file: string; kind: BackupKind; madeAt: string; bytes: number };

/** `2026-11-25T09-14-00-123Z daily.evenkeel`: an instant that every file system takes as a name. */
const NAME = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2})T(\\d{2})-(\\d{2})-(\\d{2})-(\\d{3})Z (daily|asked|replaced)\\${WORKSPACE_ENDING}$`,
);

export const backupFolder = (path: string): string => `${path}-backups`;

/** A name for a backup made now; its folder is there afterwards. */
export function newBackupFile(path: string, kind: BackupKind, now: Date): string {
  const folder = backupFolder(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  return join(folder, `${stamp} ${kind}${WORKSPACE_ENDING}`);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function inFolder(path: string): BackupFile[] {
  const folder = backupFolder(path);
  return namesIn(folder).flatMap((name) => {
    const [, day, hour, minute, second, millisecond, kind] = NAME.exec(name) ?? [];
    if (kind === undefined) return [];
    const file = join(folder, name);
    const time = [hour, minute, second].join(':');
    const madeAt = `${String(day)}T${time}.${String(millisecond)}Z`;
    return [{ file, kind: kind as BackupKind, madeAt, bytes: statSync(file).size }];
  });
}

/** Copies made before migrations lie directly beside the workspace, named after the version they came before. */
function beforeMigrations(path: string): BackupFile[] {
  const start = `${basename(path)}.before-`;
  return namesIn(dirname(path)).flatMap((name) => {
    if (!name.startsWith(start) || !/^\d+$/.test(name.slice(start.length))) return [];
    const file = join(dirname(path), name);
    const { mtime, size } = statSync(file);
    return [{ file, kind: 'migration' as const, madeAt: mtime.toISOString(), bytes: size }];
  });
}

/** Backups of the workspace at `path`, newest first. Files being written have other names and are not among them. */
export const listBackups = (path: string): BackupFile[] =>
  [...inFolder(path), ...beforeMigrations(path)].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1));

const DAILY_KEPT = 7;
const WEEKLY_KEPT = 4;
const MONTHLY_KEPT = 6;
const OTHERS_KEPT = 3;
const DAY = 86_400_000;

const weekOf = (instant: string): string => String(Math.floor((Date.parse(instant) / DAY + 3) / 7));

/** The newest of each group, for so many groups. */
function newestOf(
  files: readonly BackupFile[],
  groupOf: (file: BackupFile) => string,
  most: number,
): BackupFile[] {
  const seen = new Map<string, BackupFile>();
  for (const file of files) if (!seen.has(groupOf(file))) seen.set(groupOf(file), file);
  return [...seen.values()].slice(0, most);
}

/**
 * Backups that may go: of the daily ones all but those of the last seven days of use, four weeks and six months;
 * of those before migrations and restores all but three. What a person asked for stays until a person removes it.
 * @param files newest first
 */
export function thinnable(files: readonly BackupFile[]): BackupFile[] {
  const daily = files.filter(({ kind }) => kind === 'daily');
  const kept = new Set([
    ...newestOf(daily, ({ madeAt }) => madeAt.slice(0, 10), DAILY_KEPT),
    ...newestOf(daily, ({ madeAt }) => weekOf(madeAt), WEEKLY_KEPT),
    ...newestOf(daily, ({ madeAt }) => madeAt.slice(0, 7), MONTHLY_KEPT),
    ...(['migration', 'replaced'] as const).flatMap((of) =>
      files.filter(({ kind }) => kind === of).slice(0, OTHERS_KEPT),
    ),
    ...files.filter(({ kind }) => kind === 'asked'),
  ]);
  return files.filter((file) => !kept.has(file));
}

/** Whether today's automatic backup is still to be made: none of today, and the file changed since the last copy. */
export function isDailyDue(path: string, now: Date): boolean {
  const [newest] = listBackups(path);
  if (!newest) return true;
  if (newest.madeAt.slice(0, 10) === now.toISOString().slice(0, 10)) return false;
  return statSync(path).mtimeMs > Date.parse(newest.madeAt);
}
