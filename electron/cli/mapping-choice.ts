/** `--mapping`: the name of a kept mapping, or a JSON file that one was exported to. */
import { z } from 'zod';
import { FileKind, Mapping, mappingName } from '#shared/contract/mapping.ts';
import { Refusal } from './errors.ts';
import { readJson } from './read-json.ts';

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
  const exported = await readJson(file, ExportedMapping, 'a mapping as exported');
  if (exported.kind === kind) return exported.mapping;
  throw new Refusal(
    'invalid-input',
    `"${file}" holds a mapping for ${exported.kind}, and this is ${kind}. Choose the other mapping.`,
    { file },
  );
}

/** @throws Refusal when the file is no mapping of that kind */
export async function mappingChoice(kind: FileKind, text: string | undefined): Promise<MappingChoice> {
  if (text === undefined) return {};
  return /\.json$/i.test(text) ? { mapping: await readExported(text, kind) } : { mappingName: text };
}
