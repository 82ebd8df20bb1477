import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { textSheet, workbook } from '../fixtures/xlsx.ts';
import { expect, test, type Host } from './fixtures.ts';
import * as user from './actions.ts';

const HEADINGS = ['ViSOR Ref', 'Team', 'Risk Level', 'Offender Manager', 'Next Visit Due'];

const rowsOf = (count: number, team: string): string[][] =>
  Array.from({ length: count }, (_, index) => [
    `${team.charAt(0)}${String(index)}`,
    team,
    'High',
    '3001',
    '17/03/2027',
  ]);

function write(host: Host, name: string, content: string | Uint8Array): string {
  const path = join(host.dataFolder, name);
  writeFileSync(path, content);
  return path;
}

const csv = (lines: ReadonlyArray<readonly string[]>): string =>
  `${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;

const writeCaseload = (host: Host, asAt: string, headings = HEADINGS, count = 30): string =>
  write(host, `caseload-${asAt}.csv`, csv([headings, ...rowsOf(count, 'Harbour')]));

const sum = (page: Page) => page.getByRole('group', { name: 'Every row accounted for' });
const change = (page: Page) => page.getByRole('button', { name: 'Change how columns are read …' });

test.beforeEach(async ({ page, host }) => {
  await user.makeWorkspace(page, host);
  await user.openPage(page, 'Import');
});

test('where a kept mapping no longer fits, the page says what is gone and what is new', async ({
  page,
  host,
}) => {
  await user.chooseFile(page, 'caseload', writeCaseload(host, '2026-10-31'));
  await change(page).click();
  await page.getByLabel('Read Offender Manager as').selectOption('supervisor');
  await expect(page.getByRole('row', { name: /Offender Manager/ })).toContainText('set by you');
  await expect(page.getByRole('row', { name: /Offender Manager/ })).toContainText(
    'proposed: Offender manager',
  );
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Keep this mapping as').fill('ours');
  await user.confirmImport(page, 'caseload');
  await page.getByRole('button', { name: 'Another file' }).click();

  const renamed = HEADINGS.map((heading) => (heading === 'Risk Level' ? 'Level of Risk' : heading));
  await user.chooseFile(page, 'caseload', writeCaseload(host, '2026-11-30', renamed));
  const misfits = page.getByText('The kept mapping “ours” no longer fits this file');
  await expect(misfits).toContainText('The column “Risk Level” is gone.');
  await expect(misfits).toContainText('The column “Level of Risk” is new.');
  await expect(page.getByRole('row', { name: /Offender Manager/ })).toContainText('as kept');
  await expect(page.getByRole('row', { name: /Level of Risk/ })).toContainText('new, left out');
  await page.getByLabel('Read Level of Risk as').selectOption('risk');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(sum(page)).toContainText('30');
});

test('where name and title differ by a day, the page asks for it and goes on', async ({ page, host }) => {
  const title = ['Caseload as at 30/10/2026'];
  const content = csv([title, HEADINGS, ...rowsOf(30, 'Harbour')]);
  await user.chooseFile(page, 'caseload', write(host, 'caseload-2026-10-31.csv', content));
  const asked = page.getByRole('list', { name: 'To be looked at' });
  await expect(asked).toContainText('name says 31 Oct 2026, the title in it 30 Oct 2026.');
  await expect(page.getByRole('button', { name: 'Continue' })).toBeDisabled();
  await page.getByLabel('As at (in doubt)').fill('2026-10-30');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Caseload snapshot as at 30 Oct 2026, as given.')).toBeVisible();
  await user.confirmImport(page, 'caseload');
  await expect(page.getByText('as at 30 Oct 2026 is stored')).toBeVisible();
});

test('another sheet of a workbook is chosen and read, and no choice is cut off', async ({ page, host }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  const sheet = (name: string, count: number) => textSheet(name, [HEADINGS, ...rowsOf(count, name)]);
  const book = workbook([sheet('North', 40), sheet('South', 25)]);
  await user.chooseFile(page, 'caseload', write(host, 'caseload-2026-10-31.xlsx', book));
  const asked = page.getByRole('list', { name: 'To be looked at' });
  await expect(asked).toContainText('Is “North” the sheet to read? “South” (25 rows) has the same headings');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(sum(page)).toContainText('40');
  await expect(page.getByText('Only the sheet “North” is read.')).toBeVisible();
  await change(page).click();
  const officer = page.getByLabel('Read Offender Manager as');
  await expect(officer).toHaveValue('officer');
  const isWhole = await officer.evaluate((select: HTMLSelectElement) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(select);
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) return false;
    pen.font = font;
    const text = pen.measureText(select.selectedOptions[0]?.label ?? '').width;
    return text + parseFloat(paddingLeft) + parseFloat(paddingRight) <= select.clientWidth;
  });
  expect(isWhole).toBe(true);
  await page.getByLabel('Sheet').selectOption('South');
  await expect(page.getByRole('table', { name: 'First rows as they will be read' })).toContainText('S0');
  await expect(asked).toBeHidden();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(sum(page)).toContainText('25');
  await expect(page.getByText('. Sheet “South”.')).toBeVisible();
});

test('an import is cancelled on its way, and nothing is stored', async ({ page, host }) => {
  await user.chooseFile(page, 'caseload', writeCaseload(host, '2026-10-31', HEADINGS, 60_000));
  await expect(sum(page)).toContainText('60,000');
  await user.confirmImport(page, 'caseload');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Import caseload snapshot' })).toBeVisible();
  await page.getByRole('button', { name: 'Another file' }).click();
  await expect(page.getByRole('table', { name: 'Caseload snapshots held' })).toBeHidden();
});

test('abstractions are confirmed, shown among what is held, and rolled back', async ({ page, host }) => {
  const lines = [
    ['Collar No', 'From', 'To', 'Hours', 'Reason Group', 'Half Hours'],
    ['3001', '15/02/2027', '17/02/2027', '24', 'Training', '12'],
    ['3002', '22/03/2027', '22/03/2027', '8', 'Leave', '4'],
  ];
  const file = write(host, 'absences.csv', csv(lines));
  await user.chooseFile(page, 'abstractions', file);
  await expect(sum(page)).toContainText('2');
  await user.confirmImport(page, 'abstractions');
  await expect(page.getByText('Stored: 2 abstractions.')).toBeVisible();
  await page.getByRole('button', { name: 'Another file' }).click();
  const held = page.getByRole('table', { name: 'Abstraction lists held' });
  await expect(held).toContainText('15 Feb 2027 to 22 Mar 2027');

  // A person's word on the day it speaks of is taken of a list that is held, too.
  await user.chooseFile(page, 'abstractions', file);
  await change(page).click();
  await page.getByLabel('As at (else by its name, title and rows)').fill('2027-03-31');
  await expect(page.getByLabel('As at (as given)')).toHaveValue('2027-03-31');
  await page.getByRole('button', { name: 'Continue' }).click();
  await user.confirmImport(page, 'abstractions');
  await page.getByRole('button', { name: 'Another file' }).click();
  await expect(held).toContainText('as at 31 Mar 2027');

  await user.chooseFile(page, 'abstractions', file);
  await expect(page.getByText('This file is already loaded')).toBeVisible();
  await change(page).click();
  await page.getByLabel('Read Hours as').selectOption('');
  await page.getByLabel('Read Half Hours as').selectOption('hours');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('roll back its list first')).toBeVisible();
  await page.getByRole('button', { name: 'Another file' }).click();

  await page.getByRole('button', { name: 'Roll back the list absences.csv' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
  await expect(held).toBeHidden();
});

test('a staff roster is rolled back, once it is said what stands in its place', async ({ page, host }) => {
  const lines = [
    ['Collar No', 'Team', 'Role', 'FTE'],
    ['3001', 'Harbour', 'Offender Manager', '1'],
  ];
  for (const day of ['2026-09-30', '2026-10-31']) {
    await user.chooseFile(page, 'staff', write(host, `staff-${day}.csv`, csv(lines)));
    await user.confirmImport(page, 'staff');
    await page.getByRole('button', { name: 'Another file' }).click();
  }
  const held = page.getByRole('table', { name: 'Staff rosters held' });
  await expect(held.getByRole('row')).toHaveCount(3);
  const newer = 'Roll back the roster staff-2026-10-31.csv as at 31 Oct 2026';
  await page.getByRole('button', { name: newer }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('rests on the roster as at 30 Sep 2026');
  await dialog.getByRole('button', { name: 'Keep the roster' }).click();
  await page.getByRole('button', { name: newer }).click();
  await dialog.getByRole('button', { name: 'Roll back' }).click();
  await expect(held.getByRole('row')).toHaveCount(2);
  await expect(held).not.toContainText('31 Oct 2026');
});

test('references are replaced as files are read, once that is set', async ({ page, host }) => {
  await user.openPage(page, 'Settings');
  const setting = page.getByLabel('Replace references by pseudonyms as files are read');
  // It is checked once the workspace has taken it.
  await setting.click();
  await expect(setting).toBeChecked();
  await user.openPage(page, 'Import');
  await user.chooseFile(page, 'caseload', writeCaseload(host, '2026-10-31'));
  await change(page).click();
  await expect(page.getByRole('table', { name: 'First rows as they will be read' })).toContainText(
    /P-\w{10}/,
  );
  await page.getByRole('button', { name: 'Continue' }).click();
  await user.confirmImport(page, 'caseload');
  await expect(page.getByText(/is stored: 30 cases/)).toBeVisible();
  await user.openPage(page, 'Settings');
  await expect(setting).toBeChecked();
  await expect(setting).toBeDisabled();
});
