import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseloadCsv, staffCsv } from '../fixtures/extracts.ts';
import { inventForce } from '#electron/engine/demo/force.ts';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type Host } from './fixtures.ts';
import { PLOT_LEFT, PLOT_RIGHT } from '../../renderer/components/chart/month-data.ts';
import * as user from './actions.ts';

/** The month after the first of the two, and how far ahead is looked unless said otherwise. */
const FIRST_MONTH = 'October 2026';
const MONTHS = 24;

const CLEAN = {
  seed: 5,
  exactDuplicates: 0,
  conflictingDuplicates: 0,
  noReference: 0,
  noTeam: 0,
  badDates: 0,
  unknownRisk: 0,
};

/** The caseloads of two neighbouring months and the staff of the first, as files. */
function writeTwoMonths(host: Host): { then: string; now: string; staff: string } {
  const force = inventForce({ seed: 3, snapshots: 2 });
  const [then, now] = force.snapshots.map(({ asAt, cases }) => {
    const file = join(host.dataFolder, `caseload-${asAt}.csv`);
    writeFileSync(file, caseloadCsv(cases, CLEAN).text);
    return file;
  });
  const staff = join(host.dataFolder, `staff-${force.snapshots[0]?.asAt ?? ''}.csv`);
  writeFileSync(staff, staffCsv(force.rosters[0]?.officers ?? []));
  return { then: then ?? '', now: now ?? '', staff };
}

async function importCaseload(page: Page, path: string): Promise<void> {
  await user.openPage(page, 'Import');
  await user.chooseFile(page, 'caseload', path);
  await user.confirmImport(page, 'caseload');
  await expect(page.getByRole('button', { name: 'Import caseload snapshot' })).toBeHidden();
}

/** Drags as a hand does, so that the browser's own dragging is what is tried. */
async function dragOntoMonth(
  page: Page,
  row: Locator,
  chart: Locator,
  index: number,
  months: number,
): Promise<void> {
  const plot = await chart.boundingBox();
  if (!plot) throw new Error('The chart is not on the screen.');
  const perMonth = (plot.width - PLOT_LEFT - PLOT_RIGHT) / months;
  await row.dragTo(chart, {
    sourcePosition: { x: 12, y: 8 },
    targetPosition: { x: PLOT_LEFT + (index + 0.5) * perMonth, y: plot.height / 2 },
  });
}

test('a plan is steered, accepted and, when the next snapshot comes, followed up', async ({ page, host }) => {
  const files = writeTwoMonths(host);
  await user.makeWorkspace(page, host);
  await importCaseload(page, files.then);
  await page.getByRole('button', { name: 'Next: the staff roster' }).click();
  await user.chooseFile(page, 'staff', files.staff);
  await user.confirmImport(page, 'staff');
  await expect(page.getByRole('link', { name: 'See the overview' })).toBeVisible();
  const bar = page.getByRole('region', { name: 'Your word on this plan' });
  const count = page.getByRole('region', { name: 'Moves' }).getByText(/^[\d,]+, [\d,]+\sh$/);

  await test.step('a move dragged back onto the month it is due in is refused by that', async () => {
    await user.openPage(page, 'Levelling');
    await user.levelFullestTeam(page);
    const word = page.getByRole('combobox', { name: /^Your word on/ }).first();
    const [, due = ''] = /due in (.+)$/.exec((await word.getAttribute('aria-label')) ?? '') ?? [];
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('combobox', { name: /^Your word on/ }) })
      .first();
    const chart = page.getByRole('img', { name: /Show as table/ }).first();
    const first = new Date(`1 ${FIRST_MONTH} UTC`);
    const at = new Date(`1 ${due} UTC`);
    const index =
      (at.getUTCFullYear() - first.getUTCFullYear()) * 12 + at.getUTCMonth() - first.getUTCMonth();
    // Tall enough to show the table and the chart at once, between which is dragged.
    await page.setViewportSize({ width: 1440, height: 1700 });
    await dragOntoMonth(page, row, chart, index, MONTHS);
    await expect(bar).toContainText('1 refused');
    await page.reload();
    await expect(bar, 'said before the page was loaded anew').toContainText('1 refused');
    await expect(bar).toContainText('Not yet in the plan below');
    await bar.getByRole('button', { name: 'Level again' }).click();
    await expect(bar).toContainText('The plan below keeps to it');
  });

  let moves = 0;
  await test.step('accepted, and the next snapshot is imported', async () => {
    await user.acceptPlan(page);
    await expect(page.getByText('This plan is in force.')).toBeVisible();
    moves = Number((await count.textContent())?.split(', ')[0]?.replace(',', ''));
    await importCaseload(page, files.now);
    await page.getByRole('link', { name: 'See what changed since 30 Sep 2026' }).click();
    await expect(page.getByText(/^Since 30 Sep 2026: \d+ joined, /)).toBeVisible();
  });

  await test.step('it stays in force: what still stands of it is laid over the newer snapshot', async () => {
    await user.openPage(page, 'Overview');
    const row = page.getByRole('table', { name: 'Plans in force' }).getByRole('row').last();
    await expect(row).toContainText('30 Sep 2026');
    await expect(row).toContainText(`of ${String(moves)} moves still stand`);
    await row.getByRole('link').click();
    await user.openPage(page, 'Demand');
    await page.getByText('With the plan', { exact: true }).click();
    await expect(
      page.getByText(/The plan in force was accepted on the snapshot as at 30 Sep 2026: .* still stand/),
    ).toBeVisible();
    await user.openPage(page, 'Levelling');
    const banner = page.getByRole('note').filter({ hasText: 'accepted, it takes that plan’s place' });
    await expect(banner).toContainText(`of ${String(moves)} moves still stand`);
    await expect(banner).toContainText(/With it the peak is \d+\s%/);
  });

  await test.step('each of its moves has become something', async () => {
    await user.openPage(page, 'Levelling');
    await page.getByRole('table', { name: 'Accepted plans' }).getByRole('link').first().click();
    await expect(page.getByText(/This plan is in force.* not due yet still stand/)).toBeVisible();
    await page.getByRole('tab', { name: 'Follow-up' }).click();
    const table = page.getByRole('table', { name: 'What became of the moves' });
    await expect(table).toBeVisible();
    const counts = (await table.getByRole('button').allTextContents()).map((text) =>
      Number(text.replace(',', '')),
    );
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(moves);
  });
});
