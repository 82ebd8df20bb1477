import { defineConfig } from '@playwright/test';

/** The real page and backend over loopback, in a real browser; each test has its own host and data folder. */
export default defineConfig({
  testDir: '../test/e2e',
  outputDir: '../test-results',
  globalSetup: '../test/e2e/prepare.ts',
  fullyParallel: true,
  workers: 2,
  // A browser that stumbled on a busy machine is no failure; the runner still names what needed a second try.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  // Waiting is for states; these only end what hangs, on a slow machine too.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Recording takes a fifth of the time; it is for whoever looks into a failure.
    trace: process.env.CI === undefined ? 'retain-on-failure' : 'off',
  },
  projects: [{ name: 'loopback' }, { name: 'electron' }],
});
