import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

test('what changed since last month adds up, its figures list their cases, and an import is rolled back', async ({
  page,
  host,
}) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Changes');

  await test.step('the headline, and a sum that a reader can check', async () => {
    await expect(page.getByText(/^Since 30 Sep 2026: \d+ joined, /)).toBeVisible();
    const parts = page.getByRole('group', { name: 'Cases then and now' }).locator('b');
    await expect(parts).toHaveCount(4);
    const [then = 0, joined = 0, left = 0, now = 0] = (await parts.allTextContents()).map((text) =>
      Number(text.replace(',', '')),
    );
    expect(then + joined - left).toBe(now);
  });

  await test.step('a figure lists as many cases as it says, and stands in the address', async () => {
    const figure = page.getByRole('button', { name: /^Visit: done late: / });
    const count = Number(await figure.textContent());
    await figure.click();
    const list = page.getByRole('table', { name: 'Cases: Visit: done late' });
    await expect(list.getByRole('row')).toHaveCount(count + 1);
    await expect(page).toHaveURL(/figure=done-late/);
    await page.reload();
    await expect(list.getByRole('row')).toHaveCount(count + 1);
  });

  await test.step('another pair is compared', async () => {
    await page.getByLabel('From', { exact: true }).selectOption({ label: '31 Aug 2026' });
    await expect(page.getByText(/^Since 31 Aug 2026: /)).toBeVisible();
  });

  await test.step('rolling back says what goes, and the one before is then the newest', async () => {
    await user.openPage(page, 'Import');
    await page.getByRole('button', { name: 'Roll back the snapshot as at 31 Oct 2026' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('No accepted plan rests on it');
    await expect(dialog).toContainText('then rest on 30 Sep 2026');
    await dialog.getByRole('button', { name: 'Roll back' }).click();
    await expect(page.getByRole('button', { name: 'Roll back the snapshot as at 31 Oct 2026' })).toBeHidden();
    await user.openPage(page, 'Changes');
    await expect(page.getByText(/^Since 31 Aug 2026: /)).toBeVisible();
  });
});
