/** Settings as the form edits them. */
import { isoDate, showDate } from '#shared/domain/dates.ts';
import { Settings } from '#shared/domain/settings.ts';
import { Fte } from '#shared/domain/units.ts';

/** Establishment with one team's posts set; null says that they are not known. */
export function withEstablished(settings: Settings, team: string, value: number | null): Settings {
  const others = Object.entries(settings.establishedFte).filter(([name]) => name !== team);
  const own = value === null ? [] : [[team, Fte.parse(value)] as const];
  return { ...settings, establishedFte: Object.fromEntries([...others, ...own]) };
}

/** What is wrong with settings, in words; empty when they can be saved. */
export function settingsProblems(settings: Settings): string[] {
  const result = Settings.safeParse(settings);
  return result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

/** Teams of the snapshot, and those that only the establishment names, in order. */
export const establishedTeams = (settings: Settings, teams: readonly string[]): string[] =>
  [...new Set([...teams, ...Object.keys(settings.establishedFte)])].sort((a, b) => a.localeCompare(b));

/** What stands beside the recovery key's button. */
export const shownOn = (instant: string | null): string =>
  instant === null
    ? 'No recovery key of this passphrase has been made.'
    : `A recovery key was shown on ${showDate(isoDate(instant.slice(0, 10)))}. If it is lost, change the passphrase and have another made.`;
