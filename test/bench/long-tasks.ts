import type { Page } from '@playwright/test';

/** Milliseconds, with the page that was shown. */
export type Timed = { page: string; ms: number };

/** Has the browser note the tasks of its main thread above 50 ms from now on, with the page that they fell on. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: Array<{ page: string; ms: number }> = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      const shown = document.querySelector('nav a[aria-current=page]')?.textContent.trim() ?? 'none';
      tasks.push(...list.getEntries().map((entry) => ({ page: shown, ms: entry.duration })));
    }).observe({ type: 'longtask' });
  });
}

/** Those noted so far. */
export const longTasks = (page: Page): Promise<Timed[]> =>
  page.evaluate(async () => {
    // Tasks are reported a little after they end.
    await new Promise((resolve) => setTimeout(resolve, 300));
    return (window as unknown as { longTasks: Timed[] }).longTasks;
  });
