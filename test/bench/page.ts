import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { root } from '../../build/parts/paths.ts';
import { launchBrowser } from '../e2e/browser.ts';
import type { Figure } from './measure.ts';

const PAGES = ['Demand', 'Levelling', 'Import', 'Standards', 'Settings', 'Overview'];

/** Milliseconds from the click to the first frame that shows the page's heading and no skeleton. */
async function changeTo(page: Page, name: string): Promise<number> {
  return page.evaluate(async (label) => {
    const link = [...document.querySelectorAll('nav a')].find((one) => one.textContent.trim() === label);
    const path = new URL((link as HTMLAnchorElement).href).pathname;
    const start = performance.now();
    (link as HTMLAnchorElement).click();
    const isThere = (): boolean =>
      location.pathname === path &&
      document.querySelector('main h1') !== null &&
      document.querySelector('main [aria-busy=true]') === null;
    while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  }, name);
}

/** Longest tasks of the main thread while a plan is computed and pages are changed. */
async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      tasks.push(...list.getEntries().map((entry) => entry.duration));
    }).observe({ type: 'longtask' });
  });
}

/** Page changes in the real page on the demo data, and how long the page is blocked while a plan is computed. */
export async function benchPage(): Promise<Figure[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'evenkeel-bench-'));
  const child = spawn(process.execPath, ['electron/loopback/index.ts'], {
    cwd: root,
    env: { ...process.env, EVENKEEL_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await launchBrowser();
  try {
    const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    await page.getByRole('button', { name: 'Explore the demo' }).click();
    // The overview levels the teams that break; only then is the machine quiet.
    await page.getByRole('table', { name: /Utilisation/ }).waitFor();
    await page
      .getByText('Working out what can be brought forward')
      .waitFor({ state: 'detached', timeout: 60_000 });

    const runs: number[] = [];
    for (let round = 0; round < 3; round++) {
      for (const name of PAGES) runs.push(await changeTo(page, name));
    }
    await changeTo(page, 'Levelling');
    await watchLongTasks(page);
    await page
      .getByRole('link', { name: /^Level / })
      .last()
      .click();
    await page.getByRole('table', { name: /^Moves of/ }).waitFor();
    for (const name of PAGES) await changeTo(page, name);
    const blocked = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
    const none = { ratio: NaN };
    return [
      { ...none, name: 'page change, first visits', runs: runs.slice(0, PAGES.length), target: 100 },
      { ...none, name: 'page change, later visits', runs: runs.slice(PAGES.length), target: 100 },
      { ...none, name: 'page blocked while a plan is computed', runs: [0, ...blocked], target: 50 },
    ];
  } finally {
    await browser.close();
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
