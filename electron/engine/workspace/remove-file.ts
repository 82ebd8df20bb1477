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

/** As {@link removeFile}, where something else is to be told, or done, that a failure must not hide or hinder. */
export function tryRemove(...paths: string[]): void {
  for (const path of paths) {
    try {
      removeFile(path);
    } catch {
      // Left behind, it is encrypted like the workspace itself.
    }
  }
}

/** The copies that stand beside a workspace while its passphrase is changed or its own key is told. */
export const passingCopies = (path: string): Record<'before' | 'changed' | 'check', string> => ({
  before: `${path}.before-passphrase`,
  changed: `${path}.part`,
  check: `${path}.check`,
});

/**
 * Removes the passing copies that a killed process left beside a workspace, finished or not: a passphrase that is no
 * longer in use may open them. For whoever holds the workspace open, as then nobody is at work on them.
 */
export function removeLeftBehind(path: string): void {
  const { before, changed, check } = passingCopies(path);
  tryRemove(before, `${before}.part`, changed, check, `${check}.part`);
}
