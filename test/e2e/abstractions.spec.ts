import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

const TEAM = 'Harbour';
const OFFICER = '8101';
const MARCH = 'Mar 2027';
/** More than the eight of 52 weeks that chance does not bring. */
const FRIDAYS = [
  '2026-08-07',
  '2026-08-14',
  '2026-08-21',
  '2026-08-28',
  '2026-09-04',
  '2026-09-11',
  '2026-09-18',
  '2026-09-25',
  '2026-10-02',
];

/** The number of one month in a table with months across. */
async function figureOf(table: Locator, row: RegExp, month: string): Promise<number> {
  const headings = await table.getByRole('columnheader').allTextContents();
  const cells = table.getByRole('row', { name: row }).getByRole('cell');
  const text = await cells.nth(headings.indexOf(month) - 1).textContent();
  return Number((text ?? '').replace(/[^\d.]/g, ''));
}

async function marchOnDemand(page: Page): Promise<{ capacity: number; utilisation: number }> {
  await user.openPage(page, 'Demand');
  await page.getByRole('button', { name: 'Show as table' }).first().click();
  const table = page.getByRole('figure').getByRole('table').first();
  return {
    capacity: await figureOf(table, /^Capacity/, MARCH),
    utilisation: await figureOf(table, /^Utilisation/, MARCH),
  };
}

