import { expect, test } from './fixtures.ts';
import * as user from './actions.ts';

const NEXT = 'nine quiet otters';

test.use({ minuteMs: 15_000 });

test('a passphrase changed, a recovery key shown once, the log of it, and a workspace that closes when unused', async ({
  page,
  host,
}, testInfo) => {
  testInfo.skip(testInfo.project.name === 'electron', 'A minute is shortened on the loopback host only');
  await user.makeWorkspace(page, host);

  await test.step('change the passphrase', async () => {
    await user.openPage(page, 'Settings');
    await page.getByRole('button', { name: 'Change the passphrase …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Passphrase in use', { exact: true }).fill(user.PASSPHRASE);
    await dialog.getByLabel('New passphrase', { exact: true }).fill('abcdefghijkl');
    await dialog.getByLabel('New passphrase again', { exact: true }).fill('abcdefghijkl');
    await dialog.getByRole('button', { name: 'Change the passphrase' }).click();
    await expect(dialog.getByText(/something other than keys or letters in their order/)).toBeVisible();
    await dialog.getByLabel('New passphrase', { exact: true }).fill(NEXT);
    await dialog.getByLabel('New passphrase again', { exact: true }).fill(NEXT);
    await dialog.getByRole('button', { name: 'Change the passphrase' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('have a recovery key shown, once', async () => {
    await page.getByRole('button', { name: 'Make a recovery key …' }).click();
    await page.getByRole('dialog').getByLabel('Passphrase in use', { exact: true }).fill(NEXT);
    await page.getByRole('dialog').getByRole('button', { name: 'Show the recovery key' }).click();
    await expect(page.getByRole('status', { name: 'Recovery key' })).toHaveText(/^(\w{4}-){13}\w{4}$/);
    await page.getByRole('button', { name: 'I have it' }).click();
    await expect(page.getByText(/A recovery key was shown on/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Make a recovery key …' })).toBeDisabled();
  });

  await test.step('have a backup made with a passphrase of its own, and removed after being asked', async () => {
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: 'Make a backup …' }).click();
    await dialog.getByLabel('A passphrase of its own').check();
    await dialog.getByLabel('Passphrase of the backup', { exact: true }).fill('for the inspector');
    await dialog.getByLabel('Passphrase of the backup again', { exact: true }).fill('for the inspektor');
    await dialog.getByRole('button', { name: 'Make the backup' }).click();
    await expect(dialog.getByText('The two passphrases differ.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Make a backup …' }).click();
    await expect(dialog.getByLabel('A passphrase of its own')).not.toBeChecked();
    await dialog.getByLabel('A passphrase of its own').check();
    await expect(dialog.getByLabel('Passphrase of the backup', { exact: true })).toHaveValue('');
    await dialog.getByLabel('Passphrase of the backup', { exact: true }).fill('for the inspector');
    await dialog.getByLabel('Passphrase of the backup again', { exact: true }).fill('for the inspector');
    await dialog.getByRole('button', { name: 'Make the backup' }).click();
    const remove = page.getByRole('button', { name: /^Remove the backup of/ });
    await expect(remove).toHaveCount(1);
    await remove.click();
    await expect(dialog.getByText(/It has another passphrase/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(remove).toHaveCount(0);
  });

  await test.step('find it in the log, which is whole', async () => {
    await user.openPage(page, 'Log');
    await expect(page.getByText('The log is whole, as it was written.')).toBeVisible();
    const entries = page.getByRole('table', { name: 'Entries of the log' });
    await expect(entries.getByRole('row').nth(3)).toContainText('a recovery key was shown');
    await expect(entries.getByRole('row').nth(4)).toContainText('the passphrase');
    await page.getByLabel('Action').selectOption('Opened');
    await expect(entries.getByRole('row')).toHaveCount(2);
  });

  await test.step('leave it alone until it closes, and open it with the new passphrase only', async () => {
    await user.openPage(page, 'Settings');
    await page.getByLabel('Close when not used for').fill('1');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('The settings are saved.')).toBeVisible();
    await expect(page.getByText('Closed, as nobody used it for 1 minute.')).toBeVisible();
    await page.getByLabel('Passphrase', { exact: true }).fill(user.PASSPHRASE);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.getByText('The passphrase is wrong. One try so far.')).toBeVisible();
    await page.getByLabel('Passphrase', { exact: true }).fill(NEXT);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Workspace: force' })).toBeVisible();
  });
});
