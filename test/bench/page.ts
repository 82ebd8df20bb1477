import type { Page } from '@playwright/test';
import { withDemoPage } from './demo-page.ts';
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
export const benchPage = (): Promise<Figure[]> =>
  withDemoPage(async (page) => {
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
    return [
      { name: 'page change, first visits', runs: runs.slice(0, PAGES.length), ratio: null, target: 100 },
      { name: 'page change, later visits', runs: runs.slice(PAGES.length), ratio: null, target: 100 },
      // The browser reports tasks above 50 ms only: none reported is a zero.
      {
        name: 'page blocked at most, a plan being computed',
        runs: [Math.max(0, ...blocked)],
        ratio: null,
        target: 50,
      },
    ];
  });
