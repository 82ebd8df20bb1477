import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';
import { writeUnknownLayout } from './unknown-layout.ts';

/** What hangs on the colours: of the same page in dark, nothing else can differ. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

async function findingsIn(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
  // Half-way from one colour to the other is neither.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  // Only what is wrong is asked for, and by no page of its own: that joins frames, of which there are none.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const rules =
    scheme === 'light'
      ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      : axe.withRules(COLOUR_RULES);
  const { violations } = await rules.analyze();
  return violations.map(
    ({ id, nodes }) => `${scheme}, ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

/** Light and dark, and light again: what comes next begins as it was. */
async function expectNoFindings(page: Page, where: string): Promise<void> {
  const dark = await findingsIn(page, 'dark');
  expect([...dark, ...(await findingsIn(page, 'light'))], where).toEqual([]);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first();

test.describe('axe finds nothing, light or dark,', () => {
  test('on start and overview', async ({ page, host }) => {
    await page.goto(host.url);
    await expect(page.getByRole('button', { name: 'Explore the demo' })).toBeVisible();
    await expectNoFindings(page, 'start');
    await user.exploreDemo(page, host);
    await expect(page.getByRole('table', { name: /Utilisation/ })).toBeVisible();
    await expect(page.getByText(/Working out what can be brought forward/)).toBeHidden({
      timeout: 150_000,
    });
    await expect(page.getByRole('region', { name: 'How things are moving' })).not.toContainText('…');
    await expectNoFindings(page, 'overview');
  });

  test('on demand and levelling', async ({ page, host }) => {
    await user.exploreDemo(page, host);
    await user.openPage(page, 'Demand');
    await expect(heading(page, /What makes|Why/)).toBeVisible();
    await expectNoFindings(page, 'demand');
    await user.openPage(page, 'Levelling');
    await expect(heading(page, 'Choose a team')).toBeVisible();
    await expectNoFindings(page, 'levelling, no team');
    await user.levelFullestTeam(page);
    await expect(page.getByRole('table', { name: /^Moves of/ })).toBeVisible();
    await expectNoFindings(page, 'levelling');
  });

  test('on the parts of an accepted plan', async ({ page, host }) => {
    await user.exploreDemo(page, host);
    await user.openPage(page, 'Levelling');
    await user.chooseSnapshot(page, '30 Jun 2026');
    await user.levelFullestTeam(page);
    await user.acceptPlan(page);
    await expect(page.getByText(/not due yet still stand/)).toBeVisible();
    await expectNoFindings(page, 'plan');
    await page.getByRole('tab', { name: 'Work list' }).click();
    await page.getByLabel('Month to do it in').selectOption({ index: 1 });
    await expect(page.getByRole('table', { name: /^Work of/ }).first()).toBeVisible();
    await expectNoFindings(page, 'work list');
    await page.getByRole('tab', { name: 'Follow-up' }).click();
    const outcomes = page.getByRole('table', { name: 'What became of the moves' });
    await expect(outcomes).toBeVisible();
    await expectNoFindings(page, 'follow-up');
    await outcomes.getByRole('button').first().click();
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    await expectNoFindings(page, 'cases of an outcome');
  });

  test('on the parts of the backlog', async ({ page, host }) => {
    await user.exploreDemo(page, host);
    await user.openPage(page, 'Backlog');
    const matrix = page.getByRole('table', { name: 'Overdue by risk and lateness' });
    await expect(matrix).toBeVisible();
    await expect(page.getByRole('figure')).toBeVisible();
    await expectNoFindings(page, 'backlog');
    await matrix.getByRole('button').first().click();
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    await expectNoFindings(page, 'cases of the backlog');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Sign-off' }).click();
    await expect(page.getByRole('table', { name: 'Sign-offs by supervisor' })).toBeVisible();
    await expectNoFindings(page, 'sign-off');
    await page.getByRole('tab', { name: 'Practice checks' }).click();
    await expect(page.getByRole('table', { name: 'Practice checks' })).toBeVisible();
    await expectNoFindings(page, 'practice checks');
  });

  test('on the parts of the abstractions', async ({ page, host }) => {
    await user.exploreDemo(page, host);
    await user.openPage(page, 'Abstractions');
    await expect(heading(page, 'Choose a team to see its month')).toBeVisible();
    await expectNoFindings(page, 'abstractions, no team');
    await page.getByRole('tab', { name: 'Ledger' }).click();
    const ledger = page.getByRole('table', { name: 'Ledger of abstractions' });
    await expect(ledger).toBeVisible();
    await expectNoFindings(page, 'ledger');
    await ledger
      .getByRole('button', { name: /20\d\d/ })
      .first()
      .click();
    await expect(page.getByRole('dialog').getByRole('heading', { name: 'What became of it' })).toBeVisible();
    await expectNoFindings(page, 'a record');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /^To review/ }).click();
    await expect(page.getByRole('table', { name: 'Abstractions to review' })).toBeVisible();
    await page.getByRole('button', { name: 'Choose all listed' }).click();
    await expectNoFindings(page, 'to review');
    await page.getByRole('tab', { name: 'Regular' }).click();
    await expect(page.getByRole('table', { name: 'Regular abstractions' })).toBeVisible();
    await expectNoFindings(page, 'regular');
    await page.getByRole('tab', { name: 'Effect' }).click();
    await page
      .getByRole('table', { name: 'Hours lost by team' })
      .getByRole('button', { name: 'Westhaven' })
      .click();
    await expect(page.getByRole('figure')).toBeVisible();
    await expectNoFindings(page, 'effect');
    await page.getByRole('tab', { name: 'Capacity' }).click();
    await expect(page.getByRole('table', { name: 'Assumed and actual shares' })).toBeVisible();
    await expectNoFindings(page, 'capacity');
    await page.getByRole('tab', { name: 'Calendar' }).click();
    await page.getByRole('button', { name: /^Back to / }).click();
    const squares = page.getByRole('table', { name: /^Absences in / }).getByRole('button');
    await expect(squares.first()).toBeVisible();
    await expectNoFindings(page, 'calendar');
    await squares.filter({ hasNotText: /\w/ }).first().click();
    await expect(page.getByRole('dialog').getByLabel('First day')).toBeFocused();
    await expectNoFindings(page, 'recording');
  });

  test('on scenarios', async ({ page, host }) => {
    await user.exploreDemo(page, host);
    await user.openPage(page, 'Scenarios');
    await expect(heading(page, 'No scenario yet')).toBeVisible({ timeout: 60_000 });
    await expectNoFindings(page, 'no scenario');
    await page.getByRole('button', { name: 'Make these two' }).click();
    await page.getByRole('link', { name: 'Two posts from September' }).click();
    await expect(page.getByRole('figure')).toHaveCount(2);
    await expectNoFindings(page, 'scenario');
    await page.getByRole('tab', { name: 'What moves the answer' }).click();
    await expect(page.getByRole('figure', { name: /moves it most/ })).toBeVisible();
    await expectNoFindings(page, 'tornado');
    await page.getByRole('tab', { name: 'Posts it would take' }).click();
    await page.getByRole('button', { name: 'Try 0 to 20 posts' }).click();
    await expect(page.getByRole('table', { name: 'Further posts' })).toBeVisible({ timeout: 60_000 });
    await expectNoFindings(page, 'further posts');
    await page.getByRole('link', { name: 'All scenarios' }).click();
    await expect(page.getByRole('table', { name: 'Scenarios' })).toBeVisible();
    await expectNoFindings(page, 'scenarios');
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Figures of the scenarios' })).toBeVisible({
      timeout: 60_000,
    });
    await page.getByRole('button', { name: 'Put together' }).click();
    await expect(page.getByRole('article', { name: 'Preview of the business case' })).toBeVisible({
      timeout: 120_000,
    });
    await expectNoFindings(page, 'comparison and business case');
    await page.getByRole('link', { name: 'All scenarios' }).click();
    await page.getByRole('link', { name: 'Pay and on-cost' }).click();
    await expect(page.getByRole('table', { name: 'Pay and on-cost' })).toBeVisible();
    await expectNoFindings(page, 'pay');
  });

  test('on mapping a file, and on its account', async ({ page, host }) => {
    await user.exploreDemo(page, host);
    await user.openPage(page, 'Import');
    await user.chooseFile(page, 'caseload', writeUnknownLayout(host, '2026-12-31', 3));
    await page.getByLabel('Read Kennung as').selectOption('reference');
    await page.getByLabel('Read Dienststelle as').selectOption('team');
    await page.getByLabel('Read Stufe as').selectOption('risk');
    await expect(page.getByRole('table', { name: 'Codes to be explained' })).toBeVisible();
    await expectNoFindings(page, 'mapping');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('group', { name: 'Every row accounted for' })).toBeVisible();
    await expectNoFindings(page, 'account');
  });

  test('on changes, the weekly meeting and staffing', async ({ page, host }) => {
    await user.exploreDemo(page, host);
    await user.openPage(page, 'Changes');
    await expect(page.getByRole('table', { name: /^Cases: / })).toBeVisible();
    await expectNoFindings(page, 'changes');
    await user.openPage(page, 'Weekly meeting');
    await page.getByRole('button', { name: 'Add an action, Harbour' }).click();
    await expectNoFindings(page, 'weekly meeting');
    await user.openPage(page, 'Staffing');
    await expect(page.getByRole('table', { name: /^RSOs today/ })).toBeVisible();
    await expectNoFindings(page, 'staffing');
  });

  test('on import, standards, settings and log', async ({ page, host }) => {
    await user.exploreDemo(page, host);
    for (const [name, landmark] of [
      ['Standards', 'table'],
      ['Settings', 'textbox'],
      ['Log', 'table'],
      ['Import', 'table'],
    ] as const) {
      await user.openPage(page, name);
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
      await expect(page.getByRole('main').getByRole(landmark).first()).toBeVisible();
      await expectNoFindings(page, name);
    }
    await page
      .getByRole('button', { name: /^Roll back the snapshot/ })
      .first()
      .click();
    await expect(page.getByRole('button', { name: 'Keep the snapshot' })).toBeVisible();
    await expectNoFindings(page, 'rolling back');
  });
});

