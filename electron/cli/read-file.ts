/** Files named on the command line. Pipes (`<(…)`) are files too; what has no end is not. */
import { createReadStream } from 'node:fs';

/** The first bytes of a file, one more than `most` where there are more, so that the caller can tell. */
export async function readUpTo(file: string, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: most }) as AsyncIterable<Buffer>)
    chunks.push(chunk);
  return Buffer.concat(chunks);
}
