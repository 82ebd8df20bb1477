import { beforeAll, describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { ScenarioResult } from '#shared/domain/scenario-result.ts';
import { sharedEngine } from './support.ts';

const SLOW = 300_000;
describe('probe', () => {
  const engine = sharedEngine();
  let prepared: ScenarioResult;
  beforeAll(async () => {
    await runJob(engine(), 'workspace.demo', {});
    const t = performance.now();
    prepared = await runJob(engine(), 'scenarios.prepare', {});
    console.log('prepare', performance.now() - t);
  }, SLOW);
  it('probes', async () => {
    const time = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
      const t = performance.now();
      const r = await work();
      console.log(name, Math.round(performance.now() - t));
      return r;
    };
    const draft = (changes: any[]) => ({ draft: { name: 'x', description: '', changes } });
    const post = { kind: 'posts', team: null, posts: 5, role: 'offender-manager', contract: 'officer', from: '2027-01', leadMonths: 3, trainingMonths: 3, productivity: 0.5, until: null };
    await time('run first', () => call(engine(), 'scenarios.run', { scenario: draft([]) }));
    await time('run again', () => call(engine(), 'scenarios.run', { scenario: draft([post]) }));
    await time('run hours', () => call(engine(), 'scenarios.run', { scenario: draft([post, { kind: 'hours', duty: 'visit', risk: null, hours: 6 }]) }));
    await time('run reactive', () => call(engine(), 'scenarios.run', { scenario: draft([post, { kind: 'reactive', team: null, risk: 'low', share: 0.3, from: '2027-04' }]) }));
    const l = await time('run levelling', () => call(engine(), 'scenarios.run', { scenario: draft([{ kind: 'levelling', team: null }]) }));
    for (const t of [...l.teams]) console.log(t.team, t.levelling, t.rsos.middle[0], t.rsos.middle[59], t.load.middle.slice(0, 26).map(Math.round).join(' '));
    for (const t of [...prepared.teams]) console.log(t.team, t.load.middle.map(Math.round).join(' '), 'new', t.newLoad.map(Math.round).filter((_, i) => i % 6 === 0).join(' '), 'cap', t.capacity.slice(0, 12).map(Math.round).join(' '));
    await time('simulate', () => runJob(engine(), 'scenarios.simulate', { scenario: draft([post]) }));
    await time('simulate hours+level', () => runJob(engine(), 'scenarios.simulate', { scenario: draft([post, { kind: 'levelling', team: null }]) }));
    await time('compare', () => runJob(engine(), 'scenarios.compare', { scenarios: [draft([post]), draft([{ kind: 'levelling', team: null }])] }));
    const t = await time('tornado', () => runJob(engine(), 'scenarios.tornado', { scenario: draft([post]), figure: 'ratio-worst' }));
    console.log(JSON.stringify(t.bars.map((b) => [b.key, b.atLow, b.atHigh])), t.now);
    const s = await time('sweep', () => runJob(engine(), 'scenarios.sweep', { scenario: draft([]) }));
    console.log(JSON.stringify(s.points.slice(0, 4)));
    for (const goal of ['ratio', 'capacity'] as const) {
      const k = await time('seek', () => runJob(engine(), 'scenarios.seek', { scenario: draft([]), goal }));
      console.log(k);
    }
    const k = await time('seek lev', () => runJob(engine(), 'scenarios.seek', { scenario: draft([{ kind: 'levelling', team: null }]), goal: 'capacity', team: 'Harbour' }));
    console.log(k);
    console.log(prepared.force.rsos.middle[59], prepared.force.rsos.low?.[59], prepared.force.rsos.high?.[59], JSON.stringify(prepared.force.need), JSON.stringify(prepared.cost), prepared.definition);
    const f = await runJob(engine(), 'forecast.cases', {});
    console.log(f.median[59], f.teams.map((x) => x.median[59]), prepared.teams.map((x) => x.rsos.middle[59]));
    const d = await call(engine(), 'demand.get', {});
    for (const x of d.teams) console.log(x.team, x.load.map(Math.round).join(' '));
  }, SLOW);
});
