/** Files that commands write. */
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Option } from 'commander';
import { Refusal, systemCode, UsageError } from './errors.ts';

/** How a file of several formats is asked for. */
export const formatOption = (formats: readonly string[]): Option =>
  new Option('--format <format>', 'how it is written; by the ending of the file when absent').choices(
    formats,
  );

/** The format named, or the one that the file's name ends in. */
export function formatOf<T extends string>(
  formats: readonly T[],
  { format, out }: { format?: T; out: string },
): T {
  const ending = extname(out).slice(1).toLowerCase();
  const found = format ?? formats.find((one) => one === ending);
  if (found !== undefined) return found;
  throw new UsageError(
    `Expected --format, or a file name that ends in one of ${formats.join(', ')}; found "${out}".`,
  );
}

/** Written whole before it takes the place of what stands there; a pipe or a device is written to as it is. */
async function replace(file: string, content: Uint8Array): Promise<void> {
  const isOther = await stat(file).then(
    (found) => !found.isFile(),
    () => false,
  );
  if (isOther) return writeFile(file, content);
  const part = `${file}.part`;
  try {
    await writeFile(part, content, { mode: 0o600 });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Replaces a file of that name, all of it or nothing; only its owner may read it. */
export async function write(file: string, content: Uint8Array): Promise<void> {
  try {
    await replace(file, content);
  } catch (error) {
    const why = systemCode(error) ?? 'unknown reason';
    throw new Refusal('unavailable', `"${file}" could not be written (${why}). Choose another place.`);
  }
}
