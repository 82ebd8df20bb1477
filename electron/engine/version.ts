/** The version of the tool, as its package says it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export function toolVersion(): string {
  const url = new URL(
    import.meta.url.endsWith('.ts') ? '../../package.json' : '../../../package.json',
    import.meta.url,
  );
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(url, 'utf8'))).version;
}
