import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call, ContractError, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import type { BackendEvent } from '#shared/contract/events.ts';
import type { Month } from '#shared/domain/dates.ts';
import {
  PASSPHRASE,
  caseload,
  engineWithWorkspace,
  importCaseload,
  importStaff,
  loadedEngine,
  newEngine,
  peakedCaseload,
  refusal,
  staff,
} from './support.ts';

describe('demand', () => {
  it('tells what is missing before anything is loaded', async () => {
    const engine = await engineWithWorkspace();
    expect(await refusal(engine, 'demand.get', {})).toMatchObject({
      code: 'not-found',
      details: { needs: 'snapshot' },
    });
  });

  it('shows the peak, and the cases behind it add up to it', async () => {
    const engine = await loadedEngine();
    const demand = await call(engine, 'demand.get', { team: 'HARBOUR', months: 12 });
    expect(demand).toMatchObject({
      asAt: '2026-10-31',
      rosterAsAt: '2026-10-31',
      teams: [{ team: 'Harbour' }],
    });
    expect(demand.months[0]).toBe('2026-11');
    expect(demand.teams[0]?.peaks.map((peak) => peak.month)).toContain('2027-03');

    const march = demand.months.indexOf('2027-03' as Month);
    const cases = await call(engine, 'demand.cases', { month: '2027-03', duty: 'visit', limit: 5 });
    expect(cases).toMatchObject({ total: 60, hours: 420 });
    expect(cases.cases).toHaveLength(5);
    expect(demand.teams[0]?.loadByDuty.visit?.[march]).toBe(420);
  });

  it('finds work over capacity once the only offender manager has left, by no figure', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, peakedCaseload());
    await importStaff(
      engine,
      'Collar No,Team,Role,Contract,FTE,Start,Leaving\n3001,Harbour,Offender Manager,Officer,1,,31/01/2027\n',
    );
    const { teams, months } = await call(engine, 'demand.get', { team: 'Harbour', months: 12 });
    const bare = teams[0]?.peaks.filter(({ utilisation }) => utilisation === null) ?? [];
    const withWork = months.filter((month, index) => month >= '2027-02' && (teams[0]?.load[index] ?? 0) > 0);
    expect(bare.map(({ month }) => month)).toEqual(withWork);
    expect(bare[0]).toMatchObject({ month: '2027-03', tests: ['over-capacity'] });
    expect(bare[0]?.because[0]?.text).toMatch(/^Nobody is in post/);
  });

  it('has the work of somebody in custody fall due after the release that the extract holds', async () => {
    const engine = await engineWithWorkspace();
    const rows = [
      'ViSOR Ref,Team,Status,Expected Release Date,Risk Level,Management,Last Visit,Next Visit Due',
      'D100001,Harbour,In Custody,20/02/2027,High,Active,10/01/2024,10/04/2024',
      'D100002,Harbour,In Custody,,High,Active,10/01/2024,10/04/2024',
      'D100003,Harbour,Community,01/03/2023,High,Active,10/09/2026,10/12/2026',
    ];
    await importCaseload(engine, rows.join('\n'));
    const visits = async (month: string): Promise<string[]> => {
      const { cases } = await call(engine, 'demand.cases', { month, duty: 'visit' });
      return cases.map(({ reference }) => reference);
    };
    expect(await visits('2026-11')).toEqual([]);
    expect(await visits('2026-12')).toEqual(['D100003']);
    expect(await visits('2027-03')).toEqual(['D100003', 'D100001']);
    const [, released] = (await call(engine, 'demand.cases', { month: '2027-03', duty: 'visit' })).cases;
    expect(released).toMatchObject({ dueDate: '2027-03-20', isOverdue: false });
    expect(released?.notes).toContain('to be released on 20 Feb 2027');
    expect((await call(engine, 'backlog.get', {})).duties[0]).toMatchObject({ owing: 1, outstanding: 0 });
  });

  it('tells what expected joiners add, beside load and peaks of the cases held', async () => {
    const engine = await loadedEngine();
    const before = await call(engine, 'demand.get', { months: 24 });
    const joiners = await runJob(engine, 'demand.joiners', { months: 24, runs: 100, seed: 2 });
    expect(joiners).toMatchObject({ asAt: '2026-10-31', months: before.months, runs: 100, seed: 2 });
    expect(joiners.teams.map(({ team }) => team)).toEqual(['Harbour']);
    const { load } = joiners.force;
    expect(load).toHaveLength(24);
    expect(load.at(-1)).toBeGreaterThan(load[1] ?? 0);
    expect(await call(engine, 'demand.get', { months: 24 })).toEqual(before);
  });

  it('of a month long gone or far off is refused', async () => {
    const engine = await loadedEngine();
    for (const month of ['2026-10', '2199-12']) {
      expect(await refusal(engine, 'demand.cases', { month })).toMatchObject({ code: 'invalid-input' });
    }
  });

  it('names the teams there are when asked for another', async () => {
    const engine = await loadedEngine();
    expect(await refusal(engine, 'demand.get', { team: 'Nowhere' })).toMatchObject({
      code: 'not-found',
      details: { teams: ['Harbour'] },
    });
  });

  it('without a roster has no capacity and says so', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, peakedCaseload());
    const demand = await call(engine, 'demand.get', {});
    expect(demand.rosterAsAt).toBeNull();
    expect(demand.force.utilisation.every((value) => value === null)).toBe(true);
    expect(demand.warnings.join()).toContain('No staff list');
  });

  it('rests on the newest roster not later than the snapshot, else the oldest', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, peakedCaseload());
    await importStaff(engine, staff, '2027-01-31');
    await importStaff(engine, staff, '2026-12-31');
    expect(await call(engine, 'demand.get', {})).toMatchObject({ rosterAsAt: '2026-12-31' });
    await importStaff(engine, staff, '2026-08-31');
    await importStaff(engine, staff, '2026-09-30');
    expect(await call(engine, 'demand.get', {})).toMatchObject({ rosterAsAt: '2026-09-30' });
  });
});

