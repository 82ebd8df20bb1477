import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDriver } from '#electron/engine/workspace/key.ts';
import { run, type Ended } from './evenkeel.ts';

const FIRST = 'seven calm herons';
const NEXT = 'nine quiet otters';

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-cli-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const workspace = join(folder, 'force.evenkeel');
  const evenkeel = (passphrase: string, ...args: string[]): Promise<Ended> =>
    run(['--workspace', workspace, '--passphrase-file', file('key', passphrase), '--json', ...args], folder);
  return { folder, file, workspace, evenkeel };
}

const json = ({ out }: Ended): Record<string, unknown> => JSON.parse(out) as Record<string, unknown>;

/** Each command is a process of its own. */
const MANY_PROCESSES = { timeout: 240_000 };

it('the passphrase is changed, and recovered, and the log tells it', MANY_PROCESSES, async () => {
  const { file, evenkeel } = newFolder();
  await evenkeel(FIRST, 'init');
  const next = file('next', NEXT);
  const change = await evenkeel(
    FIRST,
    'passphrase',
    'change',
    '--new-passphrase-file',
    next,
    '--why',
    'Leaver',
  );
  expect(change.code, change.out).toBe(0);
  expect(await evenkeel(FIRST, 'audit')).toMatchObject({ code: 1 });

  const shown = await evenkeel(NEXT, 'passphrase', 'recovery-key');
  const recoveryKey = String(json(shown).recoveryKey);
  const by = [
    '--recovery-key-file',
    file('recovery', `${recoveryKey}\n`),
    '--new-passphrase-file',
    file('first', FIRST),
  ];
  expect(await evenkeel(NEXT, 'passphrase', 'recover', ...by)).toMatchObject({ code: 0 });

  const listed = json(await evenkeel(FIRST, 'audit', '--action', 'edit'));
  expect(listed.entries).toMatchObject([
    { operation: 'keys.changePassphrase', facts: { isRecovered: true } },
    { operation: 'keys.recoveryKey' },
    { operation: 'keys.changePassphrase', reason: 'Leaver' },
  ]);
  for (const secret of [FIRST, NEXT]) expect(shown.out + change.out + change.err).not.toContain(secret);
});

it(
  'the log is whole with its head, goes out as a file, and is refused once tampered with',
  MANY_PROCESSES,
  async () => {
    const { folder, workspace, evenkeel } = newFolder();
    await evenkeel(FIRST, 'init');
    const verdict = json(await evenkeel(FIRST, 'audit', 'verify'));
    expect(verdict).toMatchObject({ isWhole: true, findings: [] });
    const head = String(verdict.head);
    expect(await evenkeel(FIRST, 'audit', 'verify', '--expect', head)).toMatchObject({ code: 0 });
    const out = join(folder, 'log.csv');
    expect(await evenkeel(FIRST, 'audit', 'export', '--out', out)).toMatchObject({ code: 0 });
    expect(readFileSync(out, 'utf8')).toContain('OFFICIAL-SENSITIVE');

    const driver = openDriver(workspace, FIRST, { mustExist: true });
    driver.exec(
      "DROP TRIGGER audit_entry_is_never_changed; UPDATE audit_entry SET user = 'x' WHERE number = 2",
    );
    driver.close();
    const found = await evenkeel(FIRST, 'audit', 'verify');
    expect(found.code).toBe(1);
    expect(json(found)).toMatchObject({
      error: { code: 'workspace-corrupt', details: { findings: [{ number: 2, kind: 'changed' }] } },
    });
  },
);
