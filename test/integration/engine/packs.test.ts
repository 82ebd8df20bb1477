import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { readBook } from '#electron/engine/import/readers/book.ts';
import type { IsoDate, Month } from '#shared/domain/dates.ts';
import { packSections } from '#shared/planning/weekly/sections.ts';
import {
  caseLine,
  caseload,
  caseloadHeadings,
  engineWithWorkspace,
  importCaseload,
  importStaff,
  peakedCaseload,
  refusal,
  sharedEngine,
  staff,
} from './support.ts';

const day = (text: string): IsoDate => text as IsoDate;

/** Harbour with a peak that an accepted plan levels, something overdue, and a month before; Moor with two cases. */
async function prepareMeeting(engine: Engine): Promise<{ planId: number; month: Month }> {
  const late = { reference: 'D900001', nextVisit: '15/09/2026' };
  await importCaseload(
    engine,
    caseload(late, { reference: 'D900002', team: 'Moor' }),
    'caseload-2026-09-30.csv',
  );
  const [, ...peaked] = peakedCaseload().trimEnd().split('\r\n');
  const more = [
    caseLine(late),
    caseLine({ reference: 'D900002', team: 'Moor', nextVisit: '20/10/2026', risk: 'High' }),
    caseLine({ reference: 'D900003', team: 'Moor' }),
  ];
  await importCaseload(engine, [caseloadHeadings, ...peaked, ...more, ''].join('\r\n'));
  await importStaff(engine, staff);
  const { proposalId, plan } = await runJob(engine, 'levelling.level', { team: 'Harbour' });
  const { id: planId } = await call(engine, 'plans.accept', { proposalId });
  for (const from of ['2026-08-07', '2026-08-14', '2026-09-18'].map(day)) {
    await call(engine, 'abstractions.record', {
      collar: '3001',
      from,
      to: from,
      startTime: null,
      hours: 8,
      group: 'Operational',
      activity: 'Football',
      toOtherPolicing: true,
      detail: null,
      isPlanned: true,
      requestedBy: null,
      approvedBy: null,
    });
  }
  const [move] = plan.moves;
  if (!move) throw new Error('A plan with moves was expected.');
  return { planId, month: move.to };
}

