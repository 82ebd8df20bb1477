/** The smallest window people work in: a laptop beside the register. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

test.use({ viewport: { width: 1024, height: 700 } });

/** What of a box lies beyond its end, in px. */
const beyond = (box: Locator): Promise<number> =>
  box.evaluate((element) => element.scrollWidth - element.clientWidth);

const frameOf = (page: Page, table: string | RegExp): Locator =>
  page.getByRole('table', { name: table }).locator('xpath=..');

/** The table stands whole in its frame, and the page in the window. */
async function expectWhole(page: Page, table: string | RegExp): Promise<void> {
  await expect(page.getByRole('table', { name: table }).getByRole('row').nth(1)).toBeVisible();
  expect(await beyond(frameOf(page, table)), String(table)).toBeLessThanOrEqual(0);
  expect(await beyond(page.getByRole('main')), `the page around ${String(table)}`).toBeLessThanOrEqual(0);
}

test('two years of months stand beside each other in a narrow window', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await expectWhole(page, /^Utilisation of/);
  await user.openPage(page, 'Levelling');
  await user.levelFullestTeam(page);
  await page.getByRole('tab', { name: 'Officers' }).click();
  await expectWhole(page, /^Utilisation by officer/);
  await page.getByRole('tab', { name: 'What it costs' }).click();
  await expectWhole(page, 'Load in the year beyond the horizon');
  await user.openPage(page, 'Abstractions');
  await page.getByRole('tab', { name: 'Capacity' }).click();
  await expectWhole(page, 'Known and expected in the months ahead');
  await user.openPage(page, 'Log');
  await expectWhole(page, 'Entries of the log');
});

test('what is wider than a narrow window says so, and keeps the names of its rows', async ({
  page,
  host,
}) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Levelling');
  await user.levelFullestTeam(page);
  await page.getByRole('button', { name: 'Show as table' }).first().click();
  const frame = frameOf(page, /moves take the peak/);
  await expect(frame).toHaveAttribute('data-more', 'true');
  const name = frame.getByRole('rowheader').first();
  const before = await name.boundingBox();
  await frame.evaluate((element) => {
    element.scrollLeft = element.scrollWidth;
  });
  await expect(frame).toHaveAttribute('data-more', 'false');
  expect(await name.boundingBox()).toEqual(before);
});

test('a scenario and its tables fit a narrow window', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Scenarios');
  await page.getByRole('button', { name: 'Make these two' }).click();
  await expectWhole(page, 'Scenarios');
  await page.getByRole('link', { name: 'Two posts from September' }).click();
  await expectWhole(page, 'Key figures against the baseline');
  await expectWhole(page, /^Offender managers needed/);
  await expectWhole(page, /^Cost of the force/);
  await page.getByRole('tab', { name: 'What moves the answer' }).click();
  await expect(page.getByRole('figure', { name: /moves it most/ })).toBeVisible();
  expect(await beyond(page.getByRole('main')), 'the tornado').toBeLessThanOrEqual(0);
});
