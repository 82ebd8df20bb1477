/** A scenario edited on the demo force, from the question to the engine's answer; no edit is answered from the one before. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, runJob } from '#electron/engine/call.ts';
import { startEngine } from '../built.ts';
import { addMonths, monthZero } from '#shared/domain/dates.ts';
import type { ScenarioChange } from '#shared/domain/scenario.ts';
import { measure, type Figure } from './measure.ts';

const PASSPHRASE = 'bench bench bench';
const REDRAWN = 200;
const WITH_RANGES = 1500;

const draft = (...changes: ScenarioChange[]) => ({
  scenario: { draft: { name: 'Edited', description: '', changes } },
});
const levelling: ScenarioChange = { kind: 'levelling', team: null };

export async function benchScenarios(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bench-'));
  const engine = startEngine({ dataFolder: join(folder, 'data'), workspaceFolder: folder });
  try {
    await runJob(engine, 'workspace.demo', { path: join(folder, 'demo.evenkeel'), passphrase: PASSPHRASE });
    let seed = 1;
    const simulated = await measure(
      'scenarios.prepare, 1,000 futures simulated anew',
      null,
      () => runJob(engine, 'scenarios.prepare', { seed: ++seed }),
      3,
    );
    const { asAt } = await runJob(engine, 'scenarios.prepare', {});
    const from = addMonths(monthZero(asAt), 12);
    let edits = 0;
    const posts = (): ScenarioChange => ({
      kind: 'posts',
      team: null,
      posts: ++edits / 2,
      role: 'offender-manager',
      contract: 'officer',
      from,
      leadMonths: 6,
      trainingMonths: 3,
      productivity: 0.5,
      until: null,
    });
    // Work is rolled out anew for each interval.
    const interval = (): ScenarioChange => ({
      kind: 'interval',
      duty: 'visit',
      risk: null,
      months: ++edits,
      ownToo: true,
    });
    const ask = (name: string, ...changes: Array<() => ScenarioChange>): Promise<Figure> =>
      measure(`scenarios.run, ${name}`, REDRAWN, () =>
        call(engine, 'scenarios.run', draft(...changes.map((change) => change()))),
      );
    return [
      simulated,
      await ask('posts edited', posts),
      await ask('an interval edited', interval),
      await ask('posts edited with levelling on', () => levelling, posts),
      await measure('scenarios.simulate, posts edited: 1,000 futures', WITH_RANGES, () =>
        runJob(engine, 'scenarios.simulate', draft(posts())),
      ),
    ];
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
