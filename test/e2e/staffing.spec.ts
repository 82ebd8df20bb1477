import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

test('staffing: the ratio, what the years ahead need, a team, a risk level, and yearly totals', async ({
  page,
  host,
}) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Staffing');
  const passing = page.getByRole('figure', { name: /^The force .*1:50/ });

  await test.step('the ratio of the force and each team, in words and figures', async () => {
    await expect(
      page.getByText(
        /^The force stands at 1:\d\d\.\d; [\d.]+\sFTE are needed for 1:50, [\d.]+ are in post\.$/,
      ),
    ).toBeVisible();
    await expect(page.getByRole('table', { name: 'Ratio by team' }).getByRole('row')).toHaveCount(8);
  });

  await test.step('the forecast runs by itself, and says how wrong it has been', async () => {
    await expect(passing).toBeVisible();
    await expect(passing.getByRole('img', { name: /Show as table/ })).toBeVisible();
    await expect(passing).toContainText(/missed by \d+\.\d\s%/);
    await expect(page.getByText(/1,000 runs from seed 1/)).toBeVisible();
    const needed = page.getByRole('table', { name: 'Offender managers needed at 1:50, by year' });
    await expect(needed.getByRole('rowheader')).toHaveText([
      '31 Mar 2027',
      '31 Mar 2028',
      '31 Mar 2029',
      '31 Mar 2030',
      '31 Mar 2031',
    ]);
  });

  await test.step('any month is read out by arrow keys', async () => {
    await passing.getByRole('slider', { name: 'Month' }).focus();
    await page.keyboard.press('Home');
    await expect(passing.getByText(/RSOs held$/)).toBeVisible();
    await page.keyboard.press('End');
    await expect(passing.getByText(/^31 Oct 2031: median /)).toBeVisible();
  });

  await test.step('the same figures as a table', async () => {
    await passing.getByRole('button', { name: 'Show as table' }).click();
    const table = passing.getByRole('table');
    await expect(table.getByRole('columnheader')).toHaveCount(61);
    await expect(table.getByRole('rowheader')).toHaveCount(5);
    await passing.getByRole('button', { name: 'Show as chart' }).click();
  });

  await test.step('what is counted is chosen, and said', async () => {
    const definition = page.getByText(/; supervisors are not counted; limit 1:50\.$/);
    await page.getByRole('checkbox', { name: 'in the community' }).click();
    await expect(definition).toHaveText(/^All RSOs per /);
    await page.getByLabel('Offender managers counted').selectOption('in-post-headcount');
    await expect(definition).toHaveText(/\(headcount\)/);
    await expect(page.getByText(/people are needed for 1:50/)).toBeVisible();
    await page.reload();
    await expect(definition).toHaveText(/^All RSOs per .*\(headcount\)/);
  });

  await test.step('a risk level, and a team, have charts of their own', async () => {
    await page.getByRole('link', { name: 'High risk', exact: true }).click();
    await expect(page.getByRole('figure', { name: /^High risk: / })).toBeVisible();
    await page.getByLabel('Team', { exact: true }).selectOption('Harbour');
    await expect(page.getByRole('figure', { name: /^Harbour / })).toContainText('Forecasts of teams');
    await expect(page.getByText(/^Harbour stands at 1:/)).toBeVisible();
  });

  await test.step('yearly totals: the years ahead, the methods weighed, and what is wrong with a file', async () => {
    const file = join(host.dataFolder, 'counts.csv');
    const years = [1650, 1720, 1810, 1880, 1900, 1985, 2040, 2110, 2150, 2202];
    writeFileSync(
      file,
      ['year,count', ...years.map((count, index) => `${2016 + index},${count}`)].join('\n'),
    );
    await page.getByLabel('Yearly totals file').setInputFiles(file);
    await expect(
      page.getByRole('figure', { name: /^RSOs grow from 2,202 to [\d,]+ by 2030$/ }),
    ).toBeVisible();
    const methods = page.getByRole('table', { name: 'Methods with their error' });
    await expect(methods.getByRole('rowheader')).toHaveCount(6);
    await expect(methods.getByText(/– taken$/)).toHaveCount(1);
    const unknown = join(host.dataFolder, 'unknown.csv');
    writeFileSync(unknown, 'when,what\na,b\n');
    await page.getByLabel('Yearly totals file').setInputFiles(unknown);
    await expect(page.getByRole('alert')).toContainText('Expected the columns year and count');
  });
});
