import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, type Ended } from './evenkeel.ts';

/** Two programs start one after the other. */
const SLOW_MACHINE_MS = 300_000;

let folder: string;
const start = (...args: string[]): Promise<Ended> => run(args, join(folder, 'data'));
const parse = (ended: Ended): Record<string, unknown> => JSON.parse(ended.out) as Record<string, unknown>;
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-cli-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('forecast --counts', () => {
  it('forecasts yearly counts without a workspace', async () => {
    const counts = file('counts.csv', 'year,count\n2021,2065\n2022,2090\n2023,2032\n2024,2202\n');
    const ended = await start('forecast', '--counts', counts, '--years', '2', '--json');
    expect([ended.code, ended.err]).toEqual([0, '']);
    const reply = parse(ended);
    expect(reply).toMatchObject({ years: [2025, 2026], method: 'combined' });
    for (const field of ['mean', 'low', 'high', 'low50', 'high50']) expect(reply[field]).toHaveLength(2);
    expect(reply.candidates).toHaveLength(6);
  });

  it('shows a person the years and the method chosen', async () => {
    const plain = await start('forecast', '--counts', file('plain.csv', '2023,2032\n2024,2202\n'));
    expect(plain.out).toMatch(/2029.*\(chosen\).*Fewer than three years/s);
  });

  it('refuses a file that is not there', async () => {
    const missing = await start('forecast', '--counts', join(folder, 'nowhere.csv'), '--json');
    expect([missing.code, parse(missing)]).toMatchObject([1, { error: { code: 'not-found' } }]);
  });

  it('knows no seed', async () => {
    const counts = file('counts.csv', '2024,2202\n');
    expect((await start('forecast', '--counts', counts, '--seed', '2', '--json')).code).toBe(2);
  });
});

describe('forecast', () => {
  let open: string[];

  beforeAll(async () => {
    open = [
      '--workspace',
      join(folder, 'a.evenkeel'),
      '--passphrase-file',
      file('key', 'correct horse battery'),
    ];
    await start('init', ...open);
    const extract = file(
      'caseload.csv',
      'Reference,Team,Risk,Status,Registration End\nR1,North,High,Community,Indefinite\nR2,South,Low,Community,25/12/2026\n',
    );
    expect((await start('import', 'caseload', extract, '--as-at', '2026-10-31', ...open)).code).toBe(0);
  }, SLOW_MACHINE_MS);

  it('forecasts the caseload held', async () => {
    const ended = await start('forecast', '--years', '1', '--runs', '100', '--seed', '5', ...open, '--json');
    expect(ended.code).toBe(0);
    const reply = parse(ended);
    expect(reply).toMatchObject({ asAt: '2026-10-31', now: 2, seed: 5, runs: 100, pastError: null });
    for (const field of ['months', 'median', 'low', 'high']) expect(reply[field]).toHaveLength(12);
  });

  it('shows a person what it rests on', async () => {
    expect((await start('forecast', '--runs', '100', ...open)).out).toMatch(
      /As at 2026-10-31.*mostly assumed/s,
    );
  });

  it('says beside the demand what expected joiners will owe', async () => {
    const ended = await start('demand', '--joiners', '--months', '12', '--team', 'north', ...open);
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/expected joiners +with them/);
  });
});
