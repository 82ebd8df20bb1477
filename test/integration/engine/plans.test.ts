import { describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { Plan } from '#shared/domain/plan.ts';
import {
  caseLine,
  caseload,
  caseloadHeadings,
  engineWithWorkspace,
  importCaseload,
  importStaff,
  loadedEngine,
  refusal,
  staff,
} from './support.ts';

async function acceptedPlan(): Promise<{ engine: Engine; planId: number; plan: Plan }> {
  const engine = await loadedEngine();
  const { proposalId, plan } = await runJob(engine, 'levelling.level', { team: 'Harbour' });
  return { engine, plan, planId: (await call(engine, 'plans.accept', { proposalId })).id };
}

const shown = (day: string): string => day.split('-').reverse().join('/');

/**
 * The peaked caseload some months on, as at the last day of the month given. Of the first visits moved, in the
 * order of the plan: number 0 is done in its new month, 1 in the month it was due, 2 has left, the rest waits.
 */
function laterCaseload(plan: Plan, asAt: string): string {
  const [kept, unkept, left] = plan.moves.filter(({ duty, due }) => duty === 'visit' && due === '2027-03');
  const doneBy = (reference: string): string | null => {
    const day =
      reference === kept?.reference
        ? `${kept.to}-10`
        : reference === unkept?.reference
          ? `${unkept.due}-10`
          : null;
    return day !== null && day <= asAt ? day : null;
  };
  const rows = Array.from({ length: 60 }, (_, index) => {
    const reference = `D1000${String(index).padStart(2, '0')}`;
    const day = doneBy(reference);
    const line = caseLine({ reference, nextVisit: `${String((index % 28) + 1).padStart(2, '0')}/03/2027` });
    if (day === null) return line;
    const next = `${day.slice(0, 4)}-${String(Number(day.slice(5, 7)) + 6).padStart(2, '0')}-10`;
    return line.replace(/10\/09\/2026,[^,]*/, `${shown(day)},${shown(next)}`);
  }).filter((line) => !line.startsWith(left?.reference ?? 'none'));
  return [caseloadHeadings, ...rows, ''].join('\r\n');
}

describe('an accepted plan', () => {
  it('is open as a whole while no snapshot is newer, and its list holds every move', async () => {
    const { engine, planId, plan } = await acceptedPlan();
    const found = await call(engine, 'plans.followUp', { planId });
    expect(found).toMatchObject({ team: 'Harbour', asAt: '2026-10-31', newestAsAt: '2026-10-31' });
    expect(found.counts.open).toBe(plan.moves.length);
    expect(found.months.map(({ planned }) => planned)).toEqual(plan.after);
    expect(found.months.map(({ unmoved }) => unmoved)).toEqual(plan.before);

    const { items, figures } = await call(engine, 'plans.workList', { planId });
    expect(items).toHaveLength(plan.moves.length);
    expect(figures).toMatchObject({ moves: plan.moves.length, toDo: plan.moves.length, missed: 0 });
    // The cases name no supervisor; the team's roster has one.
    expect(new Set(items.map(({ supervisor }) => supervisor))).toEqual(new Set(['3010']));
  });

  it('of an officer is that officer’s, and of one who has no move in it is refused', async () => {
    const { engine, planId, plan } = await acceptedPlan();
    const officer = plan.moves[0]?.officer ?? '';
    const { items } = await call(engine, 'plans.workList', { planId, officer });
    expect(items).toHaveLength(plan.moves.filter((move) => move.officer === officer).length);
    expect(await refusal(engine, 'plans.workList', { planId, officer: '300l' })).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining(officer) as string,
    });
  });

  it('is followed up by the snapshots after it, and its list loses what is done or overtaken', async () => {
    const { engine, planId, plan } = await acceptedPlan();
    const visits = plan.moves.filter(({ duty, due }) => duty === 'visit' && due === '2027-03');
    const [kept, unkept, left] = visits.map(({ id }) => id);
    expect(visits.length).toBeGreaterThan(3);
    for (const asAt of ['2026-12-31', '2027-02-28', '2027-03-31']) {
      await importCaseload(engine, laterCaseload(plan, asAt), `caseload-${asAt}.csv`);
    }
    const found = await call(engine, 'plans.followUp', { planId });
    const outcome = (id: string | undefined) =>
      found.moves.find((move) => move.id === id && move.due === '2027-03')?.outcome;
    expect([kept, unkept, left].map(outcome)).toEqual(['as-planned', 'due-month', 'overtaken']);
    expect(found.counts).toMatchObject({ 'as-planned': 1, 'due-month': 1, late: 0, 'other-month': 0 });
    expect(Object.values(found.counts).reduce((sum, count) => sum + count, 0)).toBe(plan.moves.length);
    expect(found.newestAsAt).toBe('2027-03-31');

    const { figures, items } = await call(engine, 'plans.workList', { planId });
    expect(figures.done).toBe(2);
    expect(figures.done + figures.overtaken + figures.toDo).toBe(figures.moves);
    const listed = items.map(({ reference, duty }) => `${reference}/${duty}`);
    expect(listed).not.toContain(left);
    const month = items[0]?.to;
    const some = await call(engine, 'plans.workList', { planId, ...(month && { month }) });
    expect(some.items.every(({ to }) => to === month)).toBe(true);
    expect(await call(engine, 'plans.adherence', { team: 'Harbour' })).toEqual([
      { planId, adherence: found.adherence },
    ]);
  });

  it('says in follow-up, list and file alike whose officer has left by the month', async () => {
    const { engine, planId } = await acceptedPlan();
    const before = await call(engine, 'plans.followUp', { planId });
    expect(before.moves.filter(({ hasLeft }) => hasLeft)).toEqual([]);
    // Loaded for the same day later on: this one stands.
    await importStaff(engine, staff.replace('21/02/2020,', '21/02/2020,15/01/2027'));
    const { moves } = await call(engine, 'plans.followUp', { planId });
    const gone = moves.filter(({ hasLeft }) => hasLeft);
    expect(gone.length).toBeGreaterThan(0);
    expect(gone).toEqual(moves.filter(({ officer, to }) => officer === '3001' && to > '2027-01'));
    const { items } = await call(engine, 'plans.workList', { planId });
    const keys = (list: ReadonlyArray<{ reference: string; duty: string; to: string }>) =>
      list.map(({ reference, duty, to }) => `${reference}/${duty} ${to}`).sort();
    expect(keys(items.filter(({ hasLeft }) => hasLeft))).toEqual(keys(gone));
    const { base64 } = await call(engine, 'plans.workListFile', { planId, format: 'csv' });
    const text = Buffer.from(base64, 'base64').toString();
    expect(text.match(/officer has left/g)).toHaveLength(gone.length);
  });

  it('is written as a file of each kind', async () => {
    const { engine, planId, plan } = await acceptedPlan();
    for (const format of ['csv', 'xlsx', 'ics'] as const) {
      const file = await call(engine, 'plans.workListFile', { planId, format });
      expect(file).toMatchObject({
        name: `work-list-plan-${String(planId)}.${format}`,
        figures: { listed: plan.moves.length },
      });
      expect(file.base64.length).toBeGreaterThan(100);
    }
  });

  it('asks nothing of anybody once it is undone, but can still be followed up', async () => {
    const { engine, planId } = await acceptedPlan();
    await call(engine, 'plans.undo', { planId });
    expect(await refusal(engine, 'plans.workList', { planId })).toMatchObject({ code: 'conflict' });
    expect((await call(engine, 'plans.followUp', { planId })).planId).toBe(planId);
  });

  it('that is not there is refused', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, caseload({}));
    for (const name of ['plans.followUp', 'plans.workList'] as const) {
      expect(await refusal(engine, name, { planId: 9 })).toMatchObject({ code: 'not-found' });
    }
  });
});
