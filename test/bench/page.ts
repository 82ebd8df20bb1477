import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { withDemoPage } from './demo-page.ts';
import { longTasks, watchLongTasks, type Timed } from './long-tasks.ts';
import { timedElsewhere, type Figure } from './measure.ts';

/** A person looks at a page before leaving it; what is still being drawn below the first screen is not the next page's. */
const LOOKS_FOR_MS = 1000;
const PAGES = ['Demand', 'Levelling', 'Import', 'Standards', 'Settings', 'Overview'];

/** Milliseconds until what is in sight stands, and until all of the page does. */
type Change = { page: string; inSight: number; whole: number };

/**
 * Milliseconds from the click to the frame that paints the page: the address alone changes at once, so the
 * navigation must show the page as the current one, nothing may be loading and every chart must be drawn.
 */
async function changeTo(page: Page, name: string): Promise<Change> {
  const [inSight, whole] = await page.evaluate(async (label) => {
    const link = [...document.querySelectorAll('nav a')].find((one) => one.textContent.trim() === label);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isInSight = (one: Element): boolean => one.getBoundingClientRect().top < innerHeight;
    const isThere = (): boolean =>
      link?.getAttribute('aria-current') === 'page' && document.querySelector('main h1') !== null;
    const unfinished = (): Element[] => [
      ...document.querySelectorAll(
        'main [role=status][aria-label=Loading], main figure:not(:has([role=img], table))',
      ),
    ];
    const start = performance.now();
    const standsWhen = async (isDone: () => boolean): Promise<number> => {
      while (!isDone()) await frame();
      // What stands when a frame begins is painted at its end, and the next task comes after that.
      await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - start;
    };
    (link as HTMLAnchorElement).click();
    await frame();
    return [
      await standsWhen(() => isThere() && !unfinished().some(isInSight)),
      await standsWhen(() => unfinished().length === 0),
    ] as const;
  }, name);
  return { page: name, inSight, whole };
}

/** A figure whose name says which page was the slowest. */
function figureOf(name: string, changes: readonly Timed[], target: number | null): Figure {
  const slowest = changes.reduce<Timed | null>(
    (worst, one) => (one.ms > (worst?.ms ?? 0) ? one : worst),
    null,
  );
  return timedElsewhere(
    slowest === null ? name : `${name} (slowest: ${slowest.page})`,
    changes.map(({ ms }) => ms),
    target,
  );
}

/** What a person waits for has a target; what is being drawn below it has none. */
const figuresOf = (visits: string, changes: readonly Change[]): Figure[] => [
  figureOf(
    `page change, ${visits}`,
    changes.map(({ page, inSight }) => ({ page, ms: inSight })),
    100,
  ),
  figureOf(
    `page change with what is below, ${visits}`,
    changes.map(({ page, whole }) => ({ page, ms: whole })),
    null,
  ),
];

/** Page changes in the real page on the demo data, and how long the page is blocked while a plan is computed. */
export const benchPage = (): Promise<Figure[]> =>
  withDemoPage(async (page) => {
    const changes: Change[] = [];
    for (let round = 0; round < 3; round++) {
      for (const name of PAGES) {
        await pause(LOOKS_FOR_MS);
        changes.push(await changeTo(page, name));
      }
    }
    await changeTo(page, 'Levelling');
    await watchLongTasks(page);
    await page
      .getByRole('link', { name: /^Level / })
      .last()
      .click();
    await page.getByRole('table', { name: /^Moves of/ }).waitFor();
    for (const name of PAGES) await changeTo(page, name);
    const blocked = await longTasks(page);
    const worst = blocked.reduce((most, one) => (one.ms > most.ms ? one : most), { page: 'none', ms: 0 });
    return [
      ...figuresOf('first visits', changes.slice(0, PAGES.length)),
      ...figuresOf('later visits', changes.slice(PAGES.length)),
      // The browser reports tasks above 50 ms only: none reported is a zero.
      figureOf('page blocked at most, a plan being computed', [worst], 50),
    ];
  });
