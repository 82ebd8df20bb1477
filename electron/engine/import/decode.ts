/** From bytes to text: what kind of file it is, and in which encoding. */
import { AppError } from '../errors.ts';

export type Decoded = { text: string; encoding: string };

const startsWith = (bytes: Uint8Array, ...prefix: number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

function refuse(found: string, details: Record<string, unknown> = {}): never {
  throw new AppError('import-rejected', `A CSV file was expected, found ${found}`, details);
}

function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.byteLength === 0) refuse('an empty file. Export the extract again and check its size.');
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    refuse(
      'an Excel file or another ZIP archive. Excel files come with a later version: open it in Excel and save it as CSV.',
    );
  }
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    refuse('an old Excel or Word file. Open it in Excel and save it as CSV.');
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) refuse('a PDF. Ask for the extract as CSV.');
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) {
    refuse('a picture. Choose the extract that was saved as CSV.');
  }
}

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

function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf))
    return { text: new TextDecoder().decode(bytes), encoding: 'UTF-8' };
  const marked = startsWith(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : startsWith(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : null;
  const utf16 = marked ?? guessUtf16(bytes.subarray(0, 4096));
  if (utf16 !== null) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16.toUpperCase() };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

const BINARY = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * The text of a CSV file: UTF-8, UTF-16, or Windows-1252 where it is neither.
 * @throws AppError import-rejected for an empty file or one that is not text
 */
export function decode(bytes: Uint8Array): Decoded {
  refuseOtherKinds(bytes);
  const decoded = decodeText(bytes);
  if (BINARY.test(decoded.text)) refuse('a file that is not text. Choose the extract that was saved as CSV.');
  if (decoded.text.trim() === '') refuse('a file with nothing but blank lines. Export the extract again.');
  return decoded;
}
