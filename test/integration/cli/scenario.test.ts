import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peakedCaseload, staff } from '../engine/support.ts';
import { run, type Ended } from './evenkeel.ts';

/** Several programs start one after the other. */
const SLOW_MACHINE_MS = 300_000;

describe('scenario', () => {
  let folder: string;
  let open: string[];
  const start = (...args: string[]): Promise<Ended> => run(args, join(folder, 'data'));
  const reply = async (...args: string[]): Promise<Record<string, unknown>> => {
    const ended = await start(...args, ...open, '--json');
    return JSON.parse(ended.out) as Record<string, unknown>;
  };
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const scenario = (name: string, changes: unknown[]): string =>
    JSON.stringify({ name, description: '', changes });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evenkeel-cli-'));
    open = [
      '--workspace',
      join(folder, 'a.evenkeel'),
      '--passphrase-file',
      file('key', 'ten letters or more'),
    ];
    await start('init', ...open);
    await start('import', 'caseload', file('caseload-2026-10-31.csv', peakedCaseload()), ...open);
    await start('import', 'staff', file('staff.csv', staff), '--as-at', '2026-10-31', ...open);
  }, SLOW_MACHINE_MS);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it(
    'is run from a file, kept, compared, swept and sought',
    async () => {
      const growth = file('growth.json', scenario('Growth', [{ kind: 'growth', team: null, extra: 0.05 }]));
      const result = await reply('scenario', 'run', growth, '--runs', '100');
      expect(result).toMatchObject({ name: 'Growth', simulated: true });
      expect(result.months).toHaveLength(60);

      await reply('scenario', 'save', growth);
      const levelled = file('levelled.json', scenario('Levelled', [{ kind: 'levelling', team: null }]));
      const compared = await reply('scenario', 'compare', 'growth', levelled, '--runs', '100');
      expect(compared.scenarios).toMatchObject([{}, { name: 'Growth' }, { name: 'Levelled' }]);

      const swept = await reply('scenario', 'sweep', 'Growth', '--most', '2', '--runs', '100', '--lead', '3');
      expect(swept.points).toHaveLength(3);
      const ended = await start('scenario', 'seek', 'Growth', '--goal', 'capacity', '--runs', '100', ...open);
      expect([ended.code, ended.out]).toEqual([0, expect.stringContaining('in every month from')]);
    },
    SLOW_MACHINE_MS,
  );

  it(
    'goes into a business case, written as the ending of the file says',
    async () => {
      const posts = file('levelled.json', scenario('Levelled', [{ kind: 'levelling', team: null }]));
      const out = join(folder, 'case.xlsx');
      const asked = ['--out', out, '--scenario', posts, '--years', '4', '--runs', '100'];
      const made = await reply('report', 'business-case', ...asked);
      expect(made).toMatchObject({ file: out, format: 'xlsx' });
      expect(made.figures).toContainEqual(
        expect.objectContaining({ id: 'preferred.ratio-end', unit: 'ratio' }),
      );
      expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
      const wrong = await start('report', 'business-case', '--out', join(folder, 'case.pdf'), ...open);
      expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('xlsx, docx')]);
    },
    SLOW_MACHINE_MS,
  );

  it(
    'that is not there, or is no scenario, is refused with what was expected',
    async () => {
      const missing = await reply('scenario', 'run', 'Nothing of the kind');
      expect(missing).toMatchObject({ error: { code: 'not-found' } });
      const broken = await reply('scenario', 'run', file('broken.json', '{"name":"x"}'));
      expect(broken).toMatchObject({
        error: { code: 'invalid-input', message: expect.stringContaining('description') as string },
      });
    },
    SLOW_MACHINE_MS,
  );
});
