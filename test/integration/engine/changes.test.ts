import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { isCaseSumRight, isDutySumRight } from '#shared/planning/changes/change-totals.ts';
import {
  caseload,
  engineWithWorkspace,
  importCaseload,
  importStaff,
  peakedCaseload,
  refusal,
  sharedEngine,
  staff,
} from './support.ts';

const september = 'caseload-2026-09-30.csv';

async function twoSnapshots(): Promise<{ engine: Engine; from: number; to: number }> {
  const engine = await engineWithWorkspace();
  const then = caseload(
    { reference: 'D1', nextVisit: '05/10/2026' },
    { reference: 'D2', risk: 'High' },
    { reference: 'D3', team: 'Old Town' },
  );
  const now = caseload(
    { reference: 'D1', nextVisit: '05/10/2026' },
    { reference: 'D2', risk: 'Low', team: 'Moor' },
    { reference: 'D4' },
  );
  const { snapshotId: from } = await importCaseload(engine, then, september);
  const { snapshotId: to } = await importCaseload(engine, now);
  return { engine, from, to };
}

async function accept(engine: Engine, snapshotId: number): Promise<number> {
  const input = { team: 'Harbour', months: 12, snapshotId };
  const { proposalId } = await runJob(engine, 'levelling.level', input);
  return (await call(engine, 'plans.accept', { proposalId })).id;
}

describe('what changed between two snapshots', () => {
  it('is counted by team and duty, and each figure opens to its cases', async () => {
    const { engine, from, to } = await twoSnapshots();
    const found = await call(engine, 'changes.get', { from, to });
    expect(found.totals).toMatchObject({
      team: null,
      casesThen: 3,
      casesNow: 3,
      figures: { joined: 1, left: 1, vanished: 1, 'moved-in': 1, risk: 1 },
    });
    expect(found.teams.map(({ team }) => team)).toEqual(['Harbour', 'Moor', 'Old Town']);
    expect(found.totals.duties.find(({ duty }) => duty === 'visit')).toMatchObject({
      wasDue: 1,
      figures: { 'still-outstanding': 1 },
    });
    const risk = await call(engine, 'changes.cases', { from, to, figure: 'risk' });
    expect(risk).toMatchObject({ total: 1, changes: [{ reference: 'D2', was: 'high', is: 'low' }] });
    const left = await call(engine, 'changes.cases', { from, to, figure: 'moved-out', team: 'HARBOUR' });
    expect(left.changes).toMatchObject([{ reference: 'D2', fromTeam: 'Harbour', team: 'Moor' }]);
    const page = await call(engine, 'changes.cases', { from, to, offset: 1, limit: 1 });
    expect(page.changes).toHaveLength(1);
    expect(page.total).toBeGreaterThan(1);
  });

  it('of one team counts a case that moved there as moved, not joined', async () => {
    const { engine, from, to } = await twoSnapshots();
    const { totals, teams } = await call(engine, 'changes.get', { from, to, team: 'moor' });
    expect(totals).toMatchObject({
      team: 'Moor',
      casesThen: 0,
      casesNow: 1,
      figures: { joined: 0, 'moved-in': 1 },
    });
    expect(teams).toEqual([totals]);
  });

  it('is refused the wrong way round, with itself, and of a snapshot that is not held', async () => {
    const { engine, from, to } = await twoSnapshots();
    for (const pair of [
      { from: to, to: from },
      { from, to: from },
    ]) {
      expect(await refusal(engine, 'changes.get', pair)).toMatchObject({ code: 'invalid-input' });
    }
    expect(await refusal(engine, 'changes.get', { from, to: 99 })).toMatchObject({ code: 'not-found' });
  });
});

