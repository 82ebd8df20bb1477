/** A kept mapping as a file of its own, to be carried to another workspace. */
import { z } from 'zod';
import { FileKind, Mapping, mappingName, type KeptMapping } from '#shared/contract/mapping.ts';
import { MARKING } from '#shared/domain/export.ts';

const FORMAT = 'evenkeel-mapping-1';

const MappingFile = z.strictObject({
  /** Headings and codes of a force's register go with it. */
  marking: z.literal(MARKING).optional(),
  format: z.literal(FORMAT),
  kind: FileKind,
  name: mappingName,
  mapping: Mapping,
});
export type MappingFile = z.infer<typeof MappingFile>;

/** `mapping-area-layout.json` */
export function mappingFileName(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `mapping-${words === '' ? 'kept' : words}.json`;
}

/** The mapping as the text of a file. */
export function mappingFileText({ kind, name, mapping }: KeptMapping): string {
  const file: MappingFile = { marking: MARKING, format: FORMAT, kind, name, mapping };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The mapping in a file, or what is wrong with the file. */
export function readMappingFile(text: string): { file: MappingFile } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: 'Expected a mapping exported from Evenkeel (JSON); this file is no JSON.' };
  }
  const read = MappingFile.safeParse(json);
  if (read.success) return { file: read.data };
  return { problem: `Expected a mapping exported from Evenkeel; ${problems(read.error)}.` };
}

const MOST = 3;

function problems(error: z.ZodError): string {
  const said = error.issues.slice(0, MOST).map(({ path, message }) => {
    const where = path.length === 0 ? 'the file' : `“${path.map(String).join('.')}”`;
    return `${where}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
  });
  const more = error.issues.length - said.length;
  return said.join('; ') + (more > 0 ? `; and ${String(more)} more` : '');
}
