/** Files handed over for import, kept in memory until they are used or the engine closes. Nothing is written. */
import { randomUUID } from 'node:crypto';
import { withUnit } from '#shared/planning/figures.ts';
import { AppError } from './errors.ts';

export type Upload = { fileName: string; bytes: Uint8Array };

const MAX_UPLOAD_BYTES = 64 * 1024 * 1024;
const MAX_KEPT_BYTES = 4 * MAX_UPLOAD_BYTES;
const MAX_KEPT = 20;

export type Uploads = {
  add(fileName: string, bytes: Uint8Array): string;
  get(uploadId: string): Upload;
  remove(uploadId: string): void;
  clear(): void;
};

const nameOnly = (fileName: string): string => (fileName.split(/[\\/]/).at(-1) ?? '').slice(0, 200) || 'file';

export function createUploads(): Uploads {
  const kept = new Map<string, Upload>();
  const size = (): number => [...kept.values()].reduce((sum, upload) => sum + upload.bytes.byteLength, 0);

  return {
    add(fileName, bytes) {
      if (bytes.byteLength > MAX_UPLOAD_BYTES) {
        throw new AppError(
          'import-rejected',
          `The file is larger than 64\u00a0MB (${withUnit(String(Math.ceil(bytes.byteLength / 1024 / 1024)), 'MB')}). A caseload of a force is a few megabytes: check that it is the right file.`,
        );
      }
      const uploadId = randomUUID();
      kept.set(uploadId, { fileName: nameOnly(fileName), bytes });
      for (const oldest of kept.keys()) {
        if (kept.size <= MAX_KEPT && size() <= MAX_KEPT_BYTES) break;
        if (oldest !== uploadId) kept.delete(oldest);
      }
      return uploadId;
    },
    get(uploadId) {
      const upload = kept.get(uploadId);
      if (!upload) {
        throw new AppError('not-found', 'The file handed over is no longer held. Choose the file again.');
      }
      return upload;
    },
    remove: (uploadId) => void kept.delete(uploadId),
    clear: () => {
      kept.clear();
    },
  };
}
