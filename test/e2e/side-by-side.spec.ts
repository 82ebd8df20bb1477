/** One workspace in two windows, and hands quicker than the page. */
import { exploreDemo, openPage } from './actions.ts';
import { expect, test } from './fixtures.ts';

test('what one window saves is not undone by what another saves after it', async ({ page, host }) => {
  await exploreDemo(page, host);
  await openPage(page, 'Settings');
  const other = await page.context().newPage();
  await other.goto(page.url());
  const limit = (of: typeof page) => of.getByRole('main').getByLabel('Limit');
  const above = (of: typeof page) => of.getByRole('main').getByLabel('Peak: above the mean by');
  await limit(page).fill('45');
  await expect(page.getByText('Changes not saved.')).toBeVisible();
  await above(other).fill('20');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('The settings are saved.')).toBeVisible();
  await expect(above(page)).toHaveValue(/^20/);
  await expect(limit(page)).toHaveValue(/45$/);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The settings are saved.')).toBeVisible();
  await expect(limit(other)).toHaveValue(/45$/);
  await expect(above(other)).toHaveValue(/^20/);
});

test('teams can be gone through by key, however quickly', async ({ page, host }) => {
  await exploreDemo(page, host);
  await openPage(page, 'Demand');
  const team = page.getByRole('combobox', { name: 'Team' });
  const names = await team.locator('option').allTextContents();
  await team.focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
  await expect(team).toHaveValue(names[4] ?? '');
  await expect(page.getByRole('heading', { level: 1, name: names[4] ?? '' })).toBeVisible();
});
