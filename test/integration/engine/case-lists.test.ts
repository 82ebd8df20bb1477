import { describe, expect, it } from 'vitest';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { Input } from '#shared/contract/registry.ts';
import type { Month } from '#shared/domain/dates.ts';
import { caseload, engineWithWorkspace, importCaseload, refusal } from './support.ts';

type List = Input<'caseLists.file'>['list'];

async function linesOf(engine: Engine, list: List): Promise<string[]> {
  const { base64 } = await call(engine, 'caseLists.file', { list });
  return Buffer.from(base64, 'base64').toString('utf8').split('\r\n').slice(0, -1);
}

/** October: D2 has moved, D1 and one whose reference a spreadsheet would run are overdue, D4 falls due in March. */
async function twoMonths(): Promise<{ engine: Engine; from: number; to: number }> {
  const engine = await engineWithWorkspace();
  const september = caseload({ reference: 'D1', nextVisit: '15/09/2026' }, { reference: 'D2', risk: 'High' });
  const october = caseload(
    { reference: 'D1', nextVisit: '15/09/2026' },
    { reference: 'D2', risk: 'Low', team: 'Moor' },
    { reference: '=D3', nextVisit: '30/10/2026', risk: 'High' },
    { reference: 'D4' },
  );
  const first = await importCaseload(engine, september, 'caseload-2026-09-30.csv');
  const second = await importCaseload(engine, october);
  return { engine, from: first.snapshotId, to: second.snapshotId };
}

