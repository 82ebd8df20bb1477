/** The version of the tool, as its package says it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export function toolVersion(): string {
  // Both the source and the build lie two folders deep.
  const url = new URL('../../package.json', import.meta.url);
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(url, 'utf8'))).version;
}
