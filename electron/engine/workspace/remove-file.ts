import { rmSync } from 'node:fs';

/** Removes what SQLite keeps beside a workspace file: its logs must never meet another file of that name. */
export function removeBeside(path: string): void {
  for (const ending of ['-wal', '-shm', '-journal']) rmSync(`${path}${ending}`, { force: true });
}

/** Removes a workspace file and what SQLite keeps beside it. */
export function removeFile(path: string): void {
  rmSync(path, { force: true });
  removeBeside(path);
}
