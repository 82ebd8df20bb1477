import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peakedCaseload, staff } from '../engine/support.ts';
import { run, type Ended } from './evenkeel.ts';

let folder: string;
let open: string[];

const start = (...args: string[]): Promise<Ended> => run([...args, ...open], join(folder, 'data'));
const parse = (ended: Ended): unknown => JSON.parse(ended.out);
const inFolder = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-cli-plans-'));
  writeFileSync(inFolder('key.txt'), 'correct horse battery\n');
  writeFileSync(inFolder('caseload-2026-10-31.csv'), peakedCaseload());
  writeFileSync(inFolder('staff.csv'), staff);
  open = ['--workspace', inFolder('force.evenkeel'), '--passphrase-file', inFolder('key.txt')];
  await start('init');
  await start('import', 'caseload', inFolder('caseload-2026-10-31.csv'));
  await start('import', 'staff', inFolder('staff.csv'), '--as-at', '2026-10-31');
}, 120_000);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('an accepted plan, from the command line', () => {
  type Level = { planId: number | null; moves: unknown[] };
  type FollowUp = {
    planId: number;
    counts: Record<string, number>;
    moves: Array<{ ref: string }>;
    months: unknown[];
  };
  let plan: Level;

  it('is not there before one is accepted', async () => {
    const none = await start('followup', '--team', 'harbour', '--json');
    expect([none.code, parse(none)]).toMatchObject([1, { error: { code: 'not-found' } }]);
    const unnamed = await start('followup', '--json');
    expect([unnamed.code, parse(unnamed)]).toMatchObject([2, { error: { code: 'invalid-input' } }]);
  });

  it('is kept with level --accept, and listed', async () => {
    plan = parse(await start('level', '--team', 'harbour', '--accept', 'Agreed', '--json')) as Level;
    expect(plan.planId).toBeGreaterThan(0);
    const kept = { id: plan.planId, team: 'Harbour', note: 'Agreed', inForce: true };
    expect(parse(await start('plans', '--json'))).toMatchObject({ plans: [kept] });
  });

  it('stands beside demand, with how many of its moves still do', async () => {
    const { out } = await start('demand', '--team', 'harbour');
    const moves = String(plan.moves.length);
    expect(out).toContain(
      `With plan ${String(plan.planId)}, accepted on the snapshot as at 2026-10-31: ${moves} of ${moves} moves still stand.`,
    );
  });

  it('is what level --since tells the changes from', async () => {
    const since = ['level', '--team', 'harbour', '--since', String(plan.planId)];
    expect(parse(await start(...since, '--json'))).toMatchObject({
      changedSince: { added: [], dropped: [], altered: [] },
    });
    const fewer = parse(await start(...since, '--max-moves', '1', '--json')) as {
      changedSince: { dropped: unknown[]; added: unknown[] };
      moves: unknown[];
    };
    const { added, dropped } = fewer.changedSince;
    expect(plan.moves.length - dropped.length + added.length).toBe(fewer.moves.length);
    expect(dropped.length).toBeGreaterThan(0);
    const missing = await start('level', '--team', 'harbour', '--since', '999', '--json');
    expect([missing.code, parse(missing)]).toMatchObject([1, { error: { code: 'not-found' } }]);
  });

  it('is followed up: counts that add up, moves by reference, months with their adherence', async () => {
    const byTeam = parse(await start('followup', '--team', 'harbour', '--json')) as FollowUp;
    expect(byTeam).toMatchObject({
      planId: plan.planId,
      team: 'Harbour',
      asAt: '2026-10-31',
      newestAsAt: '2026-10-31',
    });
    expect(Object.values(byTeam.counts).reduce((sum, count) => sum + count, 0)).toBe(plan.moves.length);
    expect(byTeam.moves.every(({ ref }) => ref.startsWith('D1000'))).toBe(true);
    expect(byTeam.months[0]).toMatchObject({ month: '2026-11', happened: null, adherence: null, judged: 0 });
    const text = await start('followup', '--plan', String(plan.planId));
    expect([text.code, text.out]).toEqual([0, expect.stringContaining('0 of 0 moves due by then')]);
  });

  it('names those of its moves whose officer has left by the month', async () => {
    expect((await start('followup', '--team', 'harbour')).out).not.toContain('has left');
    writeFileSync(inFolder('leaver.csv'), staff.replace('21/02/2020,', '21/02/2020,02/11/2026'));
    const leaver = ['import', 'staff', inFolder('leaver.csv'), '--as-at', '2026-10-31', '--json'];
    const { rosterId } = parse(await start(...leaver)) as { rosterId: number };
    const { moves } = parse(await start('followup', '--team', 'harbour', '--json')) as {
      moves: Array<{ hasLeft: boolean }>;
    };
    const gone = moves.filter(({ hasLeft }) => hasLeft).length;
    expect(gone).toBeGreaterThan(0);
    const { out } = await start('followup', '--team', 'harbour');
    expect(out).toContain(`${String(gone)} of the moves are of officers who have left by then (3001)`);
    expect(out.match(/3001, has left/g)).toHaveLength(gone);
    await start('import', 'rollback', '--roster', String(rosterId));
  });

  it('is written as a work list, for its owner only, as the ending of the file says', async () => {
    const out = inFolder('list.csv');
    const csv = await start('report', 'worklist', '--plan', String(plan.planId), '--out', out, '--json');
    expect([csv.code, parse(csv)]).toMatchObject([
      0,
      { file: out, format: 'csv', figures: { moves: plan.moves.length, listed: plan.moves.length } },
    ]);
    const lines = readFileSync(out, 'utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFFOFFICIAL-SENSITIVE');
    const head = lines.findIndex((line) => line.startsWith('Supervisor,Officer,Do in,Case'));
    expect(lines.slice(head + 1, -1)).toHaveLength(plan.moves.length);
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o077).toBe(0);

    const ics = inFolder('list.txt');
    await start('report', 'worklist', '--team', 'harbour', '--out', ics, '--format', 'ics');
    expect(readFileSync(ics, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  it('is part of the weekly pack, which is written for Word or Excel with its figures', async () => {
    const out = inFolder('pack.docx');
    const month = (plan.moves as Array<{ to: string }>)[0]?.to ?? '';
    const weekly = ['report', 'weekly', '--out', out, '--team', 'harbour', '--month', month];
    const counts = await start(...weekly, '--json');
    expect([counts.code, parse(counts)]).toMatchObject([
      0,
      {
        file: out,
        figures: { month, teams: [{ team: 'Harbour', moves: { planId: plan.planId, cases: null } }] },
      },
    ]);
    expect(counts.out).not.toContain('D1000');
    expect(Buffer.from(readFileSync(out)).subarray(0, 2).toString()).toBe('PK');
    const named = await start(...weekly, '--with-cases', '--json');
    const { figures } = parse(named) as {
      figures: { teams: Array<{ moves: { cases: Array<{ ref: string }> } }> };
    };
    expect(figures.teams[0]?.moves.cases[0]?.ref).toMatch(/^D1000/);
    const text = await start(...weekly);
    expect([text.code, text.out]).toEqual([0, expect.stringContaining(`The pack is written to ${out}.`)]);
    const book = await start(...weekly.slice(0, 3), inFolder('pack.xlsx'), '--json');
    expect(parse(book)).toMatchObject({ file: inFolder('pack.xlsx'), format: 'xlsx' });
    const other = await start('report', 'weekly', '--out', inFolder('pack.pdf'), '--json');
    expect([other.code, parse(other)]).toMatchObject([2, { error: { code: 'invalid-input' } }]);
  });

  it('says what it cannot write, and where', async () => {
    const out = inFolder('list.doc');
    const unknown = await start('report', 'worklist', '--team', 'harbour', '--out', out, '--json');
    expect([unknown.code, parse(unknown)]).toMatchObject([2, { error: { code: 'invalid-input' } }]);
    const nowhere = inFolder('gone/list.csv');
    const refused = await start('report', 'worklist', '--team', 'harbour', '--out', nowhere, '--json');
    expect([refused.code, parse(refused)]).toMatchObject([1, { error: { code: 'unavailable' } }]);
  });
});