describe('the weekly pack', () => {
  const opened = sharedEngine();
  let ready: { planId: number; month: Month };
  beforeAll(async () => {
    ready = await prepareMeeting(opened());
  });

  it('has a page for each team, whose every figure is the one that the page of its own gives', async () => {
    const engine = opened();
    const { planId, month } = ready;
    const pack = await call(engine, 'packs.weekly', { month });
    expect(pack).toMatchObject({ asAt: '2026-10-31', month, tolerance: 0.05, otherActions: [] });
    expect(pack.teams.map(({ team }) => team)).toEqual(['Harbour', 'Moor']);
    const demand = await call(engine, 'demand.get', {});
    for (const own of pack.teams) {
      const { team } = own;
      const ofDemand = demand.teams.find((one) => one.team === team);
      const over = ofDemand?.peaks.filter(({ tests }) => tests.includes('over-capacity')) ?? [];
      const asDue = own.peaks?.filter(({ isOver }) => isOver);
      expect(asDue?.map((peak) => [peak.month, peak.utilisation])).toEqual(
        over.map((peak) => [peak.month, peak.utilisation]),
      );
      const backlog = await call(engine, 'backlog.get', { team });
      expect(own.clearing).toEqual(backlog.clearing);
      expect(own.backlog.map(({ duty }) => duty)).toEqual(backlog.duties.map(({ duty }) => duty));
      for (const [index, { oldest, ...duty }] of backlog.duties.entries()) {
        const { points } = await call(engine, 'backlog.trend', { team, duty: duty.duty, snapshots: 2 });
        expect(own.backlog[index]).toEqual({
          ...duty,
          oldestDue: oldest?.dueDate ?? null,
          before: {
            asAt: '2026-09-30',
            outstanding: points[0]?.outstanding,
            change: points[1]?.change,
          },
        });
      }
      const queue = await call(engine, 'abstractions.queue', { team });
      expect(own.abstractions).toMatchObject({ toReview: queue.total, overdue: queue.overdue });
      const signOffs = await call(engine, 'signoff.get', { team });
      expect(own.signOffs).toMatchObject({
        waiting: signOffs.waiting.length,
        overLimit: signOffs.overLimit,
        untold: signOffs.untold,
      });
      const { checks } = await call(engine, 'checks.get', { team });
      expect(own.checks.map(({ key, found, of, missing }) => [key, found, of, missing])).toEqual(
        checks.map(({ key, found, of, missing }) => [key, found, of, missing]),
      );
      expect(JSON.stringify(own.checks)).not.toContain('reference');
    }
    const [harbour, moor] = pack.teams;
    const { figures } = await call(engine, 'plans.workList', { planId, month });
    expect(figures.listed).toBeGreaterThan(0);
    expect(harbour?.moves).toMatchObject({
      planId,
      isStale: false,
      listed: figures.listed,
      hours: figures.hours,
    });
    for (const peak of harbour?.peaks ?? []) {
      const place = demand.months.indexOf(peak.month);
      const withPlan = demand.teams[0]?.planned?.utilisation[place];
      expect(peak.planned).toBe(withPlan);
      expect(peak.isOverPlanned).toBe((withPlan ?? 0) > 1);
    }
    expect(harbour?.abstractions.toReview).toBe(3);
    expect(moor?.moves).toBeNull();
    expect(moor?.backlog[0]).toMatchObject({ duty: 'visit', outstanding: 1, owing: 2 });
  });

  it('is of one team where one is asked for, and names cases in the moves due only, and only when asked', async () => {
    const engine = opened();
    const { month } = ready;
    const counts = await call(engine, 'packs.weekly', { team: 'HARBOUR', month });
    expect(counts.teams.map(({ team }) => team)).toEqual(['Harbour']);
    expect(JSON.stringify(counts)).not.toMatch(/D\d{6}/);
    const named = await call(engine, 'packs.weekly', { team: 'Harbour', month, withCases: true });
    const [harbour] = named.teams;
    expect(harbour?.moves?.cases).toHaveLength(harbour?.moves?.listed ?? 0);
    expect(JSON.stringify({ ...harbour, moves: null })).not.toMatch(/D\d{6}/);
    expect(await refusal(engine, 'packs.weekly', { team: 'Nowhere' })).toMatchObject({ code: 'not-found' });
  });

  it('is written for Word with the marking on every page, a page of all teams, a page a team, and its tables', async () => {
    const engine = opened();
    const { month } = ready;
    await call(engine, 'actions.save', {
      team: 'Moor',
      text: 'Visit <soon>',
      owner: '3010',
      due: day('2026-12-02'),
    });
    const { name, type, base64, figures } = await call(engine, 'packs.weeklyFile', { month, format: 'docx' });
    expect(name).toBe(`weekly-pack-${figures.madeOn}.docx`);
    expect(type).toContain('wordprocessingml');
    const files = unzipSync(Buffer.from(base64, 'base64'));
    const textOf = (part: string): string => strFromU8(files[part] ?? new Uint8Array());
    const header = Object.keys(files).filter((part) => /header\d\.xml$/.test(part));
    expect(header.map(textOf).join()).toContain('OFFICIAL-SENSITIVE');
    const document = textOf('word/document.xml');
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
    const tables = figures.teams.flatMap((team) => packSections(team, figures)).filter(({ table }) => table);
    // And that of all teams, and the one action.
    expect(document.match(/<w:tbl>/g)).toHaveLength(tables.length + 2);
    expect(document).toContain('Visit &lt;soon&gt;');
    expect(document).not.toMatch(/D\d{6}/);
  });

  it('is written for Excel with the marking on every sheet, each table with its teams below each other', async () => {
    const engine = opened();
    const { month } = ready;
    const { name, base64, figures } = await call(engine, 'packs.weeklyFile', { month, format: 'xlsx' });
    expect(name).toBe(`weekly-pack-${figures.madeOn}.xlsx`);
    const { sheets } = await readBook(Buffer.from(base64, 'base64'), () => 0);
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      'All teams',
      'In words',
      'Backlog by risk and lateness',
      'Practice checks',
      'Actions',
    ]);
    for (const { rows } of sheets) expect(rows[0]?.cells[0]).toBe('OFFICIAL-SENSITIVE');
    expect(JSON.stringify(sheets)).not.toMatch(/D\d{6}/);
    const rowsOf = (sheet: string) =>
      sheets.find((one) => one.name === sheet)?.rows.map(({ cells }) => cells) ?? [];
    const backlog = rowsOf('Backlog by risk and lateness').slice(3);
    const expected = figures.teams.flatMap((team) =>
      packSections(team, figures).flatMap(({ title, table }) =>
        title === 'Backlog by risk and lateness' ? (table?.rows.map(() => team.team) ?? []) : [],
      ),
    );
    expect(backlog.slice(1).map(([team]) => team)).toEqual(expected);
    // Every row says its duty, so that the sheet can be sorted.
    expect(backlog.every(([, duty]) => duty !== '' && duty !== undefined)).toBe(true);
    const said = rowsOf('In words').map((cells) => cells[2]);
    for (const line of figures.teams
      .flatMap((team) => packSections(team, figures))
      .flatMap(({ lines }) => lines))
      expect(said).toContain(line);
  });

  it('is logged: looked at with what was asked for, given out with where it was put', async () => {
    const engine = opened();
    await call(engine, 'packs.weekly', { team: 'Harbour', withCases: true });
    await call(engine, 'packs.weeklyFile', { format: 'docx', savedTo: '/tmp/a.docx', reason: 'Monday' });
    const { entries } = await call(engine, 'audit.list', { limit: 2 });
    expect(entries).toMatchObject([
      {
        action: 'export',
        operation: 'packs.weeklyFile',
        facts: { format: 'docx', savedTo: '/tmp/a.docx' },
        reason: 'Monday',
      },
      { action: 'view', operation: 'packs.weekly', facts: { team: 'Harbour', withCases: true } },
    ]);
  });
});

