import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { root } from './parts/paths.ts';

/** Ends what hangs. Speed is for the bench: a slow machine may take its time. */
const common = { root, pool: 'forks' as const, testTimeout: 180_000, hookTimeout: 180_000 };

/** Unit tests keep nothing in modules or globals, so that a process may run one file after the other: twice as quick. */
const unit = { ...common, include: ['test/unit/**/*.test.ts'], isolate: false };

/** Integration tests drive the backend as it is built: no part of it goes through the test runner. */
const integration = {
  name: 'integration',
  include: ['test/integration/**/*.test.ts'],
  globalSetup: ['test/build-first.ts'],
  server: { deps: { external: [/\/dist\/electron\//] } },
};

/** Levelling knows months by number only, and takes most of the time: once is enough. */
const asksNoDate = ['test/unit/shared/planning/levelling/**'];

/** Unit tests run in two time zones, one ahead of and one behind UTC: no date may depend on where we are. */
export default defineConfig({
  root,
  test: {
    // The runner leaves a core to itself; of two, that is half the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { test: { ...unit, name: 'unit, Auckland', env: { TZ: 'Pacific/Auckland' } } },
      {
        test: {
          ...unit,
          name: 'unit, Los Angeles',
          env: { TZ: 'America/Los_Angeles' },
          exclude: asksNoDate,
        },
      },
      { test: { ...common, ...integration } },
    ],
  },
});
