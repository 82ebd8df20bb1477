/** Files that commands write. */
import { writeFile } from 'node:fs/promises';
import { Refusal, systemCode } from './errors.ts';

/** Replaces a file of that name; only its owner may read it. */
export async function write(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes, { mode: 0o600 });
  } catch (error) {
    const why = systemCode(error) ?? 'unknown reason';
    throw new Refusal('unavailable', `"${file}" could not be written (${why}). Choose another place.`);
  }
}
