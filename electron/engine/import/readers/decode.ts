/** From bytes to text, piece by piece: the whole text is never held, as a large file would take the memory twice. */
import { isUtf8 } from 'node:buffer';
import { wrongKind } from './kind.ts';

export type Decoded = { encoding: string; pieces: () => Generator<string, void> };

const PIECE = 262_144;

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

/** UTF-16 without a mark shows by zero bytes in every other place. */
function guessUtf16(sample: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0 && index % 2 === 0) even++;
    if (byte === 0 && index % 2 === 1) odd++;
  }
  const half = sample.length / 2;
  if (odd > half * 0.6 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.6 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function encodingOf(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'UTF-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'UTF-16LE';
  if (startsWith(bytes, 0xfe, 0xff)) return 'UTF-16BE';
  const utf16 = guessUtf16(bytes.subarray(0, 4096));
  if (utf16 !== null) return utf16.toUpperCase();
  return isUtf8(bytes) ? 'UTF-8' : 'Windows-1252';
}

const BINARY = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;

function* decodePieces(bytes: Uint8Array, encoding: string): Generator<string, void> {
  const decoder = new TextDecoder(encoding.toLowerCase());
  for (let start = 0; start < bytes.byteLength; start += PIECE) {
    const isLast = start + PIECE >= bytes.byteLength;
    const text = decoder.decode(bytes.subarray(start, start + PIECE), { stream: !isLast });
    if (BINARY.test(text)) {
      throw wrongKind('a file that is not text. Choose the extract that was saved as CSV.');
    }
    yield text;
  }
}

/**
 * The text of a CSV file: UTF-8, UTF-16, or Windows-1252 where it is neither. `pieces` begins anew at each call.
 * The pieces throw AppError import-rejected where the file turns out not to be text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  return { encoding, pieces: () => decodePieces(bytes, encoding) };
}
