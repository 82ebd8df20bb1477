/** Kills a process of its own at moments from a seed, while it does one thing to a copy of a workspace. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Random } from '#electron/engine/demo/random.ts';
import { PASSPHRASE } from './support.ts';

export type Work = 'accept' | 're-key' | 'purge' | 'backup' | 'restore' | 'migration';

/** The passphrase that a re-key sets. */
export const NEXT_PASSPHRASE = 'nine quiet otters';

type Ended = { isKilled: boolean; isDone: boolean; milliseconds: number };

/** @param wait milliseconds from the beginning of the work to the kill; null lets it end */
export async function doUntilKilled(
  work: Work,
  path: string,
  from: string,
  wait: number | null,
): Promise<Ended> {
  const program = fileURLToPath(new URL('./do-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, [program, work, path, PASSPHRASE, from, NEXT_PASSPHRASE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let began = 0;
  let milliseconds = 0;
  let isDone = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'ready') {
      began = performance.now();
      if (wait !== null) setTimeout(() => child.kill('SIGKILL'), wait);
    } else if (line === 'done') {
      milliseconds = performance.now() - began;
      isDone = true;
    }
  });
  const signal = await new Promise<string | null>((resolve) =>
    child.once('close', (_, by: string | null) => {
      resolve(by);
    }),
  );
  return { isKilled: signal === 'SIGKILL', isDone, milliseconds };
}

/** Moments spread over the time that the work takes when nobody kills it. */
export const momentsOf = (random: Random, count: number, milliseconds: number): number[] =>
  Array.from({ length: count }, () => random.int(0, Math.ceil(milliseconds)));
