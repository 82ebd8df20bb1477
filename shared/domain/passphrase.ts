/** What a new passphrase must be. Said in one way by the contract, the page and the command line. */

/** The shortest passphrase a new workspace takes. */
export const MIN_PASSPHRASE_LENGTH = 10;
const MIN_DIFFERENT = 6;
/** From this share of neighbouring keys or letters on, a passphrase is a run. */
const RUN_SHARE = 0.6;

/** Keys as they lie beside each other, and letters and digits as they follow each other. */
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** What people take when they are asked for a passphrase, alone or with digits around it. */
const WIDELY_USED = [
  'password',
  'passwort',
  'passphrase',
  'letmein',
  'welcome',
  'changeme',
  'administrator',
  'evenkeel',
  'mosovo',
  'visor',
  'police',
  'constabulary',
  'offender',
  'official',
  'sensitive',
  'football',
  'liverpool',
  'summer',
  'winter',
  'autumn',
  'spring',
];

const LOOK_ALIKE: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

const isNeighbour = (one: string, next: string): boolean =>
  one === next || ROWS.some((row) => row.includes(one + next) || row.includes(next + one));

function isRun(text: string): boolean {
  const signs = Array.from(text);
  const neighbours = signs.slice(1).filter((sign, index) => isNeighbour(signs[index] ?? '', sign)).length;
  return neighbours / (signs.length - 1) >= RUN_SHARE;
}

/** Letters only: once as they stand, once without what is around them and signs read as the letters they stand for. */
function lettersOf(text: string): string[] {
  const within = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const read = Array.from(within)
    .map((sign) => LOOK_ALIKE[sign] ?? sign)
    .join('');
  return [text, read].map((form) => form.replace(/[^\p{L}]/gu, ''));
}

const isWidelyUsed = (text: string): boolean =>
  lettersOf(text).some((letters) =>
    WIDELY_USED.some((word) => letters === word || letters === word.repeat(2)),
  );

/**
 * What a new passphrase lacks, as what is expected of it; null when it will do. It never repeats the passphrase.
 * The rule finds what is guessed first; it cannot tell a good passphrase from a bad one that looks like it.
 */
export function passphraseWeakness(passphrase: string): string | null {
  const text = passphrase.normalize('NFC').toLowerCase();
  const signs = Array.from(text);
  if (signs.length < MIN_PASSPHRASE_LENGTH) {
    return `at least ${String(MIN_PASSPHRASE_LENGTH)} characters; three words that have nothing to do with each other are best`;
  }
  if (new Set(signs).size < MIN_DIFFERENT) return `at least ${String(MIN_DIFFERENT)} different characters`;
  if (isRun(text)) return 'something other than keys or letters in their order';
  if (isWidelyUsed(text))
    return 'something other than one widely used word, with or without digits around it';
  return null;
}