describe('rolling a snapshot back', () => {
  it('tells what it takes away, takes it, and the same file can be loaded again', async () => {
    const { engine, from, to } = await twoSnapshots();
    expect(await call(engine, 'snapshots.rollbackPreview', { snapshotId: to })).toMatchObject({
      snapshot: { id: to, cases: 3 },
      isNewest: true,
      newestAfter: { id: from },
      plans: [],
      teams: ['Moor'],
    });
    expect(await call(engine, 'snapshots.rollback', { snapshotId: to })).toEqual({
      removed: { snapshotId: to, asAt: '2026-10-31', cases: 3, plans: 0 },
    });
    expect(await call(engine, 'snapshots.list', {})).toMatchObject([{ id: from }]);
    expect((await refusal(engine, 'demand.get', { team: 'Moor' })).message).toContain(
      'Teams: Harbour, Old Town.',
    );
    const again = await importCaseload(engine, caseload({ team: 'Moor' }));
    expect(again.alreadyLoaded).toBe(false);
    expect(again.snapshotId).not.toBe(to);
  });

  it('keeps a team that a roster speaks of, and can leave no snapshot at all', async () => {
    const engine = await engineWithWorkspace();
    const { snapshotId } = await importCaseload(engine, peakedCaseload());
    await importStaff(engine, staff);
    const preview = await call(engine, 'snapshots.rollbackPreview', { snapshotId });
    expect(preview).toMatchObject({ teams: [], newestAfter: null });
    await call(engine, 'snapshots.rollback', { snapshotId });
    expect(await call(engine, 'snapshots.list', {})).toEqual([]);
    expect(await call(engine, 'teams.list', {})).toMatchObject([{ team: 'Harbour', cases: 0 }]);
  });

  it('is refused while plans rest on it, naming their teams, and leaves all as it was', async () => {
    const engine = await engineWithWorkspace();
    const { snapshotId } = await importCaseload(engine, peakedCaseload());
    await importStaff(engine, staff);
    const planId = await accept(engine, snapshotId);
    expect(await call(engine, 'snapshots.rollbackPreview', { snapshotId })).toMatchObject({
      plans: [{ id: planId, team: 'Harbour', inForce: true }],
    });
    expect(await refusal(engine, 'snapshots.rollback', { snapshotId })).toMatchObject({
      code: 'conflict',
      details: { plans: [planId], teams: ['Harbour'] },
    });
    expect(await call(engine, 'snapshots.list', {})).toHaveLength(1);
    const reply = await call(engine, 'snapshots.rollback', { snapshotId, alsoPlans: true });
    expect(reply.removed).toMatchObject({ cases: 60, plans: 1 });
    expect(await call(engine, 'plans.list', {})).toEqual([]);
  });

  it('takes undone plans along unasked; a proposal made from it can no longer be accepted', async () => {
    const engine = await engineWithWorkspace();
    const { snapshotId } = await importCaseload(engine, peakedCaseload());
    await importStaff(engine, staff);
    await call(engine, 'plans.undo', { planId: await accept(engine, snapshotId) });
    const { proposalId } = await runJob(engine, 'levelling.level', { team: 'Harbour', months: 12 });
    const { removed } = await call(engine, 'snapshots.rollback', { snapshotId });
    expect(removed.plans).toBe(1);
    expect(await refusal(engine, 'plans.accept', { proposalId })).toMatchObject({ code: 'not-found' });
  });

  it('of a snapshot that is not held is refused', async () => {
    const engine = await engineWithWorkspace();
    expect(await refusal(engine, 'snapshots.rollback', { snapshotId: 7 })).toMatchObject({
      code: 'not-found',
    });
  });
});

const extracts = new URL('../../../../shared/data/extracts/', import.meta.url);
describe.skipIf(!existsSync(extracts))('the shared extracts (skipped where ../shared is absent)', () => {
  const engine = sharedEngine();
  const days = ['2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31'];
  const pairs = days.slice(1).map((to, index) => [days[index] ?? '', to] as const);
  beforeAll(async () => {
    for (const day of days) {
      const name = `caseload-${day}.csv`;
      await importCaseload(engine(), readFileSync(new URL(name, extracts)), name);
    }
  }, 120_000);

  it.each(pairs)('from %s to %s every total adds up', async (fromAsAt, toAsAt) => {
    const held = await call(engine(), 'snapshots.list', {});
    const idAsAt = (day: string): number => held.find(({ asAt }) => asAt === day)?.id ?? 0;
    const pair = { from: idAsAt(fromAsAt), to: idAsAt(toAsAt) };
    const { totals, teams, from, to } = await call(engine(), 'changes.get', pair);
    expect(totals).toMatchObject({ casesThen: from.cases, casesNow: to.cases });
    for (const one of [totals, ...teams]) {
      expect(isCaseSumRight(one)).toBe(true);
      expect(one.duties.every(isDutySumRight)).toBe(true);
    }
    expect(totals.figures.joined).toBeGreaterThan(0);
    const early = await call(engine(), 'changes.cases', { ...pair, figure: 'done-early', duty: 'visit' });
    expect(early.total).toBe(totals.duties.find(({ duty }) => duty === 'visit')?.figures['done-early']);
  });
});