describe('an action of the weekly meeting', () => {
  const words = { team: 'harbour', text: 'Ask for cover', owner: 'Sgt 3010', due: day('2026-12-02') };

  async function withTeams(): Promise<Engine> {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, caseload({}, { reference: 'D2', team: 'Moor' }));
    return engine;
  }

  it('carries over, overdue once its day is past, until it is closed; then it is told for a week', async () => {
    const engine = await withTeams();
    const later = await call(engine, 'actions.save', words);
    const late = await call(engine, 'actions.save', { ...words, text: 'Long due', due: day('2020-01-01') });
    expect(later).toMatchObject({ team: 'Harbour', closedOn: null });
    const harbour = async () =>
      (await call(engine, 'packs.weekly', { team: 'Harbour' })).teams[0]?.actions.map(({ id }) => id);
    expect((await call(engine, 'actions.list', {})).map(({ id, isOverdue }) => [id, isOverdue])[0]).toEqual([
      late.id,
      true,
    ]);
    expect(await harbour()).toEqual([late.id, later.id]);
    const closed = await call(engine, 'actions.close', { id: late.id, note: 'Done on Friday' });
    expect(closed).toMatchObject({ closedNote: 'Done on Friday', isOverdue: false });
    expect(await harbour()).toEqual([later.id, late.id]);
    expect((await call(engine, 'actions.list', { team: 'Harbour' })).map(({ id }) => id)).toEqual([later.id]);
    expect(await call(engine, 'actions.list', { team: 'Moor' })).toEqual([]);
    expect(await call(engine, 'actions.reopen', { id: late.id })).toMatchObject({ closedOn: null });
  });

  it('is changed while open, and refused where it is closed, unknown or of no team', async () => {
    const engine = await withTeams();
    const { id } = await call(engine, 'actions.save', words);
    const changed = await call(engine, 'actions.save', { ...words, id, team: 'Moor', owner: '3011' });
    expect(changed).toMatchObject({ id, team: 'Moor', owner: '3011' });
    expect(await refusal(engine, 'actions.reopen', { id })).toMatchObject({ code: 'conflict' });
    await call(engine, 'actions.close', { id, note: '' });
    expect(await refusal(engine, 'actions.save', { ...words, id })).toMatchObject({ code: 'conflict' });
    expect(await refusal(engine, 'actions.close', { id, note: '' })).toMatchObject({ code: 'conflict' });
    expect(await refusal(engine, 'actions.close', { id: 99, note: '' })).toMatchObject({ code: 'not-found' });
    const nowhere = { ...words, team: 'Nowhere' };
    expect(await refusal(engine, 'actions.save', nowhere)).toMatchObject({ code: 'not-found' });
    expect(await refusal(engine, 'actions.save', { ...words, owner: ' ' })).toMatchObject({
      code: 'invalid-input',
    });
  });

  it('keeps its team when the last snapshot of it is rolled back', async () => {
    const engine = await withTeams();
    const next = await importCaseload(engine, caseload({ team: 'Quay' }), 'caseload-2026-11-30.csv');
    await call(engine, 'actions.save', { ...words, team: 'Quay' });
    await call(engine, 'snapshots.rollback', { snapshotId: next.snapshotId });
    const { otherActions } = await call(engine, 'packs.weekly', {});
    expect(otherActions).toMatchObject([{ team: 'Quay', text: 'Ask for cover' }]);
  });
});
