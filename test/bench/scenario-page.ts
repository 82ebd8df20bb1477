import type { Page } from '@playwright/test';
import { withDemoPage } from './demo-page.ts';
import { longTasks, watchLongTasks } from './long-tasks.ts';
import { timedElsewhere, type Figure } from './measure.ts';

const EDITS = 7;
const REDRAWN = 200;
const WITH_RANGES = 1500;
const BLOCKED = 50;

type Redrawn = { path: number; ranges: number };

async function beginScenario(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Scenarios', exact: true }).click();
  await page.getByRole('button', { name: 'Make these two' }).click({ timeout: 120_000 });
  await page.getByRole('button', { name: 'New scenario' }).click();
  await page.getByRole('menuitem', { name: 'Without changes' }).click();
  await page.getByRole('button', { name: 'Add a change' }).click();
  await page.getByRole('menuitem', { name: 'Posts added or taken away' }).click();
  const chance = page.getByRole('row', { name: /^Futures within 1:50/ }).getByRole('cell');
  await chance.first().getByText('%').waitFor();
}

/** Milliseconds from the key to the frame that paints the middle path, and the one that paints ranges and chances. */
const edit = (page: Page, posts: number): Promise<Redrawn> =>
  page.evaluate(async (wanted) => {
    const field = document.activeElement as HTMLInputElement;
    const cellOf = (name: string, column: number): string => {
      const rows = [...document.querySelectorAll('main [role=tabpanel] tr')];
      const row = rows.find((one) => one.textContent.startsWith(name));
      return row?.querySelectorAll('td')[column]?.textContent ?? '';
    };
    const until = async (isThere: () => boolean): Promise<number> => {
      do await new Promise((resolve) => requestAnimationFrame(resolve));
      while (!isThere());
      // What stands when a frame begins is painted at its end, and the next task comes after that.
      await new Promise((resolve) => setTimeout(resolve));
      return performance.now() - start;
    };
    // What a key does to the field, past what the page itself keeps of it.
    const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    const start = performance.now();
    value?.set?.call(field, String(wanted));
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const path = await until(() => cellOf('Offender managers at the end', 2) === `+${wanted.toFixed(1)}`);
    const ranges = await until(() => cellOf('Futures within 1:50', 0).includes('%'));
    return { path, ranges };
  }, posts);

/** A scenario edited on the real page with the demo data: how soon it is redrawn, and how long the page is blocked. */
export const benchScenarioPage = (): Promise<Figure[]> =>
  withDemoPage(async (page) => {
    await beginScenario(page);
    await page.getByLabel('Posts, FTE').focus();
    await watchLongTasks(page);
    const edits: Redrawn[] = [];
    for (let posts = 2; edits.length < EDITS; posts++) edits.push(await edit(page, posts));
    const blocked = await longTasks(page);
    return [
      timedElsewhere(
        'scenario edited, redrawn',
        edits.map(({ path }) => path),
        REDRAWN,
      ),
      timedElsewhere(
        'scenario edited, with 1,000 futures',
        edits.map(({ ranges }) => ranges),
        WITH_RANGES,
      ),
      // The browser reports tasks above 50 ms only: none reported is a zero.
      timedElsewhere(
        `page blocked at most in ${String(EDITS)} edits`,
        [Math.max(0, ...blocked.map(({ ms }) => ms))],
        BLOCKED,
      ),
    ];
  });
