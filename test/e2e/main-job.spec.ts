import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

/** On a small screen too, the reason of a move is read without scrolling sideways and without hovering. */
async function expectReasonsInSight(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1024, height: 700 });
  const moves = page.getByRole('group', { name: /^Moves of/ });
  const reason = moves.getByRole('cell', { name: /comes to \d+\s%\.$/ }).first();
  await reason.scrollIntoViewIfNeeded();
  const [room, words] = [await moves.boundingBox(), await reason.boundingBox()];
  if (!room || !words) throw new Error('The reason is not on the screen.');
  expect(words.x + words.width).toBeLessThanOrEqual(room.x + room.width);
  expect(words.width, 'room for a sentence').toBeGreaterThan(400);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test('a snapshot in, peak months out, work pulled forward, and the plan is there next time', async ({
  page,
  host,
}) => {
  const extract = user.writeExtract(host);
  await user.makeWorkspace(page, host);

  await test.step('import the caseload and see every row accounted for', async () => {
    await user.openPage(page, 'Import');
    await user.chooseFile(page, 'caseload', extract.caseload);
    const sum = page.getByRole('group', { name: 'Every row accounted for' });
    await expect(sum).toContainText(extract.rowsRead.toLocaleString('en-GB'));
    await expect(sum).toContainText(extract.accepted.toLocaleString('en-GB'));
    await expect(page.getByRole('table', { name: 'Rejected rows' }).getByRole('row')).toHaveCount(3);
    await expect(page.getByRole('table', { name: 'Columns of the file' })).toContainText('Surname');
    await user.confirmImport(page, 'caseload');
    await page.getByRole('button', { name: 'Next: the staff roster' }).click();
    await user.chooseFile(page, 'staff', extract.staff);
    await user.confirmImport(page, 'staff');
    await page.getByRole('link', { name: 'See the overview' }).click();
  });

  await test.step('the overview says which teams break, when, and the ratio', async () => {
    await expect(
      page.getByRole('region', { name: 'In short' }).getByText(/breaks? in|teams break|No team breaks/),
    ).toBeVisible();
    await expect(page.getByText(/The force stands at 1:\d/)).toBeVisible();
    const heatMap = page.getByRole('table', { name: /Utilisation/ });
    await expect(heatMap.getByRole('row')).toHaveCount(9);
  });

  await test.step('level the fullest team and accept the plan', async () => {
    await user.openPage(page, 'Levelling');
    await user.levelFullestTeam(page);
    const certificate = page.getByRole('group', { name: 'What the plan comes to' });
    await expect(certificate).toContainText(/no plan within these rules goes below \d+(\.\d)?\s%/i);
    await expect(page.getByRole('table', { name: /^Moves of/ })).toBeVisible();
    await expectReasonsInSight(page);
    await user.acceptPlan(page);
    await expect(page.getByRole('heading', { level: 1, name: /^Accepted plan for/ })).toBeVisible();
    await expect(page.getByText('This plan is in force.')).toBeVisible();
  });

  await test.step('close, refuse a wrong passphrase, open again: the plan is still there', async () => {
    await user.closeWorkspace(page);
    await user.openRecent(page, 'force', 'seven cold herons');
    await expect(page.getByText('The passphrase is wrong. One try so far.')).toBeVisible();
    await page.getByLabel('Passphrase', { exact: true }).fill(user.PASSPHRASE);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await user.openPage(page, 'Levelling');
    await expect(page.getByRole('table', { name: 'Accepted plans' })).toContainText('in force');
  });

  await test.step('importing the same file again changes nothing and says so', async () => {
    await user.openPage(page, 'Import');
    await user.chooseFile(page, 'caseload', extract.caseload);
    await expect(page.getByText(/Importing it again changes nothing/)).toBeVisible();
  });
});

test('undoing an accepted plan takes it out of force', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Levelling');
  await user.levelFullestTeam(page);
  await user.acceptPlan(page);
  await expect(page.getByText('This plan is in force.')).toBeVisible();
  await page.getByRole('button', { name: /^Undo the plan/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the plan' }).click();
  await expect(page.getByText('This plan is in force.')).toBeHidden();
  await user.openPage(page, 'Levelling');
  await expect(page.getByRole('table', { name: 'Accepted plans' })).toContainText('undone');
});
