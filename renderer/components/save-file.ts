import type { ExportFile } from '#shared/domain/export.ts';

/** Hands a file over: the browser puts it into its downloads folder, or asks where. */
export function saveFile({ name, content, type }: ExportFile): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
