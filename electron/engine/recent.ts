/** Workspaces opened before on this computer: a small file in the data folder, written whole or not at all. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecentWorkspace } from '#shared/contract/workspace.ts';
import { z } from 'zod';

const MAX_KEPT = 12;
const Kept = RecentWorkspace.omit({ exists: true });
type Kept = z.infer<typeof Kept>;

export type RecentList = {
  list(): RecentWorkspace[];
  remember(entry: Kept): void;
  forget(path: string): void;
};

export function openRecentList(dataFolder: string): RecentList {
  const path = join(dataFolder, 'recent.json');

  /** A list that cannot be read is an empty one: it only saves a person some typing. */
  const read = (): Kept[] => {
    try {
      return z.array(Kept).parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return [];
    }
  };
  const write = (entries: Kept[]): void => {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    const unfinished = `${path}.${String(process.pid)}.part`;
    writeFileSync(unfinished, JSON.stringify(entries, null, 2), { mode: 0o600 });
    renameSync(unfinished, path);
  };

  return {
    list: () => read().map((entry) => ({ ...entry, exists: existsSync(entry.path) })),
    remember: (entry) => {
      try {
        write([entry, ...read().filter((other) => other.path !== entry.path)].slice(0, MAX_KEPT));
      } catch {
        // A data folder that cannot be written to must not keep anybody from a workspace.
      }
    },
    forget: (forgotten) => {
      write(read().filter((entry) => entry.path !== forgotten));
    },
  };
}
