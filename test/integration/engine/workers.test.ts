import { expect, it } from 'vitest';
import { startEngine } from '../../built.ts';
import { runWorker } from '#electron/engine/workers/planner-client.ts';
import { newEngine, temporaryFolder } from './support.ts';

const task = { kind: 'demo' as const, seed: 1 };
const dying = new URL('./dying-worker.ts', import.meta.url);
const endless = new URL('./endless-worker.ts', import.meta.url);

it('a planner worker that ends without a result is told as unavailable', async () => {
  const job = { signal: new AbortController().signal, progress: () => undefined };
  await expect(runWorker(dying, task, job)).rejects.toMatchObject({ code: 'unavailable' });
});

it('a planner worker that is busy is ended by cancelling', async () => {
  const abort = new AbortController();
  const steps: string[] = [];
  const progress = (step: string): void => {
    steps.push(step);
    abort.abort();
  };
  await expect(runWorker(endless, task, { signal: abort.signal, progress })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(steps).toEqual(['Busy']);
});

it('a planner worker is not started for a job that is cancelled already', async () => {
  const job = { signal: AbortSignal.abort(), progress: () => undefined };
  await expect(runWorker(endless, task, job)).rejects.toMatchObject({ code: 'cancelled' });
});

it('an engine that was closed answers that it is gone, and closing it again does nothing', async () => {
  const folder = temporaryFolder();
  const engine = startEngine({ dataFolder: folder, workspaceFolder: folder });
  const pending = engine.call('workspace.status', {});
  await engine.close();
  expect(await pending).toMatchObject({ ok: true });
  expect(await engine.call('workspace.status', {})).toMatchObject({
    ok: false,
    error: { code: 'unavailable' },
  });
  expect(await engine.upload('a.csv', new Uint8Array())).toMatchObject({ ok: false });
  await engine.close();
});

it('closing the engine ends its jobs', async () => {
  const engine = newEngine();
  const states: string[] = [];
  engine.subscribe((event) => {
    if (event.topic === 'job') states.push(event.state);
  });
  await engine.call('workspace.demo', {});
  await engine.close();
  expect(states.at(-1)).toBe('cancelled');
});
