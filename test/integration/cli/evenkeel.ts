/** Runs the command line as people do: another process, its streams and its exit code. */
import { spawn } from 'node:child_process';
import { built } from '../../../build/parts/paths.ts';

export const entry = built('cli');

export type Ended = { code: number | null; out: string; err: string };

export function evenkeel(args: readonly string[], dataFolder: string) {
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, EVENKEEL_DATA: dataFolder },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, out, err });
    });
  });
  return { child, ended };
}

export const run = (args: readonly string[], dataFolder: string): Promise<Ended> =>
  evenkeel(args, dataFolder).ended;
