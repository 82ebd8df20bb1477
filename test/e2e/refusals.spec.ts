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

test('a page that does not exist, and a workspace without data, say what to do', async ({ page, host }) => {
  await user.makeWorkspace(page, host);
  await expect(page.getByRole('link', { name: /import/i }).first()).toBeVisible();
  await page.goto(new URL('/nowhere', page.url()).href);
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
});
