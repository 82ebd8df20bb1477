/** `--mapping`: the name of a kept mapping, or a JSON file that one was exported to. */
import { z } from 'zod';
import { FileKind, Mapping, mappingName } from '#shared/contract/mapping.ts';
import { Refusal, systemCode } from './errors.ts';
import { readUpTo } from './read-file.ts';

const MOST_BYTES = 2 * 1024 * 1024;

/** As a mapping is exported. */
export const ExportedMapping = z.object({
  marking: z.string().optional(),
  kind: FileKind,
  name: mappingName,
  mapping: Mapping,
});
export type ExportedMapping = z.infer<typeof ExportedMapping>;

type MappingChoice = { mapping?: Mapping; mappingName?: string };

async function readExported(file: string, kind: FileKind): Promise<Mapping> {
  const bytes = await readUpTo(file, MOST_BYTES);
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Refusal('invalid-input', `"${file}" is not JSON. Expected a mapping as exported.`, { file });
  }
  const parsed = ExportedMapping.safeParse(content);
  if (!parsed.success) {
    const where = parsed.error.issues[0];
    throw new Refusal(
      'invalid-input',
      `"${file}" does not hold a mapping: ${where?.path.map(String).join('.') ?? ''} ${where?.message ?? ''}. Export it again.`,
      { file },
    );
  }
  if (parsed.data.kind === kind) return parsed.data.mapping;
  throw new Refusal(
    'invalid-input',
    `"${file}" holds a mapping for ${parsed.data.kind}, and this is ${kind}. Choose the other mapping.`,
    { file },
  );
}

/** @throws Refusal when the file is no mapping of that kind */
export async function mappingChoice(kind: FileKind, text: string | undefined): Promise<MappingChoice> {
  if (text === undefined) return {};
  if (!/\.json$/i.test(text)) return { mappingName: text };
  try {
    return { mapping: await readExported(text, kind) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const why = systemCode(error) === 'ENOENT' ? 'there is no such file' : 'it cannot be read';
    throw new Refusal('not-found', `Expected a mapping in "${text}", but ${why}.`, { file: text });
  }
}
