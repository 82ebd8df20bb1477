/** The log of unexpected errors. It holds where a thing went wrong, never messages or values: those may carry rows. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './errors.ts';

export type Log = (reference: string, operation: string, error: unknown) => void;

const MAX_BYTES = 1024 * 1024;

const framesOf = (error: unknown): string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.startsWith('at '))
        .slice(0, 12)
    : [];

/** A log in `dataFolder/log`, kept to two files of a megabyte. Failing to write it never hides the error itself. */
export function openLog(dataFolder: string): Log {
  const folder = join(dataFolder, 'log');
  const path = join(folder, 'evenkeel.log');
  return (reference, operation, error) => {
    const entry = {
      at: new Date().toISOString(),
      reference,
      operation,
      error: error instanceof Error ? error.name : typeof error,
      code: codeOf(error),
      frames: framesOf(error),
    };
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_BYTES) renameSync(path, `${path}.1`);
      appendFileSync(path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    } catch {
      process.stderr.write(`Evenkeel could not write its log (${reference}).\n`);
    }
  };
}
