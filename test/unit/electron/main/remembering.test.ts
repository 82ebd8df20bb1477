import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Engine } from '#electron/engine/client.ts';
import { openRemembered, whyNotSafe, type SafeStorage } from '#electron/main/remembered.ts';
import { rememberingEngine } from '#electron/main/remembering-engine.ts';

const SECRET = 'seven calm herons';
const PATH = '/cases/force.evenkeel';

/** The system's part, which no test machine has: a cipher that can be told from the text. */
const safe = (backend = 'gnome_libsecret', isAvailable = true): SafeStorage => ({
  isEncryptionAvailable: () => isAvailable,
  getSelectedStorageBackend: () => backend,
  encryptString: (text) => Buffer.from([...Buffer.from(text)].map((byte) => byte ^ 0xa5)),
  decryptString: (bytes) => Buffer.from([...bytes].map((byte) => byte ^ 0xa5)).toString(),
});

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-test-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return join(folder, 'data', 'remembered.json');
}

/** Opens with SECRET only, and tells what it was asked. */
function engineThatOpens(): Engine & { asked: string[] } {
  let secret = SECRET;
  const asked: string[] = [];
  const refuse = { code: 'key-wrong' as const, message: 'no', details: {}, reference: 'a' };
  const status = { isOpen: true, path: PATH, name: 'force', isDemo: false };
  return {
    asked,
    call(name, input) {
      asked.push(name);
      const given = input as { passphrase?: string; newPassphrase?: string };
      if (name === 'workspace.open' && given.passphrase !== secret)
        return Promise.resolve({ ok: false, error: refuse });
      if (name === 'keys.changePassphrase') secret = given.newPassphrase ?? secret;
      return Promise.resolve({ ok: true, data: name.startsWith('workspace.') ? status : {} });
    },
    upload: () => Promise.resolve({ ok: true, data: { uploadId: 'a' } }),
    subscribe: () => () => undefined,
    close: () => Promise.resolve(),
  };
}

describe('whether passphrases can be kept safely', () => {
  it.each(['basic_text', 'unknown', ''])('not on Linux with the backend “%s”', (backend) => {
    expect(whyNotSafe(safe(backend), 'linux')).toContain('no keyring');
  });

  it.each(['gnome_libsecret', 'kwallet5', 'kwallet6'])('on Linux with %s', (backend) => {
    expect(whyNotSafe(safe(backend), 'linux')).toBeNull();
  });

  it('on Windows and macOS wherever the system offers it, and nowhere else', () => {
    expect(whyNotSafe(safe('unknown'), 'win32')).toBeNull();
    expect(whyNotSafe(safe('unknown'), 'darwin')).toBeNull();
    expect(whyNotSafe(safe('gnome_libsecret', false), 'win32')).toContain('no protected place');
    expect(whyNotSafe(safe('gnome_libsecret', false), 'linux')).toContain('no protected place');
  });
});

describe('a passphrase that was kept', () => {
  it('opens the workspace again, stands nowhere as it is, and is for its owner only', async () => {
    const file = newFile();
    const engine = rememberingEngine(engineThatOpens(), openRemembered(file, safe(), 'linux'));
    expect(await engine.call('keys.openAndRemember', { path: PATH, passphrase: SECRET })).toMatchObject({
      ok: true,
    });
    expect(readFileSync(file, 'utf8')).not.toContain(SECRET);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = rememberingEngine(engineThatOpens(), openRemembered(file, safe(), 'linux'));
    expect(await again.call('keys.remembering', {})).toEqual({
      ok: true,
      data: { canRemember: true, why: null, paths: [PATH] },
    });
    const opened = await again.call('keys.openRemembered', { path: PATH });
    expect(opened).toMatchObject({ ok: true });
    expect(JSON.stringify(opened)).not.toContain(SECRET);
  });

  it('is forgotten when asked, when it was changed, and when it no longer opens', async () => {
    const file = newFile();
    const remembered = openRemembered(file, safe(), 'linux');
    const engine = rememberingEngine(engineThatOpens(), remembered);
    remembered.keep(PATH, SECRET);
    await engine.call('keys.forgetPassphrase', { path: PATH });
    expect(remembered.paths()).toEqual([]);
    remembered.keep(PATH, SECRET);
    await engine.call('keys.changePassphrase', { passphrase: SECRET, newPassphrase: 'nine quiet otters' });
    expect(remembered.paths()).toEqual([]);
    remembered.keep(PATH, 'one of before');
    expect(await engine.call('keys.openRemembered', { path: PATH })).toMatchObject({
      error: { code: 'key-wrong' },
    });
    expect(await engine.call('keys.openRemembered', { path: PATH })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('is never kept or read where it would not be safe, and a wrong one is not kept', async () => {
    const file = newFile();
    const real = engineThatOpens();
    const unsafe = rememberingEngine(real, openRemembered(file, safe('basic_text'), 'linux'));
    const refused = await unsafe.call('keys.openAndRemember', { path: PATH, passphrase: SECRET });
    expect(refused).toMatchObject({ error: { code: 'unsupported' } });
    expect(real.asked).toEqual([]);
    const remembered = openRemembered(file, safe(), 'linux');
    await rememberingEngine(real, remembered).call('keys.openAndRemember', {
      path: PATH,
      passphrase: 'wrong',
    });
    expect(remembered.paths()).toEqual([]);
    remembered.keep(PATH, SECRET);
    expect(openRemembered(file, safe('basic_text'), 'linux').find(PATH)).toBeNull();
  });

  it('leaves every other operation to the engine', async () => {
    const real = engineThatOpens();
    const engine = rememberingEngine(real, openRemembered(newFile(), safe(), 'linux'));
    for (const name of ['demand.get', 'toString', '__proto__']) await engine.call(name, {});
    expect(real.asked).toEqual(['demand.get', 'toString', '__proto__']);
  });
});
