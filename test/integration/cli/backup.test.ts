import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from './evenkeel.ts';

let folder: string;
let open: string[];

async function json(...args: string[]): Promise<unknown> {
  const ended = await run([...args, ...open, '--json'], join(folder, 'data'));
  expect(ended.err, ended.err).not.toContain('unexpected');
  return JSON.parse(ended.out);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-cli-'));
  const key = join(folder, 'key.txt');
  writeFileSync(key, 'correct horse battery\n');
  open = ['--workspace', join(folder, 'force.evenkeel'), '--passphrase-file', key];
  await json('init');
  const caseload = join(folder, 'caseload-2026-09-30.csv');
  writeFileSync(
    caseload,
    'Reference,Team,Offender manager,Risk,Status,Management,Last visit,Next visit due\nR1,North,1001,High,Community,Active,14/09/2026,14/12/2026\n',
  );
  expect(await json('import', 'caseload', caseload)).toMatchObject({ accepted: 1 });
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('backs up, purges, tells what backups still hold, and restores', async () => {
  const out = join(folder, 'copy.evenkeel');
  expect(await json('backup', '--out', out)).toMatchObject({ file: out, verified: true });
  expect(await json('purge', '--before', '2026-10-01')).toMatchObject({
    purged: [{ asAt: '2026-09-30', cases: 1, plans: 0 }],
  });
  const { backups } = (await json('backup', 'list')) as { backups: Array<{ stillHolds: string[] }> };
  // The one made by itself as the workspace was opened again.
  expect(backups.map(({ stillHolds }) => stillHolds)).toEqual([['2026-09-30']]);
  const restored = (await json('restore', out)) as { replaced: string };
  expect(restored).toMatchObject({ snapshots: 1 });
  expect(existsSync(restored.replaced)).toBe(true);
  expect(await json('retention')).toMatchObject({ snapshots: [{ asAt: '2026-09-30', purgedAt: null }] });
  expect(await json('purge')).toMatchObject({ error: { code: 'invalid-input' } });
}, 240_000);
