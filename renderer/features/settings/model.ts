/** Settings as the form edits them. */
import { Settings, type Denominator } from '#shared/domain/settings.ts';
import { Fte } from '#shared/domain/units.ts';

export const filterNames = {
  community: 'in the community',
  active: 'actively managed',
  'police-led': 'led by the police',
} as const;
export type FilterKey = keyof typeof filterNames;
export const filterKeys: readonly FilterKey[] = ['community', 'active', 'police-led'];

export const denominatorNames: Record<Denominator, string> = {
  'in-post-fte': 'In post, full-time equivalents',
  'in-post-headcount': 'In post, people',
  'effective-fte': 'In post after abstractions, full-time equivalents',
  'established-fte': 'Established posts, full-time equivalents',
};

/** Filters that a numerator names; none means all RSOs. */
export const filtersOf = (numerator: string): FilterKey[] =>
  filterKeys.filter((key) => numerator.split('+').includes(key));

/** The numerator that filters stand for, always in the same order. */
export const numeratorOf = (filters: readonly FilterKey[]): Settings['ratioNumerator'] => {
  const kept = filterKeys.filter((key) => filters.includes(key));
  return kept.length === 0 ? 'all' : kept.join('+');
};

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
