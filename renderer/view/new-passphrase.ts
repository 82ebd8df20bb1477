/** A new passphrase as it is typed twice. */
import { passphraseWeakness } from '#shared/domain/passphrase.ts';

export type TypedTwice = { first: string; second: string };

export const nothingTyped: TypedTwice = { first: '', second: '' };

/** What is wrong with each of the two, or null. */
export function passphraseProblems({ first, second }: TypedTwice): {
  first: string | null;
  second: string | null;
} {
  const weakness = passphraseWeakness(first);
  if (weakness !== null) return { first: `Needed: ${weakness}.`, second: null };
  return { first: null, second: first === second ? null : 'The two passphrases differ.' };
}

export const isPassphraseGood = (typed: TypedTwice): boolean => {
  const { first, second } = passphraseProblems(typed);
  return first === null && second === null;
};
