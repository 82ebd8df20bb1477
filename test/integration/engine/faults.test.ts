import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, onTestFinished, vi, type TestContext } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import { randomFrom } from '#electron/engine/demo/random.ts';
import { classify } from '#electron/engine/errors.ts';
import { openFile } from '#electron/engine/workspace/open.ts';
import {
  caseload,
  engineWithWorkspace,
  importCaseload,
  newEngine,
  PASSPHRASE,
  refusal,
  temporaryFolder,
} from './support.ts';

// Several engines, each with a key to derive: more time than usual on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const SEED = 20_261_126;
const PLACES = 100;

const rows = (count: number, prefix = 'F'): string =>
  caseload(
    ...Array.from({ length: count }, (_, index) => ({
      reference: `${prefix}${String(index).padStart(5, '0')}`,
    })),
  );

let sound: Buffer;

beforeAll(async () => {
  const engine = await engineWithWorkspace();
  await importCaseload(engine, rows(200));
  await call(engine, 'workspace.close', {});
  sound = readFileSync(engine.path);
}, 60_000);

function written(bytes: Buffer): string {
  const path = join(temporaryFolder(), 'force.evenkeel');
  writeFileSync(path, bytes);
  return path;
}

function casesIn(path: string): number {
  const driver = openFile(path, PASSPHRASE);
  try {
    expect(driver.pragma('integrity_check', { simple: true })).toBe('ok');
    return driver.prepare('SELECT count(*) FROM snapshot_case').pluck().get() as number;
  } finally {
    driver.close();
  }
}

/** How opening is refused; fails where the error is not one that is told in words. */
function openingRefused(path: string): string | null {
  try {
    expect(casesIn(path)).toBe(200);
    return null;
  } catch (error) {
    const known = classify(error);
    if (!known) throw error;
    return known.code;
  }
}

describe('a damaged file', () => {
  it(`with a bit flipped, at ${String(PLACES)} places from a seed, is refused in words and left as it is`, () => {
    const random = randomFrom(SEED);
    const path = written(sound);
    const codes = new Map<string, number>();
    for (let count = 0; count < PLACES; count++) {
      const place = random.int(0, sound.length - 1);
      const flipped = Buffer.from(sound);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << random.int(0, 7));
      writeFileSync(path, flipped);
      const code = openingRefused(path) ?? 'intact';
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (code !== 'intact') expect(readFileSync(path).equals(flipped), code).toBe(true);
    }
    const kinds = ['workspace-corrupt', 'key-wrong', 'intact'];
    for (const code of codes.keys()) expect(kinds).toContain(code);
    expect(codes.get('workspace-corrupt') ?? 0).toBeGreaterThan(PLACES / 2);
  }, 300_000);

  it.each([0, 100, 4096, 4096 * 5, 4096 * 5 + 17])('cut off after %i bytes is refused in words', (length) => {
    const path = written(sound);
    truncateSync(path, length);
    expect(['not-a-workspace', 'workspace-corrupt', 'key-wrong']).toContain(openingRefused(path));
    expect(readFileSync(path)).toHaveLength(length);
  });

  it('whose log was left behind holds what was stored before the log, whole', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, rows(200));
    await call(engine, 'workspace.close', {});
    await call(engine, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });
    await importCaseload(engine, rows(300), 'caseload-2026-11-30.csv');
    expect(existsSync(`${engine.path}-wal`)).toBe(true);
    const path = join(engine.folder, 'alone.evenkeel');
    copyFileSync(engine.path, path);
    expect(casesIn(path)).toBe(200);
  });
});