describe('levelling', () => {
  it('lowers the peak, reports its steps, and gives the same plan twice', async () => {
    const engine = await loadedEngine();
    const steps: string[] = [];
    const level = () =>
      runJob(engine, 'levelling.level', { team: 'harbour', withProblem: true }, ({ step }) =>
        steps.push(step),
      );
    const first = await level();
    const second = await level();
    expect(first.plan.peakAfter).toBeLessThan(first.plan.peakBefore ?? 0);
    expect(JSON.stringify(second.plan)).toBe(JSON.stringify(first.plan));
    expect(first.problem?.chains.length).toBeGreaterThan(0);
    expect(steps.length).toBeGreaterThan(0);
  });

  it('without the problem when it is not asked for', async () => {
    const engine = await loadedEngine();
    expect(await runJob(engine, 'levelling.level', { team: 'Harbour', months: 12 })).toMatchObject({
      problem: null,
    });
  });

  it('tells what a reader of the plan must know, of that team alone', async () => {
    const engine = await engineWithWorkspace();
    const unassessed = { team: 'Moorland', risk: '' };
    await importCaseload(
      engine,
      caseload({ risk: '' }, { ...unassessed, reference: 'D2' }, { ...unassessed, reference: 'D3' }),
    );
    const { warnings } = await runJob(engine, 'levelling.level', { team: 'Harbour' });
    expect(warnings).toEqual([
      expect.stringMatching(/^No staff list is loaded/),
      '1 case not assessed yet, planned as medium risk.',
    ]);
  });

  it('can be cancelled, and nothing is kept', async () => {
    const engine = await loadedEngine();
    const abort = new AbortController();
    const running = runJob(engine, 'levelling.level', { team: 'Harbour' }, undefined, abort.signal);
    abort.abort();
    await expect(running).rejects.toMatchObject({ error: { code: 'cancelled' } });
    expect(await call(engine, 'plans.list', {})).toEqual([]);
  });

  it('is forgotten when the workspace is closed', async () => {
    const engine = await loadedEngine();
    const done = new Promise<string>((resolve) => {
      engine.subscribe((event) => {
        if (event.topic === 'job' && event.state === 'done') resolve(event.jobId);
      });
    });
    await runJob(engine, 'levelling.level', { team: 'Harbour' });
    const jobId = await done;
    expect(await call(engine, 'jobs.get', { jobId })).toMatchObject({ state: 'done', progress: 1 });
    await call(engine, 'workspace.close', {});
    expect(await refusal(engine, 'jobs.get', { jobId })).toMatchObject({ code: 'not-found' });
  });

  it('of an unknown team fails as a job, with the reason', async () => {
    const engine = await loadedEngine();
    await expect(runJob(engine, 'levelling.level', { team: 'Nowhere' })).rejects.toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('plans', () => {
  const accept = async (engine: Engine, note?: string) => {
    const { proposalId, plan } = await runJob(engine, 'levelling.level', { team: 'Harbour' });
    const summary = await call(engine, 'plans.accept', { proposalId, ...(note !== undefined && { note }) });
    return { proposalId, plan, summary };
  };

  it('are accepted, are there again after reopening, and show in demand as they were proposed', async () => {
    const engine = await loadedEngine();
    const { plan, summary } = await accept(engine, 'Agreed on Monday');
    expect(summary).toMatchObject({
      team: 'Harbour',
      inForce: true,
      isStale: false,
      note: 'Agreed on Monday',
    });
    await call(engine, 'workspace.close', {});
    await call(engine, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });

    const { entries } = await call(engine, 'audit.list', { action: 'edit', limit: 1 });
    expect(entries[0]?.operation).toBe('plans.accept');
    const acceptedBy = entries[0]?.user;
    expect(acceptedBy).toBeTruthy();
    expect(await call(engine, 'plans.list', {})).toEqual([{ ...summary, acceptedBy }]);
    expect((await call(engine, 'plans.get', { planId: summary.id })).plan).toEqual(plan);
    const demand = await call(engine, 'demand.get', {});
    const planned = demand.teams[0]?.planned;
    expect(planned?.planId).toBe(summary.id);
    expect(planned?.load.map((value) => Math.round(value * 1e6))).toEqual(
      plan.after.map((value) => Math.round(value * 1e6)),
    );
    expect(demand.force.planned?.load).toEqual(planned?.load);
    const longer = await call(engine, 'demand.get', { months: 36 });
    expect(longer.teams[0]?.planned?.load.slice(0, 24)).toEqual(planned?.load);
  });

  it('show as accepted whatever the standards have become since', async () => {
    const engine = await loadedEngine();
    const { plan } = await accept(engine);
    const { standards } = await call(engine, 'standards.get', {});
    for (const duty of standards.duties) duty.values.medium.interval.value = 3;
    await call(engine, 'standards.save', { standards });
    const demand = await call(engine, 'demand.get', {});
    expect(demand.teams[0]?.planned?.load[4]).toBeCloseTo(plan.after[4] ?? NaN, 6);
  });

  it('are undone once; the one before is then in force again', async () => {
    const engine = await loadedEngine();
    const { summary: first } = await accept(engine, 'first');
    const { summary: second } = await accept(engine, 'second');
    expect(await call(engine, 'plans.list', {})).toMatchObject([
      { id: second.id, inForce: true },
      { id: first.id, inForce: false },
    ]);
    const undone = await call(engine, 'plans.undo', { planId: second.id });
    expect(undone).toMatchObject({ inForce: false });
    expect(undone.undoneAt).not.toBeNull();
    expect(await call(engine, 'plans.list', {})).toMatchObject([{ inForce: false }, { inForce: true }]);
    expect(await refusal(engine, 'plans.undo', { planId: second.id })).toMatchObject({ code: 'conflict' });

    await call(engine, 'plans.undo', { planId: first.id });
    expect((await call(engine, 'demand.get', {})).force.planned).toBeNull();
  });

  it('stay in force when a newer snapshot is loaded: what still stands is laid over it', async () => {
    const engine = await loadedEngine();
    const { summary } = await accept(engine);
    const visitsOf = async (snapshotId?: number) =>
      (await call(engine, 'demand.get', { snapshotId })).teams[0]?.planned?.loadByDuty.visit;
    const before = await visitsOf();
    await importCaseload(engine, peakedCaseload(), 'caseload-2026-11-30.csv');

    expect(await call(engine, 'plans.list', { team: 'Harbour' })).toMatchObject([
      { id: summary.id, inForce: true, isStale: true, isOver: false, lastMonth: '2028-10' },
    ]);
    const { force } = await call(engine, 'demand.get', {});
    expect(force.planned).toMatchObject({ planId: summary.id, asAt: '2026-10-31' });
    // Nobody was visited in November, and nobody was to be: a month on, the same visits are planned.
    expect((await visitsOf())?.slice(0, 23)).toEqual(before?.slice(1));
    expect(await visitsOf(summary.snapshotId)).toEqual(before);

    await importCaseload(engine, caseload({ reference: 'D9' }), 'caseload-2026-12-31.csv');
    const left = (await call(engine, 'demand.get', {})).force.planned;
    expect(left?.counts.open).toBe(0);
    const { counts } = await call(engine, 'plans.followUp', { planId: summary.id });
    expect(left?.counts).toEqual(counts);
    expect((await call(engine, 'demand.get', {})).force.load).toEqual(left?.load);
  });

  it('give way to one accepted on the newer snapshot, and come back when that is undone', async () => {
    const engine = await loadedEngine();
    const { summary: older } = await accept(engine);
    await importCaseload(engine, peakedCaseload(), 'caseload-2026-11-30.csv');
    const { summary: newer } = await accept(engine);
    const planned = async () => (await call(engine, 'demand.get', {})).teams[0]?.planned;
    expect(await planned()).toMatchObject({ planId: newer.id, asAt: '2026-11-30' });
    expect(await call(engine, 'plans.list', {})).toMatchObject([{ inForce: true }, { inForce: false }]);
    await call(engine, 'plans.undo', { planId: newer.id });
    expect(await planned()).toMatchObject({ planId: older.id, asAt: '2026-10-31' });
    await call(engine, 'plans.undo', { planId: older.id });
    expect(await planned()).toBeNull();
  });

  it('cannot be accepted twice, nor after the workspace was closed', async () => {
    const engine = await loadedEngine();
    const { proposalId } = await accept(engine);
    expect(await refusal(engine, 'plans.accept', { proposalId })).toMatchObject({ code: 'not-found' });
    const other = await runJob(engine, 'levelling.level', { team: 'Harbour' });
    await call(engine, 'workspace.close', {});
    await call(engine, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });
    expect(await refusal(engine, 'plans.accept', { proposalId: other.proposalId })).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('standards and settings', () => {
  it('start as the examples, none of them confirmed', async () => {
    const engine = await engineWithWorkspace();
    const { standards, examples, unconfirmed } = await call(engine, 'standards.get', {});
    expect(standards).toEqual(examples);
    expect(unconfirmed.length).toBeGreaterThan(50);
  });

  it('come back as saved, and only what changed carries a date', async () => {
    const engine = await engineWithWorkspace();
    const { standards } = await call(engine, 'standards.get', {});
    const [visit] = standards.duties;
    if (!visit) throw new Error('no duties');
    visit.values.high.interval = { value: 2, source: 'Force policy 7', confirmed: true, setOn: null };
    standards.assumptions.leaveDays.value = 30;
    standards.duties.push({ ...structuredClone(visit), key: 'bail-check', name: 'Bail check' });
    await call(engine, 'standards.save', { standards });

    const saved = (await call(engine, 'standards.get', {})).standards;
    const today = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string;
    expect(saved.duties.map((duty) => duty.key)).toContain('bail-check');
    expect(saved.duties[0]?.values.high.interval).toEqual({
      value: 2,
      source: 'Force policy 7',
      confirmed: true,
      setOn: today,
    });
    expect(saved.duties[0]?.values.low.interval.setOn).toBeNull();
    expect(saved.assumptions.leaveDays).toMatchObject({ value: 30, setOn: today });
    expect(saved.assumptions.trainingDays.setOn).toBeNull();
  });

  it('that contradict themselves are refused, and the ones held stay', async () => {
    const engine = await engineWithWorkspace();
    const { standards, examples } = await call(engine, 'standards.get', {});
    const [visit] = standards.duties;
    if (!visit) throw new Error('no duties');
    const twice = { ...standards, duties: [visit, visit] };
    expect(await refusal(engine, 'standards.save', { standards: twice })).toMatchObject({
      code: 'invalid-input',
    });
    const never = structuredClone(standards);
    for (const duty of never.duties) duty.values.low.interval.value = 0;
    expect(await refusal(engine, 'standards.save', { standards: never })).toMatchObject({
      code: 'invalid-input',
    });
    expect((await call(engine, 'standards.get', {})).standards).toEqual(examples);
  });

  it('can be tried out without being stored', async () => {
    const engine = await loadedEngine();
    const { standards } = await call(engine, 'standards.get', {});
    for (const duty of standards.duties) {
      if (duty.key === 'visit') duty.values.medium.hours.value *= 2;
    }
    const { teams } = await call(engine, 'standards.preview', { standards });
    expect(teams).toHaveLength(1);
    expect(teams[0]?.hoursThen).toBeGreaterThan(teams[0]?.hoursNow ?? Infinity);
    expect(teams[0]?.peakThen).toBeGreaterThan(teams[0]?.peakNow ?? Infinity);
    expect((await call(engine, 'standards.get', {})).unconfirmed.length).toBeGreaterThan(0);
  });

  it('settings come back as saved and take effect', async () => {
    const engine = await loadedEngine();
    const settings = await call(engine, 'settings.get', {});
    const changed = {
      ...settings,
      horizonMonths: 36,
      forceName: 'Any force',
      establishedFte: { Harbour: 2 },
    };
    await call(engine, 'settings.save', { settings: changed });
    expect(await call(engine, 'settings.get', {})).toEqual(changed);
    expect((await call(engine, 'demand.get', {})).months).toHaveLength(36);
    expect(await call(engine, 'ratio.get', { denominator: 'established-fte' })).toMatchObject({
      force: { offenders: 60, managers: 2, ratio: 30 },
    });
  });
});

describe('the demo', () => {
  it('is made in one job, opens as a demo, and is opened, not made again, the second time', async () => {
    const engine = newEngine();
    const events: BackendEvent[] = [];
    engine.subscribe((event) => events.push(event));
    const demo = await runJob(engine, 'workspace.demo', {});
    expect(demo.snapshots).toBe(36);
    expect(await call(engine, 'workspace.status', {})).toMatchObject({ isOpen: true, isDemo: true });
    expect(await call(engine, 'teams.list', {})).toHaveLength(6);
    expect(events).toContainEqual({ topic: 'data-changed', areas: ['workspace'] });

    const settings = await call(engine, 'settings.get', {});
    await call(engine, 'settings.save', { settings: { ...settings, forceName: 'Tried out' } });
    expect(await runJob(engine, 'workspace.demo', {})).toEqual(demo);
    expect(await call(engine, 'settings.get', {})).toMatchObject({ forceName: 'Tried out' });
  });

  it('cancelled leaves no file behind', async () => {
    const engine = newEngine();
    const path = join(engine.folder, 'mine.evenkeel');
    const abort = new AbortController();
    const onProgress = ({ step }: { step: string }): void => {
      if (step.startsWith('Storing')) abort.abort();
    };
    const making = runJob(
      engine,
      'workspace.demo',
      { path, passphrase: PASSPHRASE },
      onProgress,
      abort.signal,
    );
    await expect(making).rejects.toBeInstanceOf(ContractError);
    await expect(making).rejects.toMatchObject({ error: { code: 'cancelled' } });
    expect(existsSync(path)).toBe(false);
    expect(existsSync(`${path}.part`)).toBe(false);
    expect(await call(engine, 'workspace.status', {})).toMatchObject({ isOpen: false });
  });
});
