import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

/** Levels the fullest team of the snapshot looked at and accepts the plan. */
async function levelAndAccept(page: Page): Promise<number> {
  await user.levelFullestTeam(page);
  const moves = page.getByRole('region', { name: 'Moves' }).getByText(/^[\d,]+, [\d,]+\sh$/);
  const count = Number((await moves.textContent())?.split(', ')[0]?.replace(',', ''));
  await user.acceptPlan(page);
  await expect(page.getByRole('heading', { level: 1, name: /^Accepted plan for/ })).toBeVisible();
  return count;
}

async function saved(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('an accepted plan is given out as a work list', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Levelling');
  const count = await levelAndAccept(page);
  expect(count).toBeGreaterThan(0);

  await test.step('by keyboard: its parts are tabs', async () => {
    await page.getByRole('tab', { name: 'Plan' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Work list', selected: true })).toBeFocused();
    await expect(page).toHaveURL(/part=list/);
    await expect(
      page.getByText(
        `${count.toLocaleString('en-GB')} of ${count.toLocaleString('en-GB')} moves still to do`,
      ),
    ).toBeVisible();
  });

  await test.step('as CSV, with a row for each move, in the order of officer and month', async () => {
    const { name, bytes } = await saved(page, 'Save the list as CSV');
    expect(name).toMatch(/^work-list-plan-\d+\.csv$/);
    const lines: string[][] = parse(bytes, { bom: true, relax_column_count: true });
    expect(lines[0]).toEqual(['OFFICIAL-SENSITIVE']);
    const head = lines.findIndex(([first]) => first === 'Supervisor');
    const rows = lines.slice(head + 1);
    expect(rows).toHaveLength(count);
    const [, , doIn, , , , due] = lines[head] ?? [];
    expect([doIn, due]).toEqual(['Do in', 'Due']);
    for (const row of rows) {
      if (row[8]?.startsWith('bring forward') === true) expect((row[2] ?? '') < (row[6] ?? '')).toBe(true);
    }
    const shown = await page
      .getByRole('table', { name: /^Work of/ })
      .first()
      .getByRole('row')
      .count();
    expect(shown).toBeGreaterThan(2);
  });

  await test.step('as a workbook and a calendar; one month only where one is chosen', async () => {
    expect((await saved(page, 'Save the list as Excel')).bytes.subarray(0, 2).toString()).toBe('PK');
    const all = (await saved(page, 'Save the list as a calendar')).bytes.toString();
    await page.getByLabel('Month to do it in').selectOption({ index: 1 });
    await expect(page).toHaveURL(/into=/);
    const some = (await saved(page, 'Save the list as a calendar')).bytes.toString();
    const tasks = (text: string) => text.split('BEGIN:VTODO').length - 1;
    expect(tasks(some)).toBeGreaterThan(0);
    expect(tasks(some)).toBeLessThan(tasks(all));
  });
});

test('a plan of an older snapshot is followed up', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Levelling');
  await user.chooseSnapshot(page, '30 Jun 2026');
  const count = await levelAndAccept(page);
  await expect(page.getByText(/This plan is in force.* not due yet still stand/)).toBeVisible();
  await page.getByRole('tab', { name: 'Follow-up' }).click();
  await expect(page.getByRole('group', { name: 'In short' })).toContainText(/of [\d,]+ moves due by now/);

  await test.step('the outcomes add up to its moves, and each opens its cases', async () => {
    const table = page.getByRole('table', { name: 'What became of the moves' });
    await expect(table.getByRole('row').last()).toContainText(count.toLocaleString('en-GB'));
    const figures = table.getByRole('button');
    const counts = (await figures.allTextContents()).map((text) => Number(text.replace(',', '')));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(count);
    await figures.first().click();
    const cases = page.getByRole('dialog').getByRole('table', { name: /^Moves: / });
    await expect(cases).toHaveAttribute('aria-rowcount', String((counts[0] ?? 0) + 1));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(figures.first()).toBeFocused();
  });

  await test.step('what happened stands beside the plan, as a table too', async () => {
    await page.getByRole('button', { name: 'Show as table' }).click();
    await expect(page.getByRole('row', { name: /^Happened/ })).toContainText(/\d/);
  });

  await test.step('the list of plans shows how far it was kept to', async () => {
    await page.getByRole('link', { name: /^Back to levelling/ }).click();
    await expect(page.getByRole('table', { name: 'Accepted plans' })).toContainText(/\d+ of \d+/);
  });

  await test.step('months later the overview says to what a new proposal would bring the peak, and leads to it', async () => {
    await user.chooseSnapshot(page, '31 Oct 2026');
    await user.openPage(page, 'Overview');
    const said = page.getByText(
      /What is left of its plan leaves \w+ at \d+\s%; a new proposal would bring it to \d+\s%/,
    );
    await expect(said).toBeVisible({ timeout: 60_000 });
    const [, left, better] = /at (\d+\s%); .* to (\d+\s%)/.exec((await said.textContent()) ?? '') ?? [];
    expect(Number.parseInt(better ?? '')).toBeLessThan(Number.parseInt(left ?? ''));
    await page.getByRole('link', { name: /^See the work for/ }).click();
    await expect(page.getByRole('note').filter({ hasText: 'A plan is in force' })).toContainText(
      `With it the peak is ${left ?? ''}; the proposal below would bring it to ${better ?? ''}.`,
    );
    await expect(page.getByRole('button', { name: 'Accept plan …' })).toBeEnabled();
  });
});
