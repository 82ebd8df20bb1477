/** Kills the application at fifty moments of each kind of work: the test does it at a few. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const MOMENTS = process.argv[2] ?? '50';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const files = ['killed', 'import-killed'].map((name) => `test/integration/engine/${name}.test.ts`);
const what = ['--project', 'integration', ...files];
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', 'build/vitest.config.ts', '--reporter', 'verbose', ...what],
  { stdio: 'inherit', env: { ...process.env, EVENKEEL_FAULTS: MOMENTS } },
);
process.exitCode = status ?? 1;
