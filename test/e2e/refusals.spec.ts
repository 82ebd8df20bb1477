import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

test('a file that is not a caseload is not read before somebody says what its columns are', async ({
  page,
  host,
}) => {
  await user.makeWorkspace(page, host);
  const path = join(host.dataFolder, 'rota-2026-10-31.csv');
  writeFileSync(path, 'Day,Shift,Vehicle\nMonday,Early,Van\n');
  await user.openPage(page, 'Import');
  await user.chooseFile(page, 'caseload', path);
  await expect(page.getByText('no column is read as Reference and Team')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Columns of the file' })).toContainText('Shift');
  await expect(page.getByRole('button', { name: 'Continue' })).toBeDisabled();
});

test('a file that is no text and no workbook is refused with a reason', async ({ page, host }) => {
  await user.makeWorkspace(page, host);
  const path = join(host.dataFolder, 'empty-2026-10-31.csv');
  writeFileSync(path, '');
  await user.openPage(page, 'Import');
  await user.chooseFile(page, 'caseload', path);
  await expect(page.getByRole('alert')).toContainText('was not read as a caseload snapshot');
});

test('a new workspace refuses a short passphrase and two that differ', async ({ page, host }) => {
  await page.goto(host.url);
  await page.getByRole('button', { name: 'New workspace' }).click();
  await page.getByLabel('Name').fill('force');
  await page.getByLabel('Passphrase', { exact: true }).fill('short');
  await page.getByLabel('Passphrase again', { exact: true }).fill('shorter');
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await expect(page.getByText(/at least 10 characters/i).first()).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(user.PASSPHRASE);
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await expect(page.getByText(/differ|not the same/i)).toBeVisible();
});

test('a number that is not allowed stays as typed, says what was expected, and is not saved', async ({
  page,
  host,
}) => {
  await user.makeWorkspace(page, host);

  await test.step('in the table of standards', async () => {
    await user.openPage(page, 'Standards');
    const leave = page.getByLabel('Annual leave', { exact: true });
    const was = await leave.inputValue();
    await leave.fill('1200');
    await leave.press('Tab');
    await expect(leave).toHaveValue('1200');
    await expect(leave).toHaveAccessibleDescription('Expected a number from 0 to 366, found 1200');
    const bar = page.getByRole('region', { name: 'Unsaved changes' });
    await expect(bar).toContainText('One field holds what cannot be saved');
    await expect(bar.getByRole('button', { name: 'Save' })).toBeDisabled();
    await leave.fill('28');
    await leave.press('Tab');
    await expect(bar).toContainText('1 change not saved');
    await expect(bar.getByRole('button', { name: 'Save' })).toBeEnabled();
    await leave.fill('x');
    await bar.getByRole('button', { name: 'Discard' }).click();
    await expect(leave).toHaveValue(was);
    await expect(bar).toBeHidden();
    await leave.fill('28');
    await leave.press('Tab');
    await bar.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('1 change of the standards saved.')).toBeVisible();
    await expect(bar).toBeHidden();
  });

  await test.step('in a share of the settings', async () => {
    await user.openPage(page, 'Settings');
    const tolerance = page.getByLabel('Backlog: tolerance');
    await tolerance.fill('120');
    await tolerance.press('Enter');
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
    await tolerance.press('Tab');
    await expect(tolerance).toHaveValue('120 %');
    await expect(page.getByText('Expected a number from 0 to 100, found 120')).toBeVisible();
    await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
    await expect(tolerance).toHaveValue('120 %');
  });
});

test('a page that does not exist, and a workspace without data, say what to do', async ({ page, host }) => {
  await user.makeWorkspace(page, host);
  await expect(page.getByRole('link', { name: /import/i }).first()).toBeVisible();
  await page.goto(new URL('/nowhere', page.url()).href);
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});
