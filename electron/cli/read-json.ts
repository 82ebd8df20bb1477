/** JSON files named on the command line, held against the shape that they have to have. */
import type { z } from 'zod';
import { Refusal, systemCode } from './errors.ts';
import { readText } from './read-file.ts';

const MOST_BYTES = 2 * 1024 * 1024;

/** What stands where the shape does not fit, when it can be said in a word; a missing one zod tells itself. */
function foundAt(content: unknown, path: readonly PropertyKey[]): string {
  let found: unknown = content;
  for (const key of path) found = (found as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return typeof found === 'string' || typeof found === 'number' ? `, found ${JSON.stringify(found)}` : '';
}

function whyNot(content: unknown, issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'it does not fit';
  const where = issue.path.map(String).join('.');
  return `${where === '' ? '' : `${where}: `}${issue.message}${foundAt(content, issue.path)}`;
}

/**
 * What a JSON file holds.
 *
 * @param what the file should hold, with its article: `a scenario (name, description and changes)`
 * @throws Refusal when it cannot be read, is no JSON, or holds something else
 */
export async function readJson<S extends z.ZodType>(
  file: string,
  schema: S,
  what: string,
): Promise<z.output<S>> {
  const text = await readText(file, MOST_BYTES, {
    tooLarge: () =>
      new Refusal('invalid-input', `"${file}" is too large to hold ${what}. Choose another file.`, { file }),
    unreadable: (error) => {
      const why = systemCode(error) === 'ENOENT' ? 'there is no such file' : 'it cannot be read';
      return new Refusal('not-found', `Expected ${what} in "${file}", but ${why}.`, { file });
    },
  });
  const refuse = (why: string): Refusal =>
    new Refusal(
      'invalid-input',
      `Expected ${what} in "${file}": ${why}. Correct it, or choose another file.`,
      {
        file,
      },
    );
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw refuse('it is not JSON');
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  throw refuse(whyNot(content, parsed.error.issues[0]));
}