test.describe('on a first visit', () => {
  test.use({ hasDemo: false });

  test('the demo is made in one click', async ({ page, host }) => {
    await user.exploreDemo(page, host);
    await expect(page.getByRole('table', { name: /Utilisation/ }).getByRole('row')).toHaveCount(9);
  });
});

test('the whole job can be reached by keyboard: palette, page, team, month', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.fromPalette(page, 'Harbour');
  await expect(page).toHaveURL(/team=Harbour/);
  await user.fromPalette(page, 'Levelling');
  await expect(page).toHaveURL(/levelling/);
  await user.fromPalette(page, 'Overview');
  const heatMap = page.getByRole('table', { name: /Utilisation/ });
  const months = heatMap.getByRole('link');
  await expect(heatMap.locator('a[tabindex="0"]'), 'one stop for the whole table').toHaveCount(1);
  await months.first().focus();
  await page.keyboard.press('Control+End');
  await expect(months.last()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator(':focus')).toHaveAccessibleName(/^[A-Z].*, December 2026: /);
  await page.keyboard.press('Shift+Tab');
  await expect(heatMap.locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/demand.*month=2026-12/);
});

test('what is looked at stands in the address and survives a reload', async ({ page, host }) => {
  await user.exploreDemo(page, host);
  await user.openPage(page, 'Demand');
  await expect(page.getByRole('heading', { level: 1, name: 'All teams' })).toBeVisible();
  await page.getByLabel('Team', { exact: true }).selectOption('Harbour');
  await expect(page.getByRole('heading', { level: 1, name: /Harbour/ })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /Harbour/ })).toBeVisible();
  await page.goto(page.url().replace('team=Harbour', 'team=HARBOUR'));
  await expect(page, 'a team spelt otherwise is the same team').toHaveURL(/team=Harbour/);
  await expect(page.getByRole('heading', { level: 1, name: /Harbour/ })).toBeVisible();
});
