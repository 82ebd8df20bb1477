/** By keyboard: what has the focus once an action has taken away what had it. */
import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

test('accepting a plan leads the focus to the plan accepted', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Levelling');
  await user.levelFullestTeam(page);
  await page.getByRole('button', { name: 'Accept plan …' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Accept plan' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Accepted plan/ })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});

test('the focus stays in the part of the page it was in', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Abstractions');
  await page.getByRole('button', { name: 'Westhaven' }).press('Enter');
  await expect(page.getByRole('table', { name: /^Absences in / })).toBeVisible();
  await expect(page.getByRole('tabpanel'), 'the buttons of the teams are gone').toBeFocused();
  await page.getByRole('tab', { name: /^To review/ }).click();
  await page.getByRole('checkbox').first().press('Space');
  await page.getByRole('button', { name: 'Review 1 abstraction' }).press('Enter');
  await expect(page.getByRole('form', { name: 'Review' }), 'nothing is chosen any more').toBeFocused();
});

test('a form that is sent off too early leads to what it lacks', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Abstractions');
  await page.keyboard.press('Alt+n');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Officer')).toBeFocused();
  await dialog.getByLabel('Hours lost, in all').fill('0');
  await dialog.getByLabel('Hours lost, in all').press('Enter');
  await expect(dialog.getByLabel('Officer')).toBeFocused();
  await dialog.getByLabel('Officer').fill('8103');
  await dialog.getByLabel('Officer').press('Enter');
  await expect(dialog.getByLabel('Hours lost, in all')).toBeFocused();
});

test('a button that waits for its answer has the focus again once it is there', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Scenarios');
  await page.getByRole('button', { name: 'Make these two' }).press('Enter');
  await expect(page.getByRole('table', { name: 'Scenarios' })).toBeVisible();
  await expect(page.locator('main :focus, main:focus')).toHaveCount(1);
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  // A case is put together of the scenarios on the page: of fewer while they are still coming.
  await expect(page.getByRole('table', { name: 'Figures of the scenarios' })).toBeVisible({
    timeout: 60_000,
  });
  const button = page.getByRole('button', { name: 'Put together' });
  await expect(button).toBeEnabled({ timeout: 60_000 });
  await button.press('Enter');
  await expect(page.getByRole('article')).toBeVisible({ timeout: 120_000 });
  await expect(button).toBeFocused();
});

test('a button that is disabled for as long as its action lasts has the focus again after that', async ({
  page,
  host,
}) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Scenarios');
  await page.getByRole('button', { name: 'Make these two' }).press('Enter');
  const table = page.getByRole('table', { name: 'Scenarios' });
  const copies = table.getByRole('button', { name: /^Copy / });
  await expect(copies).toHaveCount(2);
  const button = copies.first();
  await button.press('Enter');
  await expect(copies).toHaveCount(3);
  await expect(page.locator('main button:focus')).toHaveAccessibleName(/^Copy /);
});

test('a dialog that is left gives the focus back to what opened it, the first time as ever after', async ({
  page,
  host,
}) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Import');
  const button = page.getByRole('button', { name: /^Roll back the snapshot/ }).first();
  for (const time of ['the first time', 'the second time']) {
    await button.press('Enter');
    await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(button, time).toBeFocused();
  }
});