describe('a list of cases as a file', () => {
  it('is marked, says what it holds and of when, and is named without anybody', async () => {
    const { engine } = await twoMonths();
    const made = await call(engine, 'caseLists.file', {
      list: { kind: 'outstanding', team: 'Harbour', duty: 'visit', risk: 'high' },
    });
    expect(made).toMatchObject({
      name: 'outstanding-as-at-2026-10-31.csv',
      type: 'text/csv',
      asAt: '2026-10-31',
      listed: 1,
    });
    const text = Buffer.from(made.base64, 'base64').toString('utf8');
    expect(text).toMatch(/^\uFEFFOFFICIAL-SENSITIVE\r\n/);
    expect(text).toContain('"Work outstanding as at 31 Oct 2026: Harbour, Visit, risk High"');
    expect(text).toMatch(/\r\nRests on \d+ values that the force has not confirmed\r\n/);
    expect(text).toMatch(/\r\n'=D3,Harbour,High,3001,/);
  });

  it('of outstanding work has every row of the page, in its order, in one file', async () => {
    const { engine } = await twoMonths();
    const page = await call(engine, 'backlog.cases', { duty: 'visit' });
    const lines = await linesOf(engine, { kind: 'outstanding', duty: 'visit' });
    expect(lines.slice(3)).toEqual([
      'Case,Team,Risk,Officer,Supervisor,Duty,Due date,Days overdue,Last done,Hours,Notes',
      ...page.cases.map(({ reference }): unknown => expect.stringContaining(`${reference},Harbour,`)),
    ]);
    expect(lines.at(-1)).toMatch(/^D1,Harbour,Medium,3001,[^,]*,Visit,2026-09-15,46,[^,]*,7,/);
  });

  it('of a month’s work has what falls due then, of the team, duty and officer asked for', async () => {
    const { engine } = await twoMonths();
    const choice = { month: '2027-03' as Month, team: 'Harbour', officer: '3001', duty: 'visit' };
    const page = await call(engine, 'demand.cases', choice);
    expect(page.cases.map(({ reference }) => reference)).toContain('D4');
    const made = await call(engine, 'caseLists.file', { list: { kind: 'due', ...choice } });
    expect(made).toMatchObject({ name: 'due-2027-03-as-at-2026-10-31.csv', listed: page.total });
    const lines = await linesOf(engine, { kind: 'due', ...choice });
    expect(lines[1]).toBe('"Work due in March 2027, as at 31 Oct 2026: Harbour, Visit, officer 3001"');
    expect(lines.slice(4)).toHaveLength(page.total);
  });

  it('of changes says of each case what changed, what it was and what it is', async () => {
    const { engine, from, to } = await twoMonths();
    const made = await call(engine, 'caseLists.file', { list: { kind: 'changes', from, to } });
    expect(made.name).toBe('changes-2026-09-30-to-2026-10-31.csv');
    const lines = await linesOf(engine, { kind: 'changes', from, to, figure: 'risk' });
    expect(lines[1]).toBe('"What changed from 30 Sep 2026 to 31 Oct 2026: all teams, Changed risk"');
    expect(lines.slice(2)).toEqual([
      'Case,Team,Risk,Officer,Team before,Duty,Change,Was,Is,Due then,Due now,Last done,Notification end,Was due when it left',
      expect.stringMatching(/^D2,Moor,Low,3001,Harbour,,Changed risk,High,Low,/),
    ]);
    const moved = await linesOf(engine, { kind: 'changes', from, to, figure: 'moved-in' });
    expect(moved.at(-1)).toContain(',Moved team,Harbour,Moor,');
  });

  it('of sign-offs says since when each waits and until when it is in time', async () => {
    const engine = await engineWithWorkspace();
    const file = [
      'Reference,Team,Offender Manager,Supervisor,Status,Risk Level,Management,Last Visit,Visit Sign-off,Last RMP,RMP Sign-off',
      'D1,Harbour,3001,3010,Community,High,Active,01/09/2026,,01/09/2026,',
      'D2,Harbour,3001,3011,Community,High,Active,20/10/2026,,,',
      'D3,Harbour,3001,3010,Community,High,Active,01/10/2026,05/10/2026,,',
      '',
    ].join('\n');
    await importCaseload(engine, file);
    expect((await linesOf(engine, { kind: 'signoffs', supervisor: '3010' })).slice(1)).toEqual([
      '"Work not signed off as at 31 Oct 2026: all teams, supervisor 3010"',
      expect.stringMatching(/^"?The snapshot holds no sign-off of .*RMP.*: not counted"?$/),
      'Case,Team,Risk,Officer,Supervisor,Work,Done on,Days,Sign off by,Over the limit',
      'D1,Harbour,High,3001,3010,Visit,2026-09-01,60,2026-10-01,yes',
    ]);
  });

  it('is logged with which list it is, how many rows it has and where it was put, and with no case', async () => {
    const { engine, from, to } = await twoMonths();
    const list: List = { kind: 'changes', from, to, figure: 'risk' };
    await call(engine, 'caseLists.file', { list, savedTo: '/mnt/share/a.csv', reason: 'Audit' });
    const { entries } = await call(engine, 'audit.list', { limit: 1 });
    expect(entries).toMatchObject([
      {
        action: 'export',
        operation: 'caseLists.file',
        facts: { kind: 'changes', from, to, figure: 'risk', asAt: '2026-10-31', listed: 1 },
        reason: 'Audit',
      },
    ]);
    expect(entries[0]?.facts).toHaveProperty('savedTo', '/mnt/share/a.csv');
    expect(JSON.stringify(entries)).not.toContain('D2');
  });

  it('is refused where what narrows it is not there, rather than empty', async () => {
    const { engine, from, to } = await twoMonths();
    const month = '2027-03';
    const mistyped = [
      { kind: 'due', month, duty: 'vist' },
      { kind: 'due', month, officer: '99999' },
      { kind: 'due', month, officer: '3001', team: 'Nowhere' },
      { kind: 'changes', from, to, duty: 'vist' },
      { kind: 'changes', from, to, duty: 'signoff' },
      { kind: 'outstanding', duty: 'vist' },
      { kind: 'signoffs', officer: '99999' },
    ];
    for (const list of mistyped)
      expect(await refusal(engine, 'caseLists.file', { list }), JSON.stringify(list)).toMatchObject({
        code: 'not-found',
      });
    const held: List[] = [
      { kind: 'due', month: '2026-12', duty: 'signoff', officer: '3001' },
      { kind: 'changes', from, to, duty: 'arms' },
    ];
    for (const list of held)
      expect((await call(engine, 'caseLists.file', { list })).listed).toBeGreaterThanOrEqual(0);
  });

  it('is refused in the words of the list it is of, and nothing is logged', async () => {
    const { engine } = await twoMonths();
    const before = (await call(engine, 'audit.list', {})).total;
    const nowhere = { kind: 'due', month: '2027-03', team: 'Nowhere' };
    expect(await refusal(engine, 'caseLists.file', { list: nowhere })).toMatchObject({ code: 'not-found' });
    const unknown = { kind: 'signoffs', duty: 'visit' };
    expect(await refusal(engine, 'caseLists.file', { list: unknown })).toMatchObject({
      code: 'invalid-input',
    });
    expect((await call(engine, 'audit.list', {})).total).toBe(before);
  });
});