/** A small disk of its own under the folder; the test is skipped where it may not be made. */
function smallDisk(context: TestContext, kilobytes: number): string {
  // Not a temporary folder of the test's: it must be unmounted before it can be removed.
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-disk-'));
  const options = `size=${String(kilobytes)}k`;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  onTestFinished(() => {
    if (status === 0) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  if (status !== 0) context.skip('A small disk can only be mounted by an administrator on Linux.');
  return folder;
}

describe('a full disk', () => {
  it('is told before a backup is begun, with the room there is, and leaves no part of one', async (context) => {
    const folder = smallDisk(context, 64);
    const engine = await engineWithWorkspace();
    await importCaseload(engine, rows(200));
    const to = join(folder, 'copy.evenkeel');
    const error = await refusal(engine, 'backup.make', { to });
    expect(error).toMatchObject({ code: 'disk-full' });
    expect(error.message).toMatch(/needs [\d.]+\sMB free in .*; there are [\d.]+\sMB/);
    expect([existsSync(to), existsSync(`${to}.part`)]).toEqual([false, false]);
  });

  it('in the middle of an import, a purge or a restore leaves the workspace as it was', async (context) => {
    const folder = smallDisk(context, 1600);
    const engine = newEngine();
    const path = join(folder, 'force.evenkeel');
    await call(engine, 'workspace.create', { path, passphrase: PASSPHRASE });
    await importCaseload(engine, rows(200));
    const elsewhere = join(engine.folder, 'copy.evenkeel');
    await runJob(engine, 'backup.make', { to: elsewhere });
    await expect(importCaseload(engine, rows(9000), 'caseload-2026-11-30.csv')).rejects.toMatchObject({
      error: { code: 'disk-full' },
    });
    expect(await call(engine, 'snapshots.list', {})).toHaveLength(1);
    expect(() => {
      writeFileSync(join(folder, 'filler'), Buffer.alloc(1_600_000));
    }).toThrow('ENOSPC');
    const [held] = await call(engine, 'snapshots.list', {});
    const purge = await refusal(engine, 'retention.purge', { snapshotIds: [held?.id ?? 0] });
    expect(purge.code).toBe('disk-full');
    const back = { path, from: elsewhere, passphrase: PASSPHRASE };
    expect((await refusal(engine, 'backup.restore', back)).code).toBe('disk-full');
    await call(engine, 'workspace.close', {});
    expect(casesIn(path)).toBe(200);
  });
});

describe('a folder that may not be written to', () => {
  it('is told, and the workspace goes on', async (context) => {
    const folder = smallDisk(context, 2000);
    const engine = await engineWithWorkspace();
    await importCaseload(engine, rows(200));
    spawnSync('mount', ['-o', 'remount,ro', folder]);
    const error = await refusal(engine, 'backup.make', { to: join(folder, 'copy.evenkeel') });
    expect(error.code).toBe('read-only');
    expect(await call(engine, 'snapshots.list', {})).toHaveLength(1);
  });
});

async function heldElsewhere(path: string): Promise<ChildProcess> {
  const holder = fileURLToPath(new URL('./hold-open.ts', import.meta.url));
  const child = spawn(process.execPath, [holder, path, PASSPHRASE, `${path}-data`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

describe('a workspace that another program holds', () => {
  it('is not restored over', async () => {
    const path = written(sound);
    const from = join(temporaryFolder(), 'backup.evenkeel');
    writeFileSync(from, sound);
    const child = await heldElsewhere(path);
    const engine = newEngine();
    const back = { path, from, passphrase: PASSPHRASE };
    expect(await refusal(engine, 'backup.restore', back)).toMatchObject({ code: 'workspace-busy' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await call(engine, 'backup.restore', back)).toMatchObject({ snapshots: 1 });
  });
});

describe('the thread that holds the data', () => {
  it('ended in the middle of a command answers in words, and nothing is lost or half stored', async () => {
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    const engine = await engineWithWorkspace();
    await importCaseload(engine, rows(200));
    const worker = posted.mock.contexts[0] as Worker;
    posted.mockRestore();
    const second = importCaseload(engine, rows(3000), 'caseload-2026-11-30.csv');
    const stop = engine.subscribe((event) => {
      if (event.topic === 'job' && event.step.startsWith('Storing')) void worker.terminate();
    });
    await expect(second).rejects.toMatchObject({ error: { code: 'unavailable' } });
    stop();
    expect(await refusal(engine, 'snapshots.list', {})).toMatchObject({ code: 'unavailable' });
    const other = newEngine();
    await call(other, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });
    expect(await call(other, 'snapshots.list', {})).toMatchObject([{ cases: 200 }]);
  });
});
