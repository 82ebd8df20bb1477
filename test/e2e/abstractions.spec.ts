import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

const TEAM = 'Harbour';
const OFFICER = '8101';
/** Full, and with one officer fewer over capacity. */
const FEBRUARY = 'Feb 2027';
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

/** The first number of a sentence. */
async function numberIn(words: Locator): Promise<number> {
  return Number(/\d+/.exec((await words.textContent()) ?? '')?.[0]);
}

async function februaryOnDemand(page: Page): Promise<{ capacity: number; utilisation: number }> {
  await user.openPage(page, 'Demand');
  await page.getByRole('button', { name: 'Show as table' }).first().click();
  const table = page.getByRole('figure').getByRole('table').first();
  return {
    capacity: await figureOf(table, /^Capacity/, FEBRUARY),
    utilisation: await figureOf(table, /^Utilisation/, FEBRUARY),
  };
}

test('a habit is recorded, reviewed and found regular, takes capacity, and reaches the weekly meeting', async ({
  page,
  host,
}) => {
  await user.exploreDemo(page, host);
  await page.getByLabel('Team', { exact: true }).selectOption(TEAM);
  const before = await februaryOnDemand(page);
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
  });

  await test.step('what was typed is not lost by Esc: it is asked first, and Esc again goes on', async () => {
    await dialog.getByLabel('Detail').fill('Away match');
    await page.keyboard.press('Escape');
    await expect(dialog.getByRole('button', { name: 'Go on' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog.getByLabel('Detail')).toBeFocused();
    await expect(dialog.getByLabel('Detail')).toHaveValue('Away match');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Drop it' }).click();
    await expect(dialog).toBeHidden();
    await page.keyboard.press('Alt+n');
    await expect(dialog.getByLabel('Detail')).toHaveValue('');
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
    await page.getByLabel('Reason', { exact: true }).selectOption('other-policing');
    const waiting = page.getByRole('table', { name: 'Abstractions to review' });
    await expect(waiting.getByRole('rowheader', { name: '2 Oct 2026' })).toBeVisible();
    await page.getByRole('button', { name: 'Choose all listed' }).click();
    await page.getByLabel('Note, kept with each').fill('Football season');
    const review = page.getByRole('button', { name: /^Review \d+ abstractions$/ });
    await review.click();
    await expect(page.getByText('Nothing waits for a review.').first()).toBeVisible();
    const last = page.getByRole('group', { name: 'Reviewed last' });
    await last.getByRole('button', { name: 'Undo' }).click();
    await expect(waiting.getByRole('rowheader', { name: '2 Oct 2026' })).toBeVisible();
    await expect(last).toBeHidden();
    await page.getByRole('button', { name: 'Choose all listed' }).click();
    await page.getByLabel('Note, kept with each').fill('Football season');
    await review.click();
    await expect(page.getByText('Nothing waits for a review.').first()).toBeVisible();
    await page.getByRole('tab', { name: 'Ledger' }).click();
    const ledger = page.getByRole('table', { name: 'Ledger of abstractions' });
    await page.getByLabel('Officer').selectOption(OFFICER);
    await page.getByLabel('Review', { exact: true }).selectOption('reviewed');
    await expect(page).toHaveURL(/state=reviewed/);
    const reviewed = ledger.getByRole('row', { name: /^2 Oct 2026 .* by / });
    await expect(reviewed).toBeVisible();
    await reviewed.getByRole('rowheader').click();
    const panel = page.getByRole('dialog', { name: OFFICER });
    await panel.getByRole('button', { name: 'Take the review back' }).click();
    await expect(panel).toBeHidden();
    await expect(reviewed).toBeHidden();
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
    await page
      .getByRole('table', { name: 'Findings set aside' })
      .getByRole('row', { name: new RegExp(`^${OFFICER} .*Football`) })
      .getByRole('button')
      .click();
    await panel.getByRole('button', { name: 'Take up again' }).click();
    await expect(found).toBeVisible();
  });

  await test.step('a month lent to other policing is taken off its capacity, not twice', async () => {
    await page.getByRole('tab', { name: 'Capacity' }).click();
    const ahead = page.getByRole('table', { name: 'Known and expected in the months ahead' });
    await expect(ahead).toBeVisible();
    const taken = await figureOf(ahead, /^= Taken off capacity/, FEBRUARY);
    await page.keyboard.press('Alt+n');
    await expect(dialog.getByLabel('Officer')).toBeFocused();
    await page.keyboard.type(OFFICER);
    await dialog.getByLabel('Reason').selectOption({ label: 'Mutual aid' });
    await dialog.getByLabel('First day').fill('2027-02-01');
    await dialog.getByLabel('Last day').fill('2027-02-28');
    await expect(dialog.getByLabel('Hours lost, in all')).toHaveValue('160');
    // A double click records once, and reports no failure.
    await dialog.getByRole('button', { name: 'Record', exact: true }).dblclick();
    await expect(dialog).toBeHidden();
    const known = ahead.getByRole('row', { name: /^Known: other policing/ });
    await expect(known).toContainText('160');
    const now = await figureOf(ahead, /^= Taken off capacity/, FEBRUARY);
    expect(now).toBeGreaterThan(taken);
    expect(now).toBeLessThanOrEqual(taken + 160);
  });

  const after = await test.step('the month becomes a peak on the page of demand', async () => {
    const figures = await februaryOnDemand(page);
    expect(figures.capacity).toBeLessThan(before.capacity);
    expect(before.utilisation).toBeLessThanOrEqual(100);
    expect(figures.utilisation).toBeGreaterThan(100);
    return figures;
  });

  await test.step('the weekly meeting has the peak, the habit and what waits, in the figures of the pages', async () => {
    await user.openPage(page, 'Abstractions');
    const waiting = await numberIn(page.getByRole('tab', { name: /^To review \(\d+\)/ }));
    await page.getByRole('tab', { name: 'Regular' }).click();
    const regular = await numberIn(page.getByRole('group', { name: 'In short' }).getByText(/regular abstr/));
    await user.openPage(page, 'Weekly meeting');
    const peaks = page.getByRole('region', { name: `Peaks ahead, ${TEAM}` });
    await expect(peaks).toContainText(new RegExp(`February 2027 \\(${String(after.utilisation)}\\s%\\)`));
    const abstractions = page.getByRole('region', { name: `Abstractions, ${TEAM}` });
    await expect(abstractions).toContainText(new RegExp(`${String(waiting)} abstractions? to review`));
    await expect(abstractions).toContainText(new RegExp(`${String(regular)} regular ones?: `));
    await expect(abstractions).toContainText(
      `${OFFICER}, Operational: Football, on Fridays in ${String(FRIDAYS.length)} of 52 weeks`,
    );
  });
});

