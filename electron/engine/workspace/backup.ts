/** A verified copy beside the workspace: written under another name, proven, then renamed. */
import { chmodSync, renameSync, rmSync } from 'node:fs';
import { openDriver, type Driver, type Key } from './key.ts';
import { versionOf } from './migrate.ts';

/**
 * Copies the open workspace to `target`, encrypted with the same key.
 * @throws when the copy cannot be read back whole; `target` is then as it was
 */
export function backUp(driver: Driver, key: Key, target: string): void {
  const unfinished = `${target}.part`;
  rmSync(unfinished, { force: true });
  try {
    driver.prepare('VACUUM INTO ?').run(unfinished);
    chmodSync(unfinished, 0o600);
    const copy = openDriver(unfinished, key, { mustExist: true });
    try {
      const isWhole = copy.pragma('integrity_check', { simple: true }) === 'ok';
      if (!isWhole || versionOf(copy) !== versionOf(driver)) {
        throw new Error('The copy made before the change could not be read back.');
      }
    } finally {
      copy.close();
    }
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
