import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

async function expectNoFindings(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect(found, where).toEqual([]);
}

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page, ${scheme}`, async ({ page, host }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(host.url);
    await expect(page.getByRole('button', { name: 'Explore the demo' })).toBeVisible();
    await expectNoFindings(page, 'start');
    await page.getByRole('button', { name: 'Explore the demo' }).click();
    const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first();
    await expect(page.getByRole('table', { name: /Utilisation/ })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/Working out what can be brought forward/)).toBeHidden({ timeout: 60_000 });
    await expectNoFindings(page, 'overview');

    await user.openPage(page, 'Demand');
    await expect(heading(/What makes|Why/)).toBeVisible();
    await expectNoFindings(page, 'demand');

    await user.openPage(page, 'Levelling');
    await expect(heading('Choose a team')).toBeVisible();
    await expectNoFindings(page, 'levelling, no team');
    await page
      .getByRole('link', { name: /^Level / })
      .first()
      .click();
    await expect(page.getByRole('table', { name: /^Moves of/ })).toBeVisible();
    await expectNoFindings(page, 'levelling');

    for (const [name, landmark] of [
      ['Import', 'table'],
      ['Standards', 'table'],
      ['Settings', 'textbox'],
    ] as const) {
      await user.openPage(page, name);
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await expect(page.getByRole('main').getByRole(landmark).first()).toBeVisible();
      await expectNoFindings(page, name);
    }
  });
}

test('the whole job can be reached by keyboard: palette, page, team, month', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Harbour');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/team=Harbour/);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('Levelling');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/levelling/);
});

test('what is looked at stands in the address and survives a reload', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Demand');
  await expect(page.getByRole('heading', { level: 1, name: 'All teams' })).toBeVisible();
  await page.getByLabel('Team', { exact: true }).selectOption('Harbour');
  await expect(page.getByRole('heading', { level: 1, name: /Harbour/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /Harbour/ })).toBeVisible();
});
