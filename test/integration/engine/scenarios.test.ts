import { beforeAll, describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import { Month } from '#shared/domain/dates.ts';
import { baseline, type ChangeOf, type ScenarioChange } from '#shared/domain/scenario.ts';
import type { ScenarioResult } from '#shared/domain/scenario-result.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import {
  engineWithWorkspace,
  importCaseload,
  importStaff,
  peakedCaseload,
  refusal,
  sharedEngine,
  staff,
} from './support.ts';

const post = (posts: number): ChangeOf<'posts'> => ({
  kind: 'posts',
  team: null,
  posts,
  role: 'offender-manager',
  contract: 'officer',
  from: Month.parse('2027-09'),
  leadMonths: 0,
  trainingMonths: 3,
  productivity: 0.5,
  until: null,
});
const draft = (...changes: ScenarioChange[]) => ({ name: 'A draft', description: '', changes });
const futures = { runs: 100, seed: 3 };

describe('scenarios of a workspace with a caseload and a staff list', () => {
  const engine = sharedEngine();
  let prepared: ScenarioResult;

  beforeAll(async () => {
    await importCaseload(engine(), peakedCaseload());
    await importStaff(engine(), staff);
    const early = await refusal(engine(), 'scenarios.run', { ...futures, scenario: { draft: draft() } });
    expect(early).toMatchObject({ code: 'unavailable', details: { needs: 'futures' } });
    prepared = await runJob(engine(), 'scenarios.prepare', futures);
  });

  it('start from the state of things, five years ahead, with ranges', () => {
    expect(prepared).toMatchObject({ name: baseline.name, asAt: '2026-10-31', runs: 100, simulated: true });
    expect(prepared.months).toHaveLength(60);
    expect(prepared.teams.map(({ team }) => team)).toEqual(['Harbour']);
    expect(prepared.force.rsos.low).toHaveLength(60);
    expect(prepared.force.fte[0]).toBe(1.5);
  });

  it('have the median of the forecast from the same runs and seed', async () => {
    const forecast = await runJob(engine(), 'forecast.cases', { ...futures, years: 5 });
    forecast.median.forEach((count, at) => {
      expect(prepared.force.rsos.middle[at]).toBeCloseTo(count, 6);
      expect(prepared.force.rsos.high?.[at]).toBeCloseTo(forecast.high[at] ?? 0, 6);
    });
  });

  it('answer at once while they are written, on the path that the ranges stand around', async () => {
    const scenario = { draft: draft(post(1)) };
    const quick = await call(engine(), 'scenarios.run', { ...futures, scenario });
    const full = await runJob(engine(), 'scenarios.simulate', { ...futures, scenario });
    expect([quick.simulated, full.simulated]).toEqual([false, true]);
    expect(full.force.load.middle).toEqual(quick.force.load.middle);
    // in training from September to November 2027
    const at = quick.months.indexOf(Month.parse('2027-09'));
    expect(quick.force.fte.slice(at - 1, at + 4)).toEqual([1.5, 2, 2, 2, 2.5]);
    expect(quick.cost.years.at(-1)?.cumulativeAdded).toBeGreaterThan(0);
  });

  it('follow a change of the standards without a new simulation', async () => {
    const scenario = { draft: draft() };
    const before = await call(engine(), 'scenarios.run', { ...futures, scenario });
    await call(engine(), 'settings.save', { settings: { ...defaultSettings, ratioLimit: 40 } });
    const after = await call(engine(), 'scenarios.run', { ...futures, scenario });
    expect([before.limit, after.limit]).toEqual([50, 40]);
    await call(engine(), 'settings.save', { settings: defaultSettings });
  });

  it('are compared with one baseline', async () => {
    const scenarios = [{ draft: draft(post(1)) }, { draft: draft({ kind: 'levelling', team: null }) }];
    const found = await runJob(engine(), 'scenarios.compare', { ...futures, scenarios, team: 'harbour' });
    expect(found.scenarios.map(({ name }) => name)).toEqual([baseline.name, 'A draft', 'A draft']);
    expect(found.team).toBe('Harbour');
    expect(found.assumptions.map(({ name }) => name)).toEqual([
      'Posts: offender manager, officer',
      'Levelling',
    ]);
    const peak = found.figures.find(({ key }) => key === 'peak-utilisation')?.values ?? [];
    expect(Number(peak[2])).toBeLessThan(Number(peak[0]));
  });

  it('are swept and sought, and told which assumption moves them', async () => {
    const scenario = { draft: draft() };
    const swept = await runJob(engine(), 'scenarios.sweep', { ...futures, scenario, most: 2 });
    expect(swept.points.map(({ posts }) => posts)).toEqual([0, 1, 2]);
    const sought = await runJob(engine(), 'scenarios.seek', { ...futures, scenario, goal: 'capacity' });
    expect(sought.posts ?? sought.chanceOfMost).not.toBeNull();
    const asked = { ...futures, scenario, figure: 'ratio-end' as const };
    expect((await runJob(engine(), 'scenarios.tornado', asked)).bars.length).toBeGreaterThan(0);
  });

  it.each([
    ['a team that is not there', { draft: draft({ kind: 'levelling', team: 'Nowhere' }) }, 'invalid-input'],
    ['a number that is not kept', { scenarioId: 99 }, 'not-found'],
  ])('of %s are refused', async (_, scenario, code) => {
    expect(await refusal(engine(), 'scenarios.run', { ...futures, scenario })).toMatchObject({ code });
    expect(await refusal(engine(), 'scenarios.simulate', { ...futures, scenario })).toMatchObject({ code });
  });

  it('are not looked at in months that are not there', async () => {
    const asked = { ...futures, scenario: { draft: draft() }, first: '2040-01' };
    expect(await refusal(engine(), 'scenarios.sweep', asked)).toMatchObject({ code: 'invalid-input' });
  });

  it('are not given further posts that are recruited before the first month ahead', async () => {
    const asked = { ...futures, scenario: { draft: draft() }, from: '2026-10' };
    for (const [name, more] of [
      ['scenarios.sweep', {}],
      ['scenarios.seek', { goal: 'ratio' }],
    ] as const)
      expect(await refusal(engine(), name, { ...asked, ...more })).toMatchObject({
        code: 'invalid-input',
        message: expect.stringContaining('in 2026-11 or later') as string,
      });
  });

  it('are ended by cancelling', async () => {
    const abort = new AbortController();
    const input = { runs: 2000, seed: 9, scenario: { draft: draft() } };
    const running = runJob(engine(), 'scenarios.simulate', input, () => abort.abort(), abort.signal);
    await expect(running).rejects.toMatchObject({ error: { code: 'cancelled' } });
  });
});

