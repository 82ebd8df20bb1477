/** The real page on the demo data, with the teams that break already levelled: for the bench and the README's picture. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { built, root } from '../../build/parts/paths.ts';
import { launchBrowser } from '../e2e/browser.ts';

export async function withDemoPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'evenkeel-demo-'));
  const child = spawn(process.execPath, [built('loopback')], {
    cwd: root,
    env: { ...process.env, EVENKEEL_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await launchBrowser();
  try {
    const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    await page.goto(url);
    await page.getByRole('button', { name: 'Explore the demo' }).click();
    await page.getByRole('table', { name: /Utilisation/ }).waitFor({ timeout: 60_000 });
    // What is not said yet is not over: first it comes, then it goes.
    const working = page.getByText(/Working out what can be brought forward/);
    await working.waitFor({ timeout: 60_000 });
    await working.waitFor({ state: 'detached', timeout: 60_000 });
    return await use(page);
  } finally {
    await browser.close();
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
