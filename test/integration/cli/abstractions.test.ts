import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, type Ended } from './evenkeel.ts';

/** Several programs start one after the other. */
const SLOW_MACHINE_MS = 300_000;

let folder: string;
let open: string[];
const start = (...args: string[]): Promise<Ended> => run([...args, ...open], join(folder, 'data'));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-cli-'));
  const key = join(folder, 'key');
  writeFileSync(key, 'correct horse battery');
  open = ['--workspace', join(folder, 'a.evenkeel'), '--passphrase-file', key];
  await start('init');
}, SLOW_MACHINE_MS);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('abstractions', () => {
  it(
    'are added, listed and reviewed',
    async () => {
      const about = ['--officer', '101', '--from', '2026-10-10', '--hours', '8'];
      const added = await start(
        'abstractions',
        'add',
        ...about,
        '--reason',
        'operational/football',
        '--json',
      );
      expect(added.code).toBe(0);
      expect(JSON.parse(added.out)).toMatchObject({
        row: { collar: '101', group: 'Operational', toOtherPolicing: true, kind: 'other-policing' },
      });
      const again = await start('abstractions', 'add', ...about, '--reason', 'Operational/Football');
      expect(again.code).toBe(1);
      const listed = await start('abstractions', '--kind', 'other-policing', '--json');
      expect(JSON.parse(listed.out)).toMatchObject({ total: 1, hours: 8 });
      expect(await start('abstractions', 'review', '--note', 'Seen')).toMatchObject({ code: 2 });
      const reviewed = await start('abstractions', 'review', '--all', '--note', 'Seen', '--json');
      const { ids, ...counts } = JSON.parse(reviewed.out) as { ids: number[] };
      expect(counts).toEqual({ reviewed: 1, leftAlone: 0 });
      const back = ['abstractions', 'review', '--take-back'];
      expect(await start(...back)).toMatchObject({ code: 2 });
      expect(await start(...back, '--id', String(ids[0]), '--note', 'Seen')).toMatchObject({ code: 2 });
      const takenBack = await start(...back, '--id', String(ids[0]));
      expect(takenBack.out.trim()).toBe('1 taken back, 0 left alone');
      const waiting = await start('abstractions', 'review', '--json');
      expect(JSON.parse(waiting.out)).toMatchObject({ total: 1 });
      const regular = await start('abstractions', 'regular', '--as-at', '2026-10-31');
      expect(regular.out).toContain('0 found');
      const beside = await start('abstractions', 'add', ...about, '--reason', 'Court/Crown Court');
      expect(beside).toMatchObject({ code: 0 });
      expect(beside.err).toContain('101 is away on these days already: Operational: Football (10 Oct 2026)');
    },
    SLOW_MACHINE_MS,
  );
});
