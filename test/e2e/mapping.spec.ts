import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';
import { writeOpenDates, writeUnknownLayout } from './unknown-layout.ts';

test('a layout that nobody knows is mapped once, kept, and read without asking next month', async ({
  page,
  host,
}) => {
  const october = writeUnknownLayout(host, '2026-10-31', 1);
  const november = writeUnknownLayout(host, '2026-11-30', 2);
  const goOn = page.getByRole('button', { name: 'Continue' });
  const sum = page.getByRole('group', { name: 'Every row accounted for' });
  await user.makeWorkspace(page, host);
  await user.openPage(page, 'Import');

  await test.step('what is missing is said, and nothing goes on without it', async () => {
    await user.chooseFile(page, 'caseload', october);
    await expect(page.getByRole('list', { name: 'To be looked at' })).toContainText('Reference and Team');
    await expect(goOn).toBeDisabled();
  });

  await test.step('columns and codes are set by hand, and the first rows show it', async () => {
    const kennung = page.getByLabel('Read Kennung as');
    await kennung.focus();
    await kennung.selectOption('reference');
    await page.getByLabel('Read Dienststelle as').selectOption('team');
    await page.getByLabel('Read Stufe as').selectOption('risk');
    await page.getByLabel('Read Termin as').selectOption('visit.nextDue');
    for (const [code, risk] of [
      ['S1', 'very-high'],
      ['S2', 'high'],
      ['S3', 'medium'],
      ['S4', 'low'],
    ] as const) {
      const meaning = page.getByLabel(`Meaning of ${code} in Stufe`);
      await meaning.focus();
      await meaning.selectOption(risk);
      await expect(meaning).toBeFocused();
    }
    const rows = page.getByRole('table', { name: 'First rows as they will be read' });
    await expect(rows).toContainText('K40000');
    await expect(rows).toContainText('Nordhafen');
    await expect(rows).toContainText(/Very high|High|Medium|Low/);
    await expect(rows).toContainText(/\d{1,2} [A-Z][a-z]{2} 2027/);
    await expect(page.getByText('Nothing is left to be asked.')).toBeVisible();
  });

  await test.step('the account follows, and the mapping is kept with the import', async () => {
    await goOn.click();
    await expect(sum).toContainText('120');
    await expect(page.getByText('could not be read')).toBeHidden();
    await expect(page.getByLabel('Keep this mapping as')).toHaveValue('kennungen');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export account' }).click();
    expect((await saved).suggestedFilename()).toBe('account-caseload-2026-10-31.csv');
    await user.confirmImport(page, 'caseload');
    await page.getByRole('button', { name: 'Another file' }).click();
    await expect(page.getByRole('table', { name: 'Mappings kept' })).toContainText('kennungen');
  });

  await test.step('next month’s file goes straight to its account', async () => {
    await user.chooseFile(page, 'caseload', november);
    await expect(sum).toContainText('120');
    await expect(page.getByLabel('Keep this mapping as')).toBeHidden();
    await user.confirmImport(page, 'caseload');
    await expect(page.getByText(/is stored: 120 cases/)).toBeVisible();
  });
});

test('dates that could be read either way are asked about, and read as answered', async ({ page, host }) => {
  await user.makeWorkspace(page, host);
  await user.openPage(page, 'Import');
  await user.chooseFile(page, 'caseload', writeOpenDates(host));
  await expect(page.getByRole('list', { name: 'To be looked at' })).toContainText('day or the month');
  await expect(page.getByRole('button', { name: 'Continue' })).toBeDisabled();
  const rows = page.getByRole('table', { name: 'First rows as they will be read' });
  await page.getByLabel('Order of dates in Next Visit Due').selectOption('month-first');
  await expect(rows).toContainText('7 Jan 2027');
  await page.getByLabel('Order of dates in Next Visit Due').selectOption('day-first');
  await expect(rows).toContainText('1 Jul 2027');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('group', { name: 'Every row accounted for' })).toContainText('120');
});

test('a kept mapping is renamed, carried to a file and back, and removed', async ({ page, host }) => {
  await user.makeWorkspace(page, host);
  await user.openPage(page, 'Import');
  await user.chooseFile(page, 'caseload', writeOpenDates(host));
  await page.getByLabel('Order of dates in Next Visit Due').selectOption('day-first');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Keep this mapping as').fill('north');
  await user.confirmImport(page, 'caseload');
  await page.getByRole('button', { name: 'Another file' }).click();
  const kept = page.getByRole('table', { name: 'Mappings kept' });

  await page.getByRole('button', { name: 'Rename north' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('south');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(kept).toContainText('south');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export south' }).click();
  const file = await (await saved).path();
  await page.getByRole('button', { name: 'Remove south' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the mapping' }).click();
  await expect(kept).toBeHidden();

  await page.getByLabel('Mapping file').setInputFiles(file);
  await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
  await expect(kept).toContainText('south');

  await page.getByLabel('Mapping file').setInputFiles(writeOpenDates(host));
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('this file is no JSON');
});
