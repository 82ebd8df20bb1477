import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, type Ended } from './evenkeel.ts';

/** Several programs start one after the other. */
const SLOW_MACHINE_MS = 300_000;

let folder: string;
let open: string[];
const start = (...args: string[]): Promise<Ended> => run([...args, ...open], join(folder, 'data'));
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const caseload = [
  'Reference,Team,Offender Manager,Supervisor,Status,Risk,Management,Last Visit,Next Visit Due,Visit Sign-off,Visit Type',
  'R1,North,101,199,Community,High,Active,01/06/2026,01/09/2026,05/06/2026,Announced',
  'R2,North,102,199,Community,Low,Active,20/10/2026,20/10/2027,,Unannounced',
  '',
].join('\n');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-cli-'));
  const key = file('key', 'correct horse battery');
  open = ['--workspace', join(folder, 'a.evenkeel'), '--passphrase-file', key];
  await start('init');
  const extract = file('caseload.csv', caseload);
  expect((await start('import', 'caseload', extract, '--as-at', '2026-10-31')).code).toBe(0);
}, SLOW_MACHINE_MS);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('backlog, signoff and checks', () => {
  it(
    'print the figures of the page, as JSON and for a person',
    async () => {
      const backlog = await start(
        'backlog',
        '--team',
        'north',
        '--duty',
        'visit',
        '--cases',
        '--trend',
        '--json',
      );
      expect(backlog.code).toBe(0);
      expect(JSON.parse(backlog.out)).toMatchObject({
        tolerance: 0.05,
        duties: [{ duty: 'visit', outstanding: 1, owing: 2, share: 0.5, isOverTolerance: true }],
        cases: [{ reference: 'R1', daysLate: 60, band: '29-90' }],
        trend: { points: [{ outstanding: 1, change: null }] },
      });
      expect((await start('backlog', '--duty', 'visit')).out).toMatch(
        /1 outstanding of 2 cases.*5\.0 %: over/s,
      );

      const signOffs = JSON.parse((await start('signoff', '--json')).out) as unknown;
      expect(signOffs).toMatchObject({ overLimit: 0, waiting: [{ reference: 'R2' }] });
      expect((await start('checks')).out).toMatch(/Announced visits\s+1\s+2\s+50\.0 %/);
    },
    SLOW_MACHINE_MS,
  );
});

describe('import', () => {
  it(
    'names the option that tells what a file does not',
    async () => {
      const dates = file('dates-2026-11-30.csv', 'Reference,Team,Next Visit Due\nR1,North,04/03/2027\n');
      const refused = await start('import', 'caseload', dates, '--json');
      expect(refused.code).toBe(1);
      expect(JSON.parse(refused.out)).toMatchObject({
        error: {
          code: 'invalid-input',
          message: expect.stringContaining(
            'Use --date-order day-first or --date-order month-first.',
          ) as unknown,
          details: { needs: 'dateOrder', columns: ['Next Visit Due'] },
        },
      });
      const undated = file('undated.csv', 'Reference,Team\nR1,North\n');
      expect((await start('import', 'caseload', undated)).err).toContain('Use --as-at');
    },
    SLOW_MACHINE_MS,
  );
});

describe('export', () => {
  it(
    'writes a list as CSV that only its owner may read, and says how many rows it has',
    async () => {
      const out = join(folder, 'list.csv');
      const made = await start(
        'export',
        'outstanding',
        '--team',
        'north',
        '--duty',
        'visit',
        '--out',
        out,
        '--json',
      );
      expect(made).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(made.out)).toEqual({ file: out, asAt: '2026-10-31', listed: 1 });
      expect(statSync(out).mode & 0o777).toBe(0o600);
      expect(readFileSync(out, 'utf8')).toMatch(
        /^\uFEFFOFFICIAL-SENSITIVE\r\n.*\r\nR1,North,High,101,199,Visit,/s,
      );

      const due = await start('export', 'due', '--month', '2027-10', '--duty', 'visit', '--out', out);
      expect(due).toMatchObject({
        code: 0,
        out: expect.stringContaining(`rows written to ${out}.`) as unknown,
      });
      const signOffs = await start('export', 'signoffs', '--supervisor', '199', '--out', out, '--json');
      expect(JSON.parse(signOffs.out)).toMatchObject({ listed: 1 });
      const { out: log } = await start('audit', '--action', 'export', '--json');
      expect(JSON.parse(log)).toMatchObject({
        entries: [{ facts: { kind: 'signoffs', listed: 1, savedTo: out } }, {}, {}],
      });
    },
    SLOW_MACHINE_MS,
  );

  it(
    'never takes the place of the workspace, and the log tells of no such file',
    async () => {
      const [workspace, key] = [join(folder, 'a.evenkeel'), join(folder, 'key')];
      for (const out of [workspace, key]) {
        for (const list of [
          ['export', 'outstanding'],
          ['report', 'weekly', '--format', 'xlsx'],
          ['audit', 'export'],
        ]) {
          const refused = await start(...list, '--out', out, '--json');
          expect(refused.code, refused.out).toBe(1);
          expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'invalid-input' } });
        }
      }
      const { out: log } = await start('audit', '--action', 'export', '--json');
      expect(log).not.toContain(`"savedTo":${JSON.stringify(workspace)}`);
    },
    SLOW_MACHINE_MS,
  );

  it(
    'needs a file, a month where it is of a month, and two snapshots where it is of changes',
    async () => {
      const out = join(folder, 'none.csv');
      expect(await start('export', 'outstanding')).toMatchObject({ code: 2 });
      expect(await start('export', 'due', '--out', out)).toMatchObject({ code: 2 });
      const changes = await start('export', 'changes', '--out', out, '--json');
      expect(changes.code).toBe(1);
      expect(JSON.parse(changes.out)).toMatchObject({
        error: { code: 'not-found', details: { snapshots: 1 } },
      });
    },
    SLOW_MACHINE_MS,
  );
});
