/** What a user does, in the words of the screens. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseloadCsv, staffCsv } from '../fixtures/extracts.ts';
import { inventForce } from '#electron/engine/demo/force.ts';
import { expect, type Page } from '@playwright/test';
import type { Host } from './fixtures.ts';

export const PASSPHRASE = 'seven calm herons';

/** What the caseload file of the tests holds, row by row. */
export const DIRT = {
  seed: 5,
  exactDuplicates: 3,
  conflictingDuplicates: 2,
  noReference: 1,
  noTeam: 1,
  badDates: 2,
  unknownRisk: 1,
};

/** Writes an extract of invented cases and its staff list, and says what is in them. */
export function writeExtract(host: Host): {
  caseload: string;
  staff: string;
  rowsRead: number;
  accepted: number;
} {
  const force = inventForce({ seed: 3, snapshots: 1 });
  const { text, truth } = caseloadCsv(force.snapshots.at(-1)?.cases ?? [], DIRT);
  const caseload = join(host.dataFolder, 'caseload-2026-10-31.csv');
  const staff = join(host.dataFolder, 'staff-2026-10-31.csv');
  writeFileSync(caseload, text);
  writeFileSync(staff, staffCsv(force.rosters.at(-1)?.officers ?? []));
  return { caseload, staff, rowsRead: truth.rowsRead, accepted: truth.accepted };
}

export async function makeWorkspace(page: Page, host: Host, name = 'force'): Promise<void> {
  await page.goto(host.url);
  await page.getByRole('button', { name: 'New workspace' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase again', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Make the workspace' }).click();
  await expect(page.getByRole('button', { name: `Workspace: ${name}` })).toBeVisible();
}

export async function exploreDemo(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Explore the demo' }).click();
  await expect(page.getByRole('button', { name: /^Workspace: Demo/ })).toBeVisible({ timeout: 60_000 });
}

export async function openPage(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name, exact: true });
  await link.click();
  // Until the page is there the one that is left can still be clicked, and its links lead elsewhere.
  await expect(link).toHaveAttribute('aria-current', 'page');
}

/** Looks at another snapshot, `31 Oct 2026`. */
export async function chooseSnapshot(page: Page, asAt: string): Promise<void> {
  const link = page.getByRole('navigation').getByRole('link', { name: 'Overview', exact: true });
  const before = (await link.getAttribute('href')) ?? '';
  await page.getByLabel('Snapshot', { exact: true }).selectOption({ label: `as at ${asAt}` });
  // Until it is looked at, links lead to the one before.
  await expect(link).not.toHaveAttribute('href', before);
}

/** Levels the team that stands first: the fullest. */
export const levelFullestTeam = (page: Page): Promise<void> =>
  page
    .getByRole('link', { name: /^Level / })
    .first()
    .click();

/** Accepts the plan proposed, without naming it. */
export async function acceptPlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Accept plan …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept plan' }).click();
}

const kinds = {
  caseload: { file: 'Caseload snapshot file', confirm: 'Import caseload snapshot' },
  staff: { file: 'Staff roster file', confirm: 'Import staff roster' },
  abstractions: { file: 'Abstractions file', confirm: 'Import abstractions' },
};

export async function chooseFile(page: Page, kind: keyof typeof kinds, path: string): Promise<void> {
  await page.getByLabel(kinds[kind].file).setInputFiles(path);
}

export async function closeWorkspace(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Workspace: / }).click();
  await page.getByRole('menuitem', { name: 'Close the workspace' }).click();
  await expect(page.getByRole('heading', { name: 'Recent workspaces' })).toBeVisible();
}

export async function confirmImport(page: Page, kind: keyof typeof kinds): Promise<void> {
  await page.getByRole('button', { name: kinds[kind].confirm }).click();
}

export async function openRecent(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page
    .getByRole('region', { name: `Open ${name}` })
    .getByRole('button', { name: 'Open' })
    .click();
}

/** Goes where the palette leads: its answer is waited for, since Enter takes whatever stands first. */
export async function fromPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await expect(palette.getByRole('textbox')).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette.getByRole('textbox')).toHaveValue(words);
  await expect(palette.getByRole('button').first()).toContainText(words);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}
