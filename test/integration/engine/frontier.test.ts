import { describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import {
  caseload,
  engineWithWorkspace,
  importCaseload,
  importStaff,
  loadedEngine,
  peakedCaseload,
  refusal,
  staff,
} from './support.ts';

describe('the frontier', () => {
  it('goes from moving nothing to the lowest peak, and is the same again', async () => {
    const engine = await loadedEngine();
    const first = await runJob(engine, 'levelling.frontier', { months: 12 });
    expect(first).toMatchObject({ asAt: '2026-10-31', teams: [{ team: 'Harbour', status: 'found' }] });
    const [{ points } = { points: [] }] = first.teams;
    expect(points[0]).toMatchObject({ moves: 0, extraOccurrences: 0 });
    expect(points.length).toBeGreaterThan(5);
    const { plan } = await runJob(engine, 'levelling.level', { team: 'Harbour', months: 12 });
    expect(points[0]?.peak).toBeCloseTo(plan.peakBefore ?? NaN, 9);
    expect(points.at(-1)?.peak).toBeLessThanOrEqual((plan.peakAfter ?? NaN) * 1.005);
    expect(await runJob(engine, 'levelling.frontier', { months: 12 })).toEqual(first);
  });

  it('gives the moves of a point, which levelling then keeps to', async () => {
    const engine = await loadedEngine();
    const { teams } = await runJob(engine, 'levelling.frontier', { team: 'harbour', months: 12 });
    const point = teams[0]?.points[teams[0].kneeIndex ?? 1];
    if (!point) throw new Error('Expected a point.');
    const input = { team: 'Harbour', months: 12, steering: { caps: { moves: point.moves } } };
    const { plan } = await runJob(engine, 'levelling.level', input);
    expect(plan.moves.length).toBeLessThanOrEqual(point.moves);
    expect(plan.peakAfter).toBeLessThanOrEqual(point.peak * 1.005);
    expect(plan.certificate?.text).toContain('What stops it going lower:');
  });

  it('covers every team of the snapshot, one without a roster too', async () => {
    const engine = await engineWithWorkspace();
    const both = caseload({ reference: 'D1' }, { reference: 'D2', team: 'Anchor' });
    await importCaseload(engine, both);
    await importStaff(engine, staff);
    const { teams } = await runJob(engine, 'levelling.frontier', {});
    expect(teams.map(({ team, status }) => [team, status])).toEqual([
      ['Anchor', 'no-capacity'],
      ['Harbour', 'already-level'],
    ]);
  });

  it('tells team and moves on the way, and stops when it is cancelled', async () => {
    const engine = await loadedEngine();
    const steps: string[] = [];
    const abort = new AbortController();
    const onProgress = ({ step }: { step: string }): void => {
      steps.push(step);
      if (step.includes('moves')) abort.abort();
    };
    const running = runJob(engine, 'levelling.frontier', {}, onProgress, abort.signal);
    await expect(running).rejects.toMatchObject({ error: { code: 'cancelled' } });
    expect(steps.at(-1)).toMatch(/^Harbour: (The lowest peak with \d+|Finding the fewest) moves$/);
    expect(await call(engine, 'workspace.status', {})).toMatchObject({ isOpen: true });
  });

  it('of an unknown team, or before anything is loaded, says what is missing', async () => {
    const engine = await engineWithWorkspace();
    expect(await refusal(engine, 'levelling.frontier', {})).toMatchObject({
      code: 'not-found',
      details: { needs: 'snapshot' },
    });
    await importCaseload(engine, peakedCaseload());
    expect(await refusal(engine, 'levelling.frontier', { team: 'Nowhere' })).toMatchObject({
      code: 'not-found',
      details: { teams: ['Harbour'] },
    });
  });
});
