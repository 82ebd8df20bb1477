import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passphraseWeakness } from '#shared/domain/passphrase.ts';

describe('a new passphrase', () => {
  it.each([
    ['short', 'at least 10 characters'],
    ['aaaaaaaaaaaaaaaa', 'different characters'],
    ['abababababab', 'different characters'],
    ['abcdefghijkl', 'in their order'],
    ['1234567890ab', 'in their order'],
    ['qwertyuiop12', 'in their order'],
    ['Password12345!', 'widely used word'],
    ['P@ssw0rd!!2026', 'widely used word'],
    ['ConstabularyConstabulary', 'widely used word'],
  ])('“%s” is refused, and why is said', (passphrase, why) => {
    expect(passphraseWeakness(passphrase)).toContain(why);
  });

  it.each([
    'seven calm herons',
    'correct horse battery',
    'naïve café 🙂',
    'пароль и ключ',
    "it's “quoted” twice",
  ])('“%s” will do', (passphrase) => {
    expect(passphraseWeakness(passphrase)).toBeNull();
  });

  it('is judged alike however its letters are composed, and never repeated', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const weakness = passphraseWeakness(text);
        expect(passphraseWeakness(text.normalize('NFD'))).toBe(weakness);
        if (text.trim().length >= 8) expect(weakness ?? '').not.toContain(text);
      }),
    );
  });
});
