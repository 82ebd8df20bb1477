/**
 * What all browser tests share is made once: the registry's browser, which unpacks itself at first use (two
 * workers doing so at once would trip over each other), what is built, and the demo.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runJob } from '#electron/engine/call.ts';
import { buildAllIfStale } from '../../build/parts/freshness.ts';
import { browserPath } from './browser.ts';

export default async (): Promise<() => void> => {
  await browserPath();
  await buildAllIfStale();
  const { startEngine } = await import('../built.ts');
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-e2e-demo-'));
  const engine = startEngine({ dataFolder: folder, workspaceFolder: folder });
  const { path } = await runJob(engine, 'workspace.demo', {});
  await engine.close();
  process.env.EVENKEEL_E2E_DEMO = path;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
};
