import { describe, expect, it } from 'vitest';
import { call } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { isBacklogSumRight } from '#shared/planning/backlog/trend.ts';
import { caseload, engineWithWorkspace, importCaseload, importStaff, refusal, staff } from './support.ts';

/** Harbour: 20 cases, two visits overdue in October (one of them in September already); Moor: one, on the day. */
async function twoMonths(): Promise<{ engine: Engine; september: number; october: number }> {
  const engine = await engineWithWorkspace();
  const many = Array.from({ length: 18 }, (_, index) => ({ reference: `D${String(index + 10)}` }));
  const september = caseload(
    ...many,
    { reference: 'D1', nextVisit: '15/09/2026' },
    { reference: 'D2', nextVisit: '20/09/2026', risk: 'High' },
  );
  const october = caseload(
    ...many,
    { reference: 'D1', nextVisit: '15/09/2026' },
    { reference: 'D3', nextVisit: '30/10/2026', risk: 'High' },
    { reference: 'D4', nextVisit: '31/10/2026', team: 'Moor' },
  );
  const first = await importCaseload(engine, september, 'caseload-2026-09-30.csv');
  const second = await importCaseload(engine, october);
  await importStaff(engine, staff);
  return { engine, september: first.snapshotId, october: second.snapshotId };
}

describe('the backlog', () => {
  it('is counted by duty, risk and lateness against the tolerance, by team, with the month it could be clear', async () => {
    const { engine, october } = await twoMonths();
    const found = await call(engine, 'backlog.get', { duty: 'visit' });
    expect(found).toMatchObject({ snapshotId: october, asAt: '2026-10-31', tolerance: 0.05 });
    expect(found.duties).toHaveLength(1);
    expect(found.duties[0]).toMatchObject({
      owing: 21,
      outstanding: 3,
      isOverTolerance: true,
      bands: { 'due-that-day': 1, '1-7': 1, '8-28': 0, '29-90': 1, 'over-90': 0 },
      oldest: { reference: 'D1', daysLate: 46 },
    });
    expect(found.teams.map(({ team, clearing }) => [team, clearing.state])).toEqual([
      ['Harbour', 'by'],
      ['Moor', 'no-capacity'],
    ]);
    const harbour = await call(engine, 'backlog.get', { team: 'HARBOUR', duty: 'visit' });
    expect(harbour).toMatchObject({ duties: [{ outstanding: 2, owing: 20, share: 0.1 }] });
    expect(harbour.clearing).toMatchObject({ hours: 14, state: 'by', month: '2026-11' });
  });

  it('opens each cell to its cases, most pressing first, and in pages', async () => {
    const { engine } = await twoMonths();
    const all = await call(engine, 'backlog.cases', { duty: 'visit' });
    expect(all.cases.map(({ reference }) => reference)).toEqual(['D3', 'D1', 'D4']);
    expect(all).toMatchObject({ total: 3, hours: 21 });
    const cell = await call(engine, 'backlog.cases', { duty: 'visit', risk: 'medium', band: '29-90' });
    expect(cell.cases).toMatchObject([{ reference: 'D1', officer: '3001', daysLate: 46, hours: 7 }]);
    expect((await call(engine, 'backlog.cases', { offset: 1, limit: 1 })).cases).toHaveLength(1);
  });

  it('has a trend over the snapshots held that adds up, of the force and of a team', async () => {
    const { engine, september } = await twoMonths();
    const { duty, points } = await call(engine, 'backlog.trend', {});
    expect(duty).toEqual({ key: 'visit', name: 'Visit' });
    expect(points.map(({ outstanding }) => outstanding)).toEqual([2, 3]);
    expect(points[0]?.change).toBeNull();
    expect(points[1]?.change).toMatchObject({ joined: 2, left: 1, done: 0, fellDue: 0 });
    const harbour = (await call(engine, 'backlog.trend', { team: 'Harbour' })).points;
    const change = harbour[1]?.change;
    expect(change && isBacklogSumRight(2, change, 2)).toBe(true);
    expect((await call(engine, 'backlog.trend', { snapshotId: september })).points).toHaveLength(1);
  });

  it('follows the tolerance of the settings', async () => {
    const { engine } = await twoMonths();
    const settings = await call(engine, 'settings.get', {});
    await call(engine, 'settings.save', { settings: { ...settings, backlogTolerance: 0.2 } });
    const found = await call(engine, 'backlog.get', { duty: 'visit' });
    expect(found).toMatchObject({ tolerance: 0.2, duties: [{ isOverTolerance: false }] });
  });

  it('says when someone, a duty or a team is not there, and when nothing is', async () => {
    const { engine } = await twoMonths();
    for (const [name, input] of [
      ['backlog.get', { officer: '9999' }],
      ['backlog.cases', { duty: 'signoff' }],
      ['backlog.trend', { duty: 'none' }],
      ['signoff.get', { team: 'Nowhere' }],
      ['checks.get', { supervisor: '9999' }],
    ] as const) {
      expect(await refusal(engine, name, input), name).toMatchObject({ code: 'not-found' });
    }
    const empty = await engineWithWorkspace();
    expect(await refusal(empty, 'backlog.get', {})).toMatchObject({ details: { needs: 'snapshot' } });
  });
});

