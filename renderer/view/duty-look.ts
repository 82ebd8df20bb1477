/** The colour of each duty, by its role: the same everywhere, whatever the order of the duties. */

/** Not a duty of the standards: what cases that are expected to join will owe. No duty's key holds a space. */
export const JOINERS_KEY = 'expected joiners';

const known: Record<string, string> = {
  visit: 'var(--duty-visit)',
  arms: 'var(--duty-arms)',
  rmp: 'var(--duty-rmp)',
  pnd: 'var(--duty-pnd)',
  notification: 'var(--duty-notification)',
  signoff: 'var(--duty-signoff)',
  [JOINERS_KEY]: 'var(--duty-expected)',
};
const OWN = ['var(--duty-own-1)', 'var(--duty-own-2)', 'var(--duty-own-3)'];

/** Colours of the duties given; those a force has added take the spare ones in the order of their keys. */
export function dutyColours(keys: readonly string[]): ReadonlyMap<string, string> {
  const own = keys.filter((key) => !(key in known)).sort();
  return new Map(
    keys.map((key) => [key, known[key] ?? OWN[own.indexOf(key) % OWN.length] ?? 'var(--duty-expected)']),
  );
}
