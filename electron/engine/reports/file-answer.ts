import { exportFile } from '#shared/domain/export.ts';

/** A file as an operation answers it (`fileFields`): named and typed by the one door that all files pass. */
export function fileAnswer(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
): { name: string; type: string; base64: string } {
  const { type } = exportFile({ name, content });
  return { name, type, base64: Buffer.from(content).toString('base64') };
}
