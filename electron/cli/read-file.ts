/** Files named on the command line. Pipes (`<(…)`) are files too; what has no end is not. */
import { createReadStream } from 'node:fs';
import type { Refusal } from './errors.ts';

/** The first bytes of a file, one more than `most` where there are more, so that the caller can tell. */
export async function readUpTo(file: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: most }) as AsyncIterable<Buffer>)
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * The text of a file of at most so many bytes.
 *
 * @throws Refusal as the caller words it, of a file that is larger or cannot be read
 */
export async function readText(
  file: string,
  most: number,
  refuse: { tooLarge: () => Refusal; unreadable: (error: unknown) => Refusal },
): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readUpTo(file, most);
  } catch (error) {
    throw refuse.unreadable(error);
  }
  if (bytes.byteLength > most) throw refuse.tooLarge();
  return new TextDecoder().decode(bytes);
}
