/** What abstractions, the backlog and the weekly meeting ask of 50,000 records and 36 snapshots of 2,200 cases, on a real workspace. */
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call } from '#electron/engine/call.ts';
import { startEngine } from '../built.ts';
import type { Input, QueryName } from '#shared/contract/registry.ts';
import { addAbstractions } from '#electron/engine/store/abstractions.ts';
import { randomFrom } from '#electron/engine/demo/random.ts';
import { openWorkspace } from '#electron/engine/workspace/workspace.ts';
import { readPeople } from '#electron/engine/store/rosters.ts';
import type { Store } from '#electron/engine/store/store.ts';
import { addDays, isoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { fillDemo } from '#electron/engine/demo/fill.ts';
import { largeForce } from './force.ts';
import { measure, type Figure } from './measure.ts';

const RECORDS = 50_000;
const TARGET = 300;
const team = 'Harbour';
const AS_AT = isoDate('2026-10-31');
const PASSPHRASE = 'bench bench bench';
const reasons = [
  ['Absence', 'Sickness'],
  ['Court', 'Crown Court'],
  ['Training', 'Course'],
  ['Leave', 'Annual leave'],
  ['Operational', 'Football'],
] as const;

/** Absences of the last three years, by chance. */
async function addRecords(store: Store): Promise<void> {
  const random = randomFrom(3);
  const people = await readPeople(store);
  const records = Array.from({ length: RECORDS }, () => {
    const from = addDays(AS_AT, -random.int(0, 36 * 30));
    const length = random.chance(0.8) ? 1 : random.int(2, 5);
    const [group, activity] = reasons[random.int(0, reasons.length - 1)] ?? reasons[0];
    return {
      collar: people[random.int(0, people.length - 1)]?.collar ?? '',
      from,
      to: addDays(from, length - 1),
      hours: hours(8 * length),
      group,
      activity,
      detail: null,
      toOtherPolicing: group === 'Operational',
    };
  });
  addAbstractions(store, records, null);
}

async function fill(path: string): Promise<void> {
  const force = { ...largeForce(36), abstractions: [] };
  const planner = { runPlanner: () => Promise.resolve(force as never), now: () => new Date() };
  const job = { jobId: '', signal: new AbortController().signal, progress: () => undefined };
  const workspace = openWorkspace(path, PASSPHRASE);
  await fillDemo(workspace, planner, job, null);
  await workspace.write(addRecords);
  await workspace.close();
}

export async function benchAbstractions(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bench-'));
  const path = join(folder, 'force.evenkeel');
  const engine = startEngine({ dataFolder: join(folder, 'data'), workspaceFolder: folder });
  try {
    await call(engine, 'workspace.create', { path, passphrase: PASSPHRASE });
    await call(engine, 'workspace.close', {});
    await fill(path);
    await call(engine, 'workspace.open', { path, passphrase: PASSPHRASE });
    const figures: Figure[] = [];
    const ask = async <N extends QueryName>(name: N, input: Input<N>, said: string): Promise<void> => {
      figures.push(await measure(`${name}, ${said}`, TARGET, () => call(engine, name, input), 5));
    };
    await ask('abstractions.list', {}, '200 of 50,000');
    await ask('abstractions.list', { team, kind: 'court' }, 'one team and kind');
    await ask('abstractions.calendar', { team, month: '2026-10' }, 'one team’s month');
    await ask('abstractions.queue', {}, '200 of 50,000');
    await ask('abstractions.regular', { asAt: AS_AT }, 'force, 52 weeks');
    await ask('abstractions.rate', {}, 'force, 12 months');
    await ask('abstractions.effect', {}, 'force, 12 months');
    await ask('abstractions.effect', { months: 36 }, 'force, 36 months');
    await ask('backlog.get', {}, 'force');
    await ask('backlog.trend', { duty: 'visit' }, 'force, 36 snapshots');
    await ask('backlog.trend', { duty: 'visit', team }, 'one team, 36 snapshots');
    await ask('signoff.get', {}, 'force');
    await ask('checks.get', {}, 'force');
    await ask('packs.weekly', { team }, 'one team');
    await ask('packs.weekly', {}, 'six teams');
    return figures;
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
