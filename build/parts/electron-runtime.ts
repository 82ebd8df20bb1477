/** Finds Electron's runtime, which the package does not bring along, and tries once to obtain it. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.ts';

const packageFolder = join(root, 'node_modules', 'electron');

/** The runtime's program, or null. Looks at files only: asking the package itself would start a download. */
export function findElectron(folder: string = packageFolder): string | null {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  const program = join(dist, readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/** A network that drops what it does not allow gives no answer at all; this is how long we listen. */
const SILENCE_MS = 12_000;
const WHOLE_MS = 10 * 60_000;

function bytesUnder(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) =>
      sum +
      (entry.isFile()
        ? (statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0)
        : 0),
    0,
  );
}

/** The first line that says what went wrong, without a stack. */
export function reasonIn(output: string): string {
  const line = output.split('\n').find((text) => /error|failed|ENOTFOUND|ECONN|HTTP/i.test(text));
  return (line ?? 'no answer')
    .trim()
    .replace(/^\w*Error: /, '')
    .slice(0, 120);
}

/**
 * Runs the package's own installer, quietly. Null when the runtime is there afterwards, else the reason why
 * not. Ends early when nothing arrives.
 */
export async function fetchElectron(
  folder: string = packageFolder,
  silenceMs = SILENCE_MS,
): Promise<string | null> {
  const installer = join(folder, 'install.js');
  if (!existsSync(installer)) return 'the package "electron" is not installed';
  const scratch = mkdtempSync(join(tmpdir(), 'evenkeel-electron-'));
  const child = spawn(process.execPath, [installer], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: scratch, TMP: scratch, TEMP: scratch, ELECTRON_GET_USE_PROXY: '1' },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));

  const started = Date.now();
  let lastBytes = 0;
  let lastNews = started;
  const watch = setInterval(() => {
    const bytes = bytesUnder(scratch) + bytesUnder(join(folder, 'dist'));
    if (bytes !== lastBytes) lastNews = Date.now();
    lastBytes = bytes;
    if (Date.now() - lastNews > silenceMs || Date.now() - started > WHOLE_MS) child.kill();
  }, 500);
  try {
    await new Promise<void>((resolve) => {
      child.once('close', () => {
        resolve();
      });
      child.once('error', () => {
        resolve();
      });
    });
  } finally {
    clearInterval(watch);
    rmSync(scratch, { recursive: true, force: true });
  }
  return findElectron(folder) === null ? reasonIn(output) : null;
}
