/** The recovery key as people print and type it: the file's own key in letters and digits, with a check on typing. */
import { createHash } from 'node:crypto';
import { AppError } from '../errors.ts';
import type { RawKey } from './key.ts';

/** Without I, L, O and U, which are taken for other signs. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_PER_SIGN = 5;
const KEY_BYTES = 32;
const KEY_SIGNS = 52;
const CHECK_SIGNS = 4;
const GROUP = 4;

function toSigns(bytes: Buffer, count: number): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const padded = bits.padEnd(count * BITS_PER_SIGN, '0');
  return Array.from({ length: count }, (_, index) => {
    const part = padded.slice(index * BITS_PER_SIGN, (index + 1) * BITS_PER_SIGN);
    return SIGNS[parseInt(part, 2)] ?? '';
  }).join('');
}

function toBytes(signs: string): Buffer {
  const bits = Array.from(signs)
    .map((sign) => SIGNS.indexOf(sign).toString(2).padStart(BITS_PER_SIGN, '0'))
    .join('');
  return Buffer.from(
    Array.from({ length: KEY_BYTES }, (_, index) => parseInt(bits.slice(index * 8, (index + 1) * 8), 2)),
  );
}

const checkOf = (key: Buffer): string => toSigns(createHash('sha256').update(key).digest(), CHECK_SIGNS);

/** In groups of four, to be read out and typed. */
export function recoveryKeyText({ raw }: RawKey): string {
  const signs = toSigns(raw, KEY_SIGNS) + checkOf(raw);
  return (signs.match(new RegExp(`.{${String(GROUP)}}`, 'g')) ?? []).join('-');
}

/**
 * Reads it back, forgiving small letters, spaces, and signs that look alike.
 * @throws AppError key-wrong when it was not typed as it was printed
 */
export function readRecoveryKey(text: string): RawKey {
  const signs = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const isComplete =
    signs.length === KEY_SIGNS + CHECK_SIGNS && Array.from(signs).every((sign) => SIGNS.includes(sign));
  const raw = isComplete ? toBytes(signs.slice(0, KEY_SIGNS)) : null;
  if (raw && recoveryKeyText({ raw }).replaceAll('-', '') === signs) return { raw };
  throw new AppError(
    'key-wrong',
    `Expected a recovery key of ${String((KEY_SIGNS + CHECK_SIGNS) / GROUP)} groups of ${String(GROUP)} letters and digits; what was typed is none. Compare it with the printed one, group by group.`,
  );
}