test('an absence for a reason of the force’s own is ended early and taken out, and its trace stays', async ({
  page,
  host,
}) => {
  await user.exploreDemo(page, host);
  await page.getByLabel('Team', { exact: true }).selectOption(TEAM);
  await user.openPage(page, 'Abstractions');
  await expect(page.getByRole('table', { name: /^Absences in / })).toBeVisible();

  await test.step('a reason is put on the list, and refused where the list has it', async () => {
    await page.getByRole('tab', { name: 'Reasons' }).click();
    const added = page.getByRole('dialog', { name: 'Add a reason' });
    await page.getByRole('button', { name: 'Add a reason' }).click();
    await expect(added.getByLabel('Group')).toBeFocused();
    await page.keyboard.type('training');
    await page.keyboard.press('Tab');
    await page.keyboard.type('COURSE');
    await added.getByLabel('Kind').selectOption('training');
    await page.keyboard.press('Enter');
    await expect(added.getByText('The list has this reason already')).toBeVisible();
    await added.getByLabel('Group').fill('Development');
    await added.getByLabel('Activity').fill('Interviewing');
    await page.keyboard.press('Enter');
    await expect(added).toBeHidden();
    await expect(
      page.getByRole('table', { name: 'Reasons', exact: true }).getByRole('row').last(),
    ).toContainText(/Development: Interviewing.*Training.*no.*0/);
  });

  await page.goto(`${new URL(page.url()).origin}/abstractions?team=${TEAM}&month=2026-12`);

  await test.step('recorded from its square, over a week', async () => {
    await page.getByRole('button', { name: `${OFFICER}, Mon 7 Dec 2026: nothing held` }).click();
    const dialog = page.getByRole('dialog', { name: 'Record an absence' });
    await expect(dialog.getByLabel('First day')).toBeFocused();
    await dialog.getByLabel('Reason').selectOption({ label: 'Interviewing' });
    await dialog.getByLabel('Last day').fill('2026-12-11');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await expect(dialog).toBeHidden();
  });

  const square = page.getByRole('button', { name: `${OFFICER}, Mon 7 Dec 2026: Other, 8 h` });
  const panel = page.getByRole('dialog', { name: `${OFFICER}, Mon 7 Dec 2026` });

  await test.step('taken off the list: its record keeps its words, and what they count as is said first', async () => {
    await page.getByRole('tab', { name: 'Reasons' }).click();
    await page.getByRole('button', { name: 'Development: Interviewing' }).click();
    const held = page.getByRole('dialog', { name: 'Development: Interviewing' });
    await expect(held).toContainText('1 record holds it. It keeps its words, and counts as other');
    await held.getByRole('button', { name: 'Take off' }).click();
    await expect(page.getByRole('table', { name: 'Reasons not on the list' })).toContainText(
      /Development: Interviewing.*Other/,
    );
    await page.getByRole('tab', { name: 'Calendar' }).click();
  });

  await test.step('ended early: its hours fall with its days', async () => {
    await square.click();
    await panel.getByLabel('Last day instead').fill('2026-12-08');
    await page.keyboard.press('Escape');
    await expect(panel.getByRole('alert'), 'what was typed is not lost by Esc').toContainText(
      'not been saved',
    );
    await page.keyboard.press('Escape');
    await expect(panel.getByLabel('Last day instead')).toHaveValue('2026-12-08');
    await panel.getByRole('button', { name: 'End on this day' }).click();
    await expect(panel).toBeHidden();
    await expect(page.getByText('Ended on 8 Dec 2026; 16 h are left.')).toBeVisible();
    await expect(
      page.getByRole('button', { name: `${OFFICER}, Wed 9 Dec 2026: nothing held` }),
    ).toBeVisible();
  });

  await test.step('taken out with a reason: gone from the calendar, still in the ledger', async () => {
    await square.click();
    await expect(panel.getByText(/^Ended early by .* 40\u00a0h$/)).toBeVisible();
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

test('a list imported leads to what of it is to be reviewed', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Import');
  const file = join(host.dataFolder, 'absences-2026-10-31.csv');
  writeFileSync(file, `Collar,From,To,Hours,Reason group\n${OFFICER},2026-10-20,2026-10-20,8,Secondment\n`);
  await user.chooseFile(page, 'abstractions', file);
  await user.confirmImport(page, 'abstractions');
  await page.getByRole('link', { name: 'See what is to be reviewed' }).click();
  await expect(page.getByRole('tab', { name: /^To review/ })).toHaveAttribute('aria-selected', 'true');
  await page.getByLabel('Reason', { exact: true }).selectOption('other');
  await expect(page.getByRole('table', { name: 'Abstractions to review' })).toContainText('Secondment');
});
