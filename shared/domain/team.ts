/** Teams are known by name; spelling that differs by case, spaces or apostrophe is one team. */

/** Few names are asked for, of every case anew. */
const known = new Map<string, string>();
const MOST_KNOWN = 1000;

/** The key under which spellings of a team's name fall together. */
export function teamKey(name: string): string {
  const held = known.get(name);
  if (held !== undefined) return held;
  const key = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/\s+/g, ' ')
    .trim();
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, key);
  return key;
}

/** True when both name one team; no name is no team. */
export const isSameTeam = (name: string | null, other: string): boolean =>
  name !== null && (name === other || teamKey(name) === teamKey(other));

/** A team's part of what there is by team; the force's where no team is named, nothing for a team that is not there. */
export const partOf = <T extends { team: string | null }>(
  { teams, force }: { teams: readonly T[]; force: T },
  team: string | null,
): T | undefined => (team === null ? force : teams.find((one) => isSameTeam(one.team, team)));

/** The name as shown: no outer or doubled spaces, straight apostrophes. */
export const tidyName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