const SIGNED =
  'Reference,Team,Offender Manager,Supervisor,Status,Risk Level,Management,Last Visit,Visit Sign-off,Last Visit Type,Last Visit Officers';

describe('sign-off and practice checks', () => {
  it('wait for a team that records none, in demand, its cases and the backlog alike, where another team does', async () => {
    const engine = await engineWithWorkspace();
    const line = (reference: string, team: string, signedOff: string) =>
      `${reference},${team},3001,3010,Community,Medium,Active,20/10/2026,${signedOff},Announced,2`;
    await importCaseload(
      engine,
      [
        SIGNED,
        line('D1', 'Harbour', ''),
        line('D2', 'Harbour', ''),
        line('M1', 'Moor', '25/10/2026'),
        '',
      ].join('\n'),
    );
    const { force, teams } = await call(engine, 'demand.get', {});
    const counts = [force, ...teams].map(({ occurrences }) => occurrences.signoff?.[0]);
    expect(counts).toEqual([2, 2, 0]);
    for (const team of [undefined, 'Harbour']) {
      const cases = await call(engine, 'demand.cases', { team, month: '2026-11', duty: 'signoff' });
      expect(cases.cases.map(({ reference }) => reference)).toEqual(['D1', 'D2']);
      const { waiting, untold } = await call(engine, 'signoff.get', { team });
      expect(waiting.map(({ reference }) => reference)).toEqual(['D1', 'D2']);
      expect(untold).not.toContain('Visit');
    }
  });

  it('count what waits by supervisor, propose a sharing-out and open to the cases', async () => {
    const engine = await engineWithWorkspace();
    const line = (reference: string, supervisor: string, rest: string) =>
      `${reference},Harbour,3001,${supervisor},Community,High,Active,${rest}`;
    const file = [
      SIGNED,
      line('D1', '3010', '01/09/2026,,Announced,2'),
      line('D2', '3010', '20/10/2026,,Unannounced,1'),
      line('D3', '3011', '01/10/2026,05/10/2026,Unannounced,2'),
      '',
    ].join('\n');
    await importCaseload(engine, file);
    const signOffs = await call(engine, 'signoff.get', {});
    expect(signOffs.waiting.map(({ reference, band }) => [reference, band])).toEqual([
      ['D1', 'over-limit'],
      ['D2', '8-14'],
    ]);
    expect(signOffs).toMatchObject({ overLimit: 1, untold: ['ARMS', 'RMP review'] });
    const counts = await call(engine, 'backlog.counts', { team: 'harbour' });
    const { cases } = await call(engine, 'backlog.cases', {});
    expect(counts.outstanding).toBe(cases.length);
    expect(counts.byRisk.map(({ risk, outstanding }) => [risk, outstanding])).toContainEqual([
      'high',
      cases.length,
    ]);
    expect(await call(engine, 'signoff.counts', { team: 'harbour' })).toEqual({
      waiting: 2,
      overLimit: 1,
      untold: ['ARMS', 'RMP review'],
      isNoneHeld: false,
    });
    expect(JSON.stringify(counts)).not.toMatch(/D[123]/);
    expect(signOffs.shares).toMatchObject([{ from: '3010', to: '3011', items: [{ reference: 'D1' }] }]);
    const { checks } = await call(engine, 'checks.get', { team: 'Harbour' });
    const of = (key: string) => checks.find((one) => one.key === key);
    expect(of('unannounced')).toMatchObject({ found: 1, of: 3, cases: [{ reference: 'D1' }] });
    expect(of('single-crewed')).toMatchObject({ found: 1, of: 3, cases: [{ reference: 'D2' }] });
    expect(of('pnd-age')).toMatchObject({ isHeld: false, found: null, missing: 3 });
  });
});
