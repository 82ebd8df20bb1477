import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { root } from '../../../build/parts/paths.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-ending-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The host as a program of its own, with a fault that waits for a signal. */
async function start(fault: string): Promise<{ child: ChildProcess; said: () => string }> {
  const planted = `data:text/javascript,process.once("SIGUSR2",()=>{${encodeURIComponent(fault)}})`;
  const child = spawn(process.execPath, ['--import', planted, 'electron/loopback/index.ts'], {
    cwd: root,
    env: { ...process.env, EVENKEEL_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  await once(createInterface({ input: child.stdout }), 'line');
  return { child, said: () => errors };
}

it.runIf(process.platform !== 'win32').each([
  ['an error that nobody caught', 'throw new Error("planted fault")'],
  ['a promise that nobody awaited', 'void Promise.reject(new Error("planted fault"))'],
])('%s ends in a message and a clean close', async (_what, fault) => {
  const { child, said } = await start(fault);
  const ended = once(child, 'exit');
  child.kill('SIGUSR2');
  expect(await ended).toEqual([1, null]);
  expect(said()).toContain('Evenkeel has to close. Something unexpected went wrong (planted fault).');
  expect(said()).not.toMatch(/^\s+at /m);
});

it.runIf(process.platform !== 'win32')('a signal ends it without a fault', async () => {
  const { child, said } = await start('');
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(said()).toBe('');
});