describe('scenarios kept', () => {
  const engine = sharedEngine();

  it('are named, changed, copied, archived and taken back', async () => {
    const first = await call(engine(), 'scenarios.save', {
      name: 'Two posts',
      description: 'As bid for',
      changes: [post(2)],
    });
    const copy = await call(engine(), 'scenarios.copy', { scenarioId: first.id, name: 'Three posts' });
    expect(copy).toMatchObject({ copiedFrom: first.id, changes: [post(2)], description: 'As bid for' });
    await call(engine(), 'scenarios.save', {
      scenarioId: copy.id,
      name: 'Three posts',
      description: '',
      changes: [post(3)],
    });
    expect(await call(engine(), 'scenarios.get', { scenarioId: copy.id })).toMatchObject({
      changes: [post(3)],
    });

    const taken = await refusal(engine(), 'scenarios.copy', { scenarioId: first.id, name: 'three POSTS' });
    expect(taken.code).toBe('conflict');
    await call(engine(), 'scenarios.archive', { scenarioId: copy.id, archived: true });
    const again = await call(engine(), 'scenarios.copy', { scenarioId: first.id, name: 'Three posts' });
    expect((await call(engine(), 'scenarios.list', {})).map(({ id }) => id)).toEqual([
      again.id,
      first.id,
      copy.id,
    ]);
    const back = await refusal(engine(), 'scenarios.archive', { scenarioId: copy.id, archived: false });
    expect(back.code).toBe('conflict');
  });
});

describe('the pay table', () => {
  const engine = sharedEngine();

  it('is the shipped one until the force keeps its own, changed values dated', async () => {
    const { table, unconfirmed } = await call(engine(), 'payRates.get', {});
    expect(unconfirmed).toContain('Pay, Offender manager, police officer');
    const [first, ...rest] = table.rates;
    if (!first) throw new Error('No rate is shipped.');
    const changed = { ...first, pay: { ...first.pay, value: 51_000, confirmed: true } };
    await call(engine(), 'payRates.save', { table: { rates: [changed, ...rest] } });
    const held = await call(engine(), 'payRates.get', {});
    expect(held.table.rates[0]?.pay).toMatchObject({ value: 51_000, confirmed: true });
    expect(held.table.rates[0]?.pay.setOn).not.toBeNull();
    expect(held.table.rates[0]?.onCost.setOn).toBeNull();
    expect(held.table.rates.map(({ role, contract }) => `${role} ${contract}`)).toEqual(
      table.rates.map(({ role, contract }) => `${role} ${contract}`),
    );
    const twice = await refusal(engine(), 'payRates.save', { table: { rates: [changed, changed] } });
    expect(twice.code).toBe('invalid-input');
  });
});

it('scenarios need a staff list', async () => {
  const engine = await engineWithWorkspace();
  await importCaseload(engine, peakedCaseload());
  const error = await refusal(engine, 'scenarios.prepare', futures);
  expect(error).toMatchObject({ code: 'not-found', details: { needs: 'roster' } });
});
