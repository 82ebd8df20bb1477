import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { built, root } from '../../../build/parts/paths.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-ending-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Started = { child: ChildProcess; said: () => string };

/** A program of its own, with a fault that waits for a signal, once it has said something. */
async function start(fault: string, program: string[], says: 'stdout' | 'stderr'): Promise<Started> {
  const planted = `data:text/javascript,process.once("SIGUSR2",()=>{${encodeURIComponent(fault)}})`;
  const child = spawn(process.execPath, ['--import', planted, ...program], {
    cwd: root,
    env: { ...process.env, EVENKEEL_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  await once(createInterface({ input: child[says] }), 'line');
  return { child, said: () => errors };
}

const startHost = (fault: string): Promise<Started> => start(fault, [built('loopback')], 'stdout');

it.runIf(process.platform !== 'win32').each([
  ['an error that nobody caught', 'throw new Error("planted fault")'],
  ['a promise that nobody awaited', 'void Promise.reject(new Error("planted fault"))'],
])('%s ends in a message and a clean close', async (_what, fault) => {
  const { child, said } = await startHost(fault);
  const ended = once(child, 'exit');
  child.kill('SIGUSR2');
  expect(await ended).toEqual([1, null]);
  expect(said()).toContain('Evenkeel has to close. Something unexpected went wrong (planted fault).');
  expect(said()).not.toMatch(/^\s+at /m);
});

it.runIf(process.platform !== 'win32')('a signal ends it without a fault', async () => {
  const { child, said } = await startHost('');
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(said()).toBe('');
});

it.runIf(process.platform !== 'win32')(
  'at the command line too, and what the command was about to make is taken away',
  async () => {
    const path = join(folder, 'begun.evenkeel');
    const program = [built('cli'), 'demo', '--workspace', path];
    const { child, said } = await start('throw new Error("planted fault")', program, 'stderr');
    expect(existsSync(`${path}.part`)).toBe(true);
    const ended = once(child, 'exit');
    child.kill('SIGUSR2');
    expect(await ended).toEqual([1, null]);
    expect(said()).toContain('Evenkeel has to close. Something unexpected went wrong (planted fault).');
    expect(said()).not.toMatch(/^\s+at /m);
    expect(readdirSync(folder).filter((name) => name.startsWith('begun'))).toEqual([]);
  },
);
