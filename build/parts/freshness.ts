/** Builds what is missing or older than its sources, and nothing else. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

type Target = { config: string; result: string; sources: readonly string[] };

export const page: Target = {
  config: 'build/vite.page.ts',
  result: 'dist/page/index.html',
  sources: ['renderer', 'shared', 'build/vite.page.ts', 'package-lock.json'],
};
export const backend: Target = {
  config: 'build/vite.electron.ts',
  result: 'dist/electron/main.js',
  sources: ['electron', 'shared', 'build/vite.electron.ts', 'package-lock.json'],
};

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** When the newest file under a path was changed; 0 when there is none. */
function newestChange(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  // The folder's own time tells of files taken away.
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .map((entry) => changedAt(join(entry.parentPath, entry.name)))
    .reduce((newest, time) => Math.max(newest, time), stats.mtimeMs);
}

export function isFresh(target: Target, folder: string = root): boolean {
  const built = changedAt(join(folder, target.result));
  return built > 0 && target.sources.every((source) => newestChange(join(folder, source)) <= built);
}

/** The whole application, page and backend. */
export async function buildAllIfStale(): Promise<void> {
  await buildIfStale(page);
  await buildIfStale(backend);
}

export async function buildIfStale(target: Target): Promise<void> {
  if (isFresh(target)) return;
  // Loading the builder takes longer than most of what is started.
  const { build } = await import('vite');
  await build({ configFile: join(root, target.config), logLevel: 'warn' });
}
