/**
 * Every test gets its own host with its own data folder, and a page that reports what it must never do. The
 * same tests run over loopback always, and in Electron's window where its runtime is to be had.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, test as base, expect, type Browser, type TestInfo } from '@playwright/test';
import { findElectron } from '../../build/parts/electron-runtime.ts';
import { built, root } from '../../build/parts/paths.ts';
import { launchBrowser } from './browser.ts';

export type Host = { url: string; dataFolder: string };

const electron = findElectron();
const inElectron = (test: TestInfo): boolean => test.project.name === 'electron';
export const WITHOUT_ELECTRON = "Electron's runtime is not installed and cannot be downloaded here";

async function startLoopback(
  dataFolder: string,
  minuteMs: number | null,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [built('loopback')], {
    cwd: root,
    env: {
      ...process.env,
      EVENKEEL_DATA: dataFolder,
      ...(minuteMs === null ? {} : { EVENKEEL_MINUTE_MS: String(minuteMs) }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, stop };
}

type Fixtures = {
  host: Host;
  faults: string[];
  /** Whether the demo is there already, as on a second visit; making it takes seconds. */
  hasDemo: boolean;
  /** How long a minute without use lasts on the host; null for a real one. */
  minuteMs: number | null;
};

export const test = base.extend<Fixtures, { browser: Browser }>({
  hasDemo: [true, { option: true }],
  minuteMs: [null, { option: true }],
  browser: [
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  host: async ({ hasDemo, minuteMs }, use, testInfo) => {
    testInfo.skip(inElectron(testInfo) && electron === null, WITHOUT_ELECTRON);
    const dataFolder = mkdtempSync(join(tmpdir(), 'evenkeel-e2e-'));
    const demo = process.env.EVENKEEL_E2E_DEMO;
    if (hasDemo && demo !== undefined) copyFileSync(demo, join(dataFolder, 'demo.evenkeel'));
    if (inElectron(testInfo)) {
      await use({ url: 'app://evenkeel/', dataFolder });
    } else {
      const { url, stop } = await startLoopback(dataFolder, minuteMs);
      await use({ url, dataFolder });
      await stop();
    }
    rmSync(dataFolder, { recursive: true, force: true });
  },
  page: async ({ page, host }, use, testInfo) => {
    if (!inElectron(testInfo) || electron === null) {
      await use(page);
      return;
    }
    const env = { ...process.env, EVENKEEL_DATA: host.dataFolder } as Record<string, string>;
    const application = await _electron.launch({ executablePath: electron, args: [root], env });
    await use(await application.firstWindow());
    await application.close();
  },
  /** Violations of the content policy, requests to elsewhere, uncaught errors: none may occur in any test. */
  faults: [
    async ({ page, host }, use) => {
      const faults: string[] = [];
      const own = new URL(host.url).host;
      page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
      page.on('request', (request) => {
        const { protocol, host: to } = new URL(request.url());
        if (/^(http|app)/.test(protocol) && to !== own) faults.push(`request to ${to}`);
      });
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
