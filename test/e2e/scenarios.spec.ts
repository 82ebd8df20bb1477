import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

test('scenarios: made, changed as typed, saved, compared, and the posts sought', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Scenarios');
  const effect = page.getByRole('region', { name: 'Effect and saving' });
  const figures = page.getByRole('table', { name: 'Key figures against the baseline' });
  const ratioAtEnd = figures
    .getByRole('row', { name: /^Ratio at the end/ })
    .getByRole('cell')
    .first();

  await test.step('the futures are simulated once, and two scenarios are offered', async () => {
    await expect(page.getByRole('heading', { name: 'No scenario yet' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/^In the baseline the force is over 1:50/)).toBeVisible();
    await page.getByRole('button', { name: 'Make these two' }).click();
    const table = page.getByRole('table', { name: 'Scenarios' });
    await expect(table.getByRole('link')).toHaveText(['Level only', 'Two posts from September']);
    await expect(table.getByRole('row', { name: /^Two posts/ })).toContainText(/£\d+,\d{3}/);
  });

  await test.step('posts change the ratio as they are typed', async () => {
    await page.getByRole('button', { name: 'New scenario' }).click();
    await page.getByRole('menuitem', { name: 'Without changes' }).click();
    await page.getByLabel('Name').fill('Three posts');
    await expect(ratioAtEnd).toHaveText(/^1:\d\d\.\d$/);
    const before = await ratioAtEnd.textContent();
    await page.getByRole('button', { name: 'Add a change' }).click();
    await page.getByRole('menuitem', { name: 'Posts added or taken away' }).click();
    await page.getByLabel('Posts, FTE').fill('3');
    await expect(figures.getByRole('row', { name: /^Offender managers at the end/ })).toContainText('+3.0');
    await expect(ratioAtEnd).not.toHaveText(before ?? '');
    await expect(effect).toContainText(`ratio at the end ${before ?? ''} →`);
    await expect(figures.getByRole('row', { name: /^Futures within 1:50/ })).toContainText('%');
  });

  await test.step('a field that cannot be is told, and the figures before stay', async () => {
    const shown = await ratioAtEnd.textContent();
    await page.getByLabel('Posts, FTE').fill('900');
    await expect(page.getByText('At most 500 FTE')).toBeVisible();
    await expect(effect.getByRole('button', { name: 'Save' })).toBeDisabled();
    await expect(ratioAtEnd).toHaveText(shown ?? '');
    await page.getByLabel('Posts, FTE').fill('3');
    await expect(page.getByText('At most 500 FTE')).toBeHidden();
  });

  await test.step('the same figures as a table', async () => {
    const chart = page.getByRole('figure').first();
    await chart.getByRole('button', { name: 'Show as table' }).click();
    await expect(chart.getByRole('columnheader')).toHaveCount(61);
    await chart.getByRole('button', { name: 'Show as chart' }).click();
  });

  await test.step('leaving asks first; saving keeps it', async () => {
    await page.getByRole('link', { name: 'All scenarios' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
    await effect.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(/scenarios\/\d+/);
    await expect(effect).not.toContainText('Not saved');
    await expect(page.getByLabel('Name')).toHaveValue('Three posts');
  });

  await test.step('which assumption moves the answer, readable as a table', async () => {
    await page.getByRole('tab', { name: 'What moves the answer' }).click();
    const tornado = page.getByRole('figure', { name: /moves it most/ });
    await tornado.getByRole('button', { name: 'Show as table' }).click();
    await expect(tornado.getByRole('rowheader', { name: 'Growth of the number of RSOs' })).toBeVisible();
  });

  await test.step('the fewest posts for a goal in one sentence, and none to twenty side by side', async () => {
    await page.getByRole('tab', { name: 'Posts it would take' }).click();
    await page.getByLabel('Goal, in every month').selectOption('Within 1:50');
    await page.getByRole('button', { name: 'Find the fewest posts' }).click();
    await expect(page.getByText(/keep to 1:50|posts are needed|further post/i).first()).toBeVisible({
      timeout: 60_000,
    });
    await page.getByRole('button', { name: 'Try 0 to 20 posts' }).click();
    await expect(page.getByRole('table', { name: 'Further posts' }).getByRole('rowheader')).toHaveCount(21, {
      timeout: 60_000,
    });
  });

  await test.step('compared with a baseline: what differs, and the figures', async () => {
    await page.getByRole('link', { name: 'All scenarios' }).click();
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.getByLabel('Baseline').selectOption('Level only');
    await page.getByRole('checkbox', { name: 'Three posts' }).check();
    const figuresTable = page.getByRole('table', { name: 'Figures of the scenarios' });
    await expect(figuresTable.getByRole('columnheader', { name: 'Three posts' })).toBeVisible({
      timeout: 60_000,
    });
    await expect(figuresTable.getByRole('columnheader', { name: /^Level only/ })).toContainText('baseline');
    await expect(page.getByRole('table', { name: 'Differing assumptions' })).toContainText('+3 FTE');
  });

  await test.step('seen as a business case, then handed over: a workbook and a document', async () => {
    await page.getByLabel('Preferred option').selectOption('Three posts');
    await page.getByLabel('Layout').selectOption('4');
    await page.getByRole('button', { name: 'Put together' }).click();
    const preview = page.getByRole('article', { name: 'Preview of the business case' });
    await expect(preview.getByRole('heading', { name: 'Summary' })).toBeVisible({ timeout: 120_000 });
    await expect(preview.getByRole('table', { name: 'Assumptions', exact: true })).toBeVisible();
    await expect(preview.getByRole('figure')).toHaveCount(3);
    for (const [format, ending] of [
      ['Excel', 'xlsx'],
      ['Word', 'docx'],
    ] as const) {
      const download = page.waitForEvent('download', { timeout: 120_000 });
      await page.getByRole('button', { name: `Save as ${format}` }).click();
      expect((await download).suggestedFilename()).toMatch(
        new RegExp(`^business-case-4-years-[0-9-]+\\.${ending}$`),
      );
    }
  });

  await test.step('printed with its charts and without what can be chosen or pressed', async () => {
    const preview = page.getByRole('article', { name: 'Preview of the business case' });
    const controls = page.getByRole('region', { name: 'Business case' }).locator('select, button');
    await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(controls.filter({ visible: true })).toHaveCount(0);
    const charts = preview.getByRole('img', { name: /The figures stand under/ });
    await expect(charts.filter({ visible: true })).toHaveCount(3);
    await page.emulateMedia({ media: null });
  });

  await test.step('after another choice the case is not what was put together, and the page says so', async () => {
    const again = page.getByText(/have changed since the case was put together/);
    await page.getByLabel('Layout').selectOption('5');
    await expect(again).toBeVisible();
    await page.getByLabel('Layout').selectOption('4');
    await expect(again).toHaveCount(0);
    await expect(page.getByRole('article', { name: 'Preview of the business case' })).toBeVisible();
  });

  await test.step('copied, archived and taken back', async () => {
    await page.getByRole('link', { name: 'All scenarios' }).click();
    await page.getByRole('button', { name: 'Copy Three posts' }).click();
    await page.getByRole('button', { name: 'Archive Three posts (2)' }).click();
    await expect(page.getByRole('link', { name: 'Three posts (2)' })).toBeHidden();
    await page.getByRole('button', { name: 'Show 1 archived' }).click();
    await page.getByRole('button', { name: 'Take back Three posts (2)' }).click();
    await expect(page.getByRole('button', { name: 'Archive Three posts (2)' })).toBeVisible();
  });

  await test.step('pay is entered with its source, and confirmed', async () => {
    await page.getByRole('link', { name: 'Pay and on-cost' }).click();
    const name = 'Pay, Offender manager, police officer';
    await page.getByLabel(`Source of ${name}`).fill('Force pay scale');
    await page.getByRole('checkbox', { name: `${name}: confirmed` }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('2 values not confirmed')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Unsaved changes' })).toBeHidden();
  });
});
