import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecoveryKey, recoveryKeyText } from '#electron/engine/workspace/recovery-key.ts';

const aKey = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => ({ raw: Buffer.from(bytes) }));

describe('a recovery key', () => {
  it('is read back as it was printed, however it is typed', () => {
    fc.assert(
      fc.property(aKey, (key) => {
        const text = recoveryKeyText(key);
        const typed = text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(readRecoveryKey(text)).toEqual(key);
        expect(readRecoveryKey(` ${typed}\n`)).toEqual(key);
      }),
    );
  });

  it('with one sign wrong, or two beside each other swapped, is found to be mistyped', () => {
    fc.assert(
      fc.property(
        aKey,
        fc.nat(54),
        fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')),
        (key, at, sign) => {
          const signs = recoveryKeyText(key).replaceAll('-', '');
          const wrong = signs.slice(0, at) + sign + signs.slice(at + 1);
          const swapped =
            signs.slice(0, at) + (signs[at + 1] ?? '') + (signs[at] ?? '') + signs.slice(at + 2);
          for (const typed of [wrong, swapped]) {
            if (typed !== signs) expect(() => readRecoveryKey(typed)).toThrow('group by group');
          }
        },
      ),
    );
  });

  it.each(['', 'ABCD', 'a passphrase instead', '!'.repeat(56), '0'.repeat(57)])('is not “%s”', (text) => {
    expect(() => readRecoveryKey(text)).toThrow('14 groups of 4');
  });
});
