import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

const MOST_STEPS = 150;

/** Goes to a part of the page as a keyboard does, one stop after the other. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${target.toString()} is not reached in ${String(MOST_STEPS)} steps of ${key}.`);
}

async function press(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press('Enter');
}

async function pressKeys(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

const movesOf = async (page: Page): Promise<number> =>
  Number((await page.getByRole('tab', { name: /moves?$/ }).textContent())?.replace(/\D/g, ''));

/** `D100343 due 2027-01`, from the name of the field that has the word on it. */
function workOf(label: string): string {
  const [, reference = '', month = ''] = /on ([^/]+)\/.*due in (.+)$/.exec(label) ?? [];
  return `${reference} due ${new Date(`1 ${month} UTC`).toISOString().slice(0, 7)}`;
}

test('by keyboard alone: a point of the curve, two pinned, one refused, accepted, handed out, followed up', async ({
  page,
  host,
}) => {
  await user.exploreDemo(page, host);
  const words = page.getByRole('combobox', { name: /^Your word on/ });
  const bar = page.getByRole('region', { name: 'Your word on this plan' });
  const decided: string[] = [];

  await test.step('the levelling of a team, from the snapshot before the newest', async () => {
    await user.fromPalette(page, 'Levelling');
    await expect(page.getByRole('heading', { level: 1, name: 'Levelling' })).toBeVisible();
    const snapshot = page.getByLabel('Snapshot', { exact: true });
    await tabTo(page, snapshot, 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await expect(page).toHaveURL(/snapshot=/);
    await expect(snapshot.locator('option:checked')).toHaveText('as at 30 Sep 2026');
    await press(page, page.getByRole('link', { name: /^Level / }).first());
    await expect(page.getByRole('slider', { name: 'Point of the curve' })).toBeVisible();
  });

  await test.step('a point of the curve with fewer moves', async () => {
    const slider = page.getByRole('slider', { name: 'Point of the curve' });
    await tabTo(page, slider);
    await pressKeys(page, 'ArrowLeft', 4);
    const allowed = Number(/^[\d,]+/.exec((await slider.getAttribute('aria-valuetext')) ?? '')?.[0]);
    expect(allowed).toBeGreaterThan(3);
    await press(page, page.getByRole('button', { name: 'Level to this point' }));
    await expect(bar).toContainText(`at most ${String(allowed)} moves`);
    await expect(page.getByText(/^Since the plan before/)).toBeVisible();
    expect(await movesOf(page)).toBeLessThanOrEqual(allowed);
  });

  await test.step('two moves pinned and one refused', async () => {
    // The last ones are due long after the newest snapshot: the work list must still hold them.
    const last = (await words.count()) - 1;
    for (const [index, downs] of [
      [last - 2, 1],
      [last - 1, 1],
      [last, 2],
    ] as const) {
      await tabTo(page, words.nth(index));
      decided.push((await words.nth(index).getAttribute('aria-label')) ?? '');
      await pressKeys(page, 'ArrowDown', downs);
    }
    await expect(bar).toContainText('2 pinned, 1 refused');
    await expect(bar).toContainText('Not yet in the plan below');
    await press(page, page.getByRole('button', { name: 'Accept plan …' }), 'Shift+Tab');
    await expect(page.getByRole('dialog')).toContainText('What you have said since is not in this plan.');
    await page.keyboard.press('Escape');
    await press(page, bar.getByRole('button', { name: 'Level again' }), 'Shift+Tab');
    await expect(bar).toContainText('The plan below keeps to it');
    await expect(page.getByRole('region', { name: 'Since the plan before' })).toContainText(/move/);
    for (const label of decided.slice(0, 2))
      await expect(page.getByLabel(label, { exact: true })).toBeVisible();
    await expect(page.getByLabel(decided[2] ?? '', { exact: true })).toBeHidden();
  });

  const moves = await movesOf(page);
  await test.step('accepted', async () => {
    await press(page, page.getByRole('button', { name: 'Accept plan …' }));
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: 'Accept plan' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^Accepted plan for/ })).toBeVisible();
  });

  await test.step('the work list holds each move, the pinned ones too, and not the refused one', async () => {
    await tabTo(page, page.getByRole('tab', { name: 'Plan', exact: true }));
    await page.keyboard.press('ArrowRight');
    const download = page.waitForEvent('download');
    await press(page, page.getByRole('button', { name: 'Save the list as CSV' }));
    const lines: string[][] = parse(readFileSync(await (await download).path()), {
      bom: true,
      relax_column_count: true,
    });
    const head = lines.findIndex(([first]) => first === 'Supervisor');
    const rows = lines.slice(head + 1);
    const stands = page.getByText(/[\d,]+ of [\d,]+ moves still to do/);
    const [still = 0, all = 0] = ((await stands.textContent())?.match(/[\d,]+/g) ?? []).map(Number);
    expect(all).toBe(moves);
    expect(rows).toHaveLength(still);
    const [caseAt, dueAt] = ['Case', 'Due'].map((heading) => lines[head]?.indexOf(heading) ?? -1);
    const listed = rows.map((row) => `${row[caseAt ?? -1] ?? ''} due ${row[dueAt ?? -1] ?? ''}`);
    expect(listed).toEqual(expect.arrayContaining(decided.slice(0, 2).map(workOf)));
    expect(listed).not.toContain(workOf(decided[2] ?? ''));
  });

  await test.step('and the follow-up judges each of them', async () => {
    await tabTo(page, page.getByRole('tab', { name: 'Work list' }), 'Shift+Tab');
    await page.keyboard.press('ArrowRight');
    const table = page.getByRole('table', { name: 'What became of the moves' });
    await expect(table).toBeVisible();
    const counts = (await table.getByRole('button').allTextContents()).map(Number);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(moves);
  });
});

test('a plan is what the controls ask for, and one that could not be made anew says that it is the one before', async ({
  page,
  host,
}) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Levelling');
  await user.levelFullestTeam(page);
  const bar = page.getByRole('region', { name: 'Your word on this plan' });
  const said = page.getByText(/^Since the plan before/);

  await test.step('the plan with the fewest moves, though the one shown makes more', async () => {
    await page.getByRole('button', { name: 'Level to this point' }).click();
    await expect(bar).toContainText(/at most \d+ moves/);
    await expect(said).toBeVisible();
  });

  await test.step('a target given up is given up by whatever levels next', async () => {
    await page.getByText('Target', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Target peak, per cent of capacity' }).fill('115');
    await page.getByRole('button', { name: 'Level', exact: true }).click();
    await expect(page).toHaveURL(/target=115/);
    await expect(page.getByRole('button', { name: 'Accept plan …' })).toBeEnabled();
    await page.getByText('Lowest peak', { exact: true }).click();
    await page.getByRole('button', { name: 'Clear all and level' }).click();
    await expect(page).not.toHaveURL(/target=/);
    await expect(bar).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Accept plan …' })).toBeEnabled();
  });

  await test.step('asked to leave alone a case that is not held', async () => {
    await page.getByRole('button', { name: /^Steer: caps/ }).click();
    const steer = page.getByRole('region', { name: 'Steer the plan' });
    await steer.getByLabel('Cases', { exact: true }).fill('D999999');
    await steer.getByLabel('Cases', { exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Level again' }).click();
    await expect(page.getByText('Levelling failed')).toBeVisible();
    await expect(bar).toContainText('Not yet in the plan below');
    await page.getByRole('button', { name: 'Accept plan …' }).click();
    await expect(page.getByRole('dialog')).toContainText('is not in this plan');
  });
});
