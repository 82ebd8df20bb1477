import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import { openDriver } from '#electron/engine/workspace/key.ts';
import { caseload, engineWithWorkspace, importCaseload, newEngine, PASSPHRASE, refusal } from './support.ts';

const NEXT = 'nine quiet otters';
const besides = (folder: string): string[] =>
  readdirSync(folder).filter((name) => /\.part|\.before|\.check/.test(name));

async function changed() {
  const engine = await engineWithWorkspace();
  await importCaseload(engine, caseload({}));
  await call(engine, 'keys.changePassphrase', { passphrase: PASSPHRASE, newPassphrase: NEXT });
  return engine;
}

describe('changing the passphrase', () => {
  it('keeps the data and the workspace open, refuses the old one, and leaves no copy that it opens', async () => {
    const engine = await changed();
    expect(await call(engine, 'snapshots.list', {})).toHaveLength(1);
    expect(besides(engine.folder)).toEqual([]);
    await call(engine, 'workspace.close', {});
    const open = (passphrase: string) => ({ path: engine.path, passphrase });
    expect(await refusal(engine, 'workspace.open', open(PASSPHRASE))).toMatchObject({ code: 'key-wrong' });
    await call(engine, 'workspace.open', open(NEXT));
    expect(await call(engine, 'snapshots.list', {})).toHaveLength(1);
    expect(await call(engine, 'audit.verify', {})).toMatchObject({ isWhole: true });
  });

  it('changes nothing when the passphrase in use is not given, and repeats neither', async () => {
    const engine = await engineWithWorkspace();
    const error = await refusal(engine, 'keys.changePassphrase', {
      passphrase: 'not the one in use',
      newPassphrase: NEXT,
    });
    expect(error).toMatchObject({ code: 'key-wrong' });
    expect(JSON.stringify(error)).not.toMatch(/not the one in use|otters/);
    expect(besides(engine.folder)).toEqual([]);
    await call(engine, 'settings.get', {});
  });

  it('changes nothing when the copy cannot be put in place, and says so', async () => {
    const engine = await engineWithWorkspace();
    mkdirSync(`${engine.path}.part`);
    writeFileSync(join(`${engine.path}.part`, 'in the way'), '');
    await refusal(engine, 'keys.changePassphrase', { passphrase: PASSPHRASE, newPassphrase: NEXT });
    rmSync(`${engine.path}.part`, { recursive: true });
    expect(besides(engine.folder)).toEqual([]);
    await call(engine, 'workspace.close', {});
    await call(engine, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });
  });

  it.each([
    ['short', 'at least 10 characters'],
    [PASSPHRASE, 'a new passphrase'],
    ['qwertyuiop12', 'in their order'],
  ])('refuses “%s”', async (newPassphrase, words) => {
    const engine = await engineWithWorkspace();
    const error = await refusal(engine, 'keys.changePassphrase', { passphrase: PASSPHRASE, newPassphrase });
    expect(error).toMatchObject({ code: 'invalid-input' });
    expect(error.message).toContain(words);
  });

  it('is refused for the demo, whose passphrase opens it unasked', async () => {
    const engine = newEngine();
    await call(engine, 'workspace.create', {
      path: join(engine.folder, 'data', 'demo.evenkeel'),
      passphrase: PASSPHRASE,
    });
    const input = { passphrase: PASSPHRASE, newPassphrase: NEXT };
    expect(await refusal(engine, 'keys.changePassphrase', input)).toMatchObject({ code: 'conflict' });
  });

  it('goes on when a job works with the workspace meanwhile', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, caseload({}));
    const forecast = runJob(engine, 'forecast.cases', { runs: 100, years: 1 });
    await call(engine, 'keys.changePassphrase', { passphrase: PASSPHRASE, newPassphrase: NEXT });
    await forecast.catch((error: unknown) => {
      expect(String(error)).not.toContain('closed');
    });
  });
});