test('an absence is recorded, reviewed, found regular, and takes capacity from its month', async ({
  page,
  host,
}) => {
  await user.exploreDemo(page, host);
  await page.getByLabel('Team', { exact: true }).selectOption(TEAM);
  const before = await marchOnDemand(page);
  await user.openPage(page, 'Abstractions');
  const dialog = page.getByRole('dialog', { name: 'Record an absence' });
  const calendar = page.getByRole('table', { name: /^Absences in / });
  await expect(calendar).toBeVisible();

  await test.step('in three keystrokes and a date: Alt N, the officer, Enter', async () => {
    for (const [index, friday] of FRIDAYS.entries()) {
      await page.keyboard.press('Alt+n');
      await expect(dialog.getByLabel('Officer')).toBeFocused();
      await page.keyboard.type(OFFICER);
      await dialog.getByLabel('First day').fill(friday);
      // The reason of the last one stands there for the next.
      if (index === 0) await dialog.getByLabel('Reason').selectOption({ label: 'Football' });
      await expect(dialog.getByLabel('Last day')).toHaveValue(friday);
      await expect(dialog.getByLabel('Lent to other policing')).toBeChecked();
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
    }
    await expect(page).toHaveURL(/team=Harbour/);
  });

  await test.step('the very same is refused where it is written', async () => {
    await page.keyboard.press('Alt+n');
    await expect(dialog.getByLabel('Officer')).toBeFocused();
    await page.keyboard.type(OFFICER);
    await dialog.getByLabel('First day').fill(FRIDAYS[0] ?? '');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('recorded already');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('the calendar shows it, and each square is reached by arrow keys', async () => {
    await page.goto(`${new URL(page.url()).origin}/abstractions?team=${TEAM}&month=2026-08`);
    const square = calendar.getByRole('button', { name: `${OFFICER}, Fri 7 Aug 2026: Other policing, 8 h` });
    await expect(square).toBeVisible();
    await square.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await expect(square).toBeFocused();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: `${OFFICER}, Fri 7 Aug 2026` });
    await expect(panel.getByText(/^Recorded by .* on /)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(square).toBeFocused();
  });

  await test.step('many are reviewed at once, with a note', async () => {
    await page.getByRole('tab', { name: /^To review/ }).click();
    await page.getByLabel('Reason').selectOption('other-policing');
    const waiting = page.getByRole('table', { name: 'Abstractions to review' });
    await expect(waiting.getByRole('rowheader', { name: '2 Oct 2026' })).toBeVisible();
    await page.getByRole('button', { name: 'Choose all listed' }).click();
    await page.getByLabel('Note, kept with each').fill('Football season');
    await page.getByRole('button', { name: /^Review \d+ abstractions$/ }).click();
    await expect(page.getByText('Nothing waits for a review.').first()).toBeVisible();
    await page.getByRole('tab', { name: 'Ledger' }).click();
    const ledger = page.getByRole('table', { name: 'Ledger of abstractions' });
    await page.getByLabel('Officer').selectOption(OFFICER);
    await page.getByLabel('Review', { exact: true }).selectOption('reviewed');
    await expect(page).toHaveURL(/state=reviewed/);
    await expect(ledger.getByRole('row', { name: /^2 Oct 2026 .* by / })).toBeVisible();
  });

  await test.step('it is found regular, with its dates, and can be set aside with a reason', async () => {
    await page.getByRole('tab', { name: 'Regular' }).click();
    const regular = page.getByRole('table', { name: 'Regular abstractions' });
    const found = regular.getByRole('row', { name: new RegExp(`^${OFFICER} .*on 9 Fridays of 52 weeks`) });
    await expect(found).toBeVisible();
    await found.getByRole('button').click();
    const panel = page.getByRole('dialog');
    await expect(panel.getByRole('list', { name: 'Dates' }).getByRole('listitem')).toHaveText(
      FRIDAYS.map((day) => new RegExp(`^Fri ${String(Number(day.slice(8)))} `)),
    );
    await panel.getByLabel('Why it needs nothing done').fill('Agreed for the season');
    await panel.getByRole('button', { name: 'Set aside' }).click();
    await expect(page.getByRole('table', { name: 'Findings set aside' })).toContainText(
      'Agreed for the season',
    );
    await expect(found).toBeHidden();
  });

  await test.step('a month lent to other policing is taken off its capacity, not twice', async () => {
    await page.getByRole('tab', { name: 'Capacity' }).click();
    const ahead = page.getByRole('table', { name: 'Known and expected in the months ahead' });
    await expect(ahead).toBeVisible();
    const taken = await figureOf(ahead, /^= Taken off capacity/, MARCH);
    await page.keyboard.press('Alt+n');
    await expect(dialog.getByLabel('Officer')).toBeFocused();
    await page.keyboard.type(OFFICER);
    await dialog.getByLabel('Reason').selectOption({ label: 'Mutual aid' });
    await dialog.getByLabel('First day').fill('2027-03-01');
    await dialog.getByLabel('Last day').fill('2027-03-31');
    await expect(dialog.getByLabel('Hours lost, in all')).toHaveValue('184');
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    const known = ahead.getByRole('row', { name: /^Known: other policing/ });
    await expect(known).toContainText('184');
    const now = await figureOf(ahead, /^= Taken off capacity/, MARCH);
    expect(now).toBeGreaterThan(taken);
    expect(now).toBeLessThanOrEqual(taken + 184);
  });

  await test.step('the month is fuller on the page of demand', async () => {
    const after = await marchOnDemand(page);
    expect(after.capacity).toBeLessThan(before.capacity);
    expect(after.utilisation).toBeGreaterThan(before.utilisation);
  });
});

test('an absence is ended early and taken out, and what became of it stays to be seen', async ({
  page,
  host,
}) => {
  await user.exploreDemo(page, host);
  await page.getByLabel('Team', { exact: true }).selectOption(TEAM);
  await user.openPage(page, 'Abstractions');
  await expect(page.getByRole('table', { name: /^Absences in / })).toBeVisible();
  await page.goto(`${new URL(page.url()).origin}/abstractions?team=${TEAM}&month=2026-12`);

  await test.step('recorded from its square, over a week', async () => {
    await page.getByRole('button', { name: `${OFFICER}, Mon 7 Dec 2026: nothing held` }).click();
    const dialog = page.getByRole('dialog', { name: 'Record an absence' });
    await expect(dialog.getByLabel('First day')).toBeFocused();
    await dialog.getByLabel('Reason').selectOption({ label: 'Course' });
    await dialog.getByLabel('Last day').fill('2026-12-11');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect(dialog).toBeHidden();
  });

  const square = page.getByRole('button', { name: `${OFFICER}, Mon 7 Dec 2026: Training, 8 h` });
  const panel = page.getByRole('dialog', { name: `${OFFICER}, Mon 7 Dec 2026` });

  await test.step('ended early: its hours fall with its days', async () => {
    await square.click();
    await panel.getByLabel('Last day instead').fill('2026-12-08');
    await panel.getByRole('button', { name: 'End on this day' }).click();
    await expect(panel).toBeHidden();
    await expect(page.getByText('Ended on 8 Dec 2026; 16 h are left.')).toBeVisible();
    await expect(
      page.getByRole('button', { name: `${OFFICER}, Wed 9 Dec 2026: nothing held` }),
    ).toBeVisible();
  });

  await test.step('taken out with a reason: gone from the calendar, still in the ledger', async () => {
    await square.click();
    await expect(panel.getByText(/^Ended early by .* 40 h$/)).toBeVisible();
    await panel.getByLabel('Why').fill('Course called off');
    await panel.getByRole('button', { name: 'Take it out' }).click();
    await expect(
      page.getByRole('button', { name: `${OFFICER}, Mon 7 Dec 2026: nothing held` }),
    ).toBeVisible();
    await page.getByRole('tab', { name: 'Ledger' }).click();
    await page.getByLabel('Review', { exact: true }).selectOption('removed');
    await page.getByRole('button', { name: '7 Dec 2026' }).click();
    await expect(page.getByRole('dialog').getByText(/^Taken out by .*: Course called off$/)).toBeVisible();
  });
});
