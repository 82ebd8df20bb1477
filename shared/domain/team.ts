/** Teams are known by name; spelling that differs by case, spaces or apostrophe is one team. */

/** The key under which spellings of a team's name fall together. */
export function teamKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The name as shown: no outer or doubled spaces, straight apostrophes. */
export const tidyName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