describe('a recovery key', () => {
  it('is shown once, opens the workspace, sets a new passphrase, and is then worth nothing', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, caseload({}));
    expect(await call(engine, 'keys.get', {})).toEqual({ recoveryKeyShown: null });
    const { recoveryKey } = await call(engine, 'keys.recoveryKey', { passphrase: PASSPHRASE });
    expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){13}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await refusal(engine, 'keys.recoveryKey', { passphrase: PASSPHRASE })).toMatchObject({
      code: 'conflict',
    });
    expect(besides(engine.folder)).toEqual([]);
    await call(engine, 'workspace.close', {});

    const typed = recoveryKey.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    await call(engine, 'keys.recover', { path: engine.path, recoveryKey: typed, newPassphrase: NEXT });
    expect(await call(engine, 'snapshots.list', {})).toHaveLength(1);
    expect(await call(engine, 'keys.get', {})).toEqual({ recoveryKeyShown: null });
    await call(engine, 'workspace.close', {});

    const again = { path: engine.path, recoveryKey, newPassphrase: 'third time lucky' };
    expect(await refusal(engine, 'keys.recover', again)).toMatchObject({ code: 'key-wrong' });
    await call(engine, 'workspace.open', { path: engine.path, passphrase: NEXT });
  });

  it('of before is worth nothing even when an old passphrase is set again', async () => {
    const engine = await engineWithWorkspace();
    const { recoveryKey } = await call(engine, 'keys.recoveryKey', { passphrase: PASSPHRASE });
    await call(engine, 'keys.changePassphrase', { passphrase: PASSPHRASE, newPassphrase: NEXT });
    await call(engine, 'keys.changePassphrase', { passphrase: NEXT, newPassphrase: PASSPHRASE });
    await call(engine, 'workspace.close', {});
    const input = { path: engine.path, recoveryKey, newPassphrase: NEXT };
    expect(await refusal(engine, 'keys.recover', input)).toMatchObject({ code: 'key-wrong' });
  });

  it('is told to nobody who does not know the passphrase, and says when it was mistyped', async () => {
    const engine = await engineWithWorkspace();
    expect(await refusal(engine, 'keys.recoveryKey', { passphrase: 'not the one' })).toMatchObject({
      code: 'key-wrong',
    });
    const { recoveryKey } = await call(engine, 'keys.recoveryKey', { passphrase: PASSPHRASE });
    await call(engine, 'workspace.close', {});
    const swapped = (recoveryKey.startsWith('2') ? '3' : '2') + recoveryKey.slice(1);
    const error = await refusal(engine, 'keys.recover', {
      path: engine.path,
      recoveryKey: swapped,
      newPassphrase: NEXT,
    });
    expect(error).toMatchObject({ code: 'key-wrong' });
    expect(error.message).toContain('group by group');
    expect(JSON.stringify(error)).not.toContain(swapped.slice(5, 14));
  });
});

describe('secrets', () => {
  it('stand in no file of the workspace’s folder or of this computer, and not in the log of what was done', async () => {
    const engine = await engineWithWorkspace();
    const { recoveryKey } = await call(engine, 'keys.recoveryKey', { passphrase: PASSPHRASE });
    await call(engine, 'keys.changePassphrase', { passphrase: PASSPHRASE, newPassphrase: NEXT });
    const { entries } = await call(engine, 'audit.list', {});
    await call(engine, 'workspace.close', {});
    const driver = openDriver(engine.path, NEXT, { mustExist: true });
    const properties = JSON.stringify(driver.prepare('SELECT * FROM property').all());
    driver.close();
    const files = readdirSync(engine.folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => readFileSync(join(file.parentPath, file.name)).toString('latin1'));
    for (const text of [...files, properties, JSON.stringify(entries)]) {
      for (const secret of [PASSPHRASE, NEXT, recoveryKey, recoveryKey.slice(0, 14)])
        expect(text).not.toContain(secret);
    }
  });
});

describe('a workspace that nobody uses', () => {
  it('is closed after the minutes set, which is logged, and says what was closed', async () => {
    process.env.EVENKEEL_MINUTE_MS = '3000';
    const engine = await engineWithWorkspace().finally(() => delete process.env.EVENKEEL_MINUTE_MS);
    const closed = new Promise<void>((resolve) => {
      engine.subscribe((event) => {
        if (event.topic === 'data-changed' && event.areas.includes('workspace')) resolve();
      });
    });
    const settings = await call(engine, 'settings.get', {});
    await call(engine, 'settings.save', { settings: { ...settings, lockAfterMinutes: 1 } });
    await closed;
    const status = await call(engine, 'workspace.status', {});
    expect(status).toMatchObject({ isOpen: false, locked: { path: engine.path, name: 'force', minutes: 1 } });
    await call(engine, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });
    const { entries } = await call(engine, 'audit.list', { action: 'close' });
    expect(entries[0]).toMatchObject({ operation: 'workspace.close', facts: { idleMinutes: 1 } });
  });
});
