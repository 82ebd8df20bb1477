import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { call } from '#electron/engine/call.ts';
import { openDriver } from '#electron/engine/workspace/key.ts';
import { caseload, engineWithWorkspace, importCaseload, newEngine, PASSPHRASE, refusal } from './support.ts';

describe('a new workspace', () => {
  it('is open, listed as recent, readable by its owner only, and not plain SQLite', async () => {
    const engine = await engineWithWorkspace();
    const status = await call(engine, 'workspace.status', {});
    const { workspaces } = await call(engine, 'workspace.recent', {});
    await call(engine, 'workspace.close', {});

    expect(status).toEqual({ isOpen: true, path: engine.path, name: 'force', isDemo: false });
    expect(workspaces).toMatchObject([{ path: engine.path, name: 'force', asAt: null, exists: true }]);
    expect(statSync(engine.path).mode & 0o777).toBe(0o600);
    expect(readFileSync(engine.path).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  });

  it('never replaces a file that is there', async () => {
    const engine = newEngine();
    const path = join(engine.folder, 'notes.evenkeel');
    writeFileSync(path, 'mine');
    const error = await refusal(engine, 'workspace.create', { path, passphrase: PASSPHRASE });
    expect(error.code).toBe('conflict');
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it.each([
    ['it\'s "quoted" -- here'],
    ['two\nlines of it'],
    ['naïve ünïcødé 🙂'],
    ['nul \0 inside it'],
    ['  a b c d e f  '],
    [`x'${'f09a3c5d71b2e846'.repeat(4)}'`],
  ])('takes the passphrase %j, and no other', async (passphrase) => {
    const engine = newEngine();
    const path = join(engine.folder, "a 'quoted' name.evenkeel");
    await call(engine, 'workspace.create', { path, passphrase });
    await call(engine, 'workspace.close', {});
    // By characters: half of one is no text, and refused as such.
    const near = `${passphrase.replace(/.$/u, '')}?`;
    expect((await refusal(engine, 'workspace.open', { path, passphrase: near })).code).toBe('key-wrong');
    await call(engine, 'workspace.open', { path, passphrase });
  });

  it('goes by a bare name into the folder of workspaces', async () => {
    const engine = newEngine();
    const made = await call(engine, 'workspace.create', { path: ' bare.evenkeel ', passphrase: PASSPHRASE });
    expect(made.path).toBe(join(engine.folder, 'workspaces', 'bare.evenkeel'));
  });

  it.each([
    ['a name that is too long', `${'n'.repeat(300)}.evenkeel`, 'not-found'],
    ['a folder that is a file', 'file/x.evenkeel', 'not-found'],
    ['a name with a zero in it', 'a\0b.evenkeel', 'invalid-input'],
    ['a blank name', '   ', 'invalid-input'],
  ])('is refused in words for %s', async (_, name, code) => {
    const engine = newEngine();
    writeFileSync(join(engine.folder, 'file'), '');
    const path = name.trim() === '' ? name : join(engine.folder, name);
    for (const operation of ['workspace.create', 'workspace.open']) {
      expect(await refusal(engine, operation, { path, passphrase: PASSPHRASE })).toMatchObject({ code });
    }
  });

  it('refuses a passphrase that is too short', async () => {
    const engine = newEngine();
    const path = join(engine.folder, 'a.evenkeel');
    const error = await refusal(engine, 'workspace.create', { path, passphrase: 'short' });
    expect(error.code).toBe('invalid-input');
    expect(error.message).toContain('at least 10 characters');
    expect(existsSync(path)).toBe(false);
  });

  it.each(['it\'s “quoted” "twice"', 'пароль и ключ', "x'00'; DROP TABLE", 'naïve café 🙂'])(
    'opens again with the passphrase %s',
    async (passphrase) => {
      const engine = newEngine();
      const path = join(engine.folder, 'a.evenkeel');
      await call(engine, 'workspace.create', { path, passphrase });
      await call(engine, 'workspace.close', {});
      const decomposed = passphrase.normalize('NFD');
      expect(await call(engine, 'workspace.open', { path, passphrase: decomposed })).toMatchObject({
        isOpen: true,
      });
    },
  );
});

describe('opening', () => {
  it('finds the data again, in another engine', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, caseload({}));
    await call(engine, 'workspace.close', {});

    const other = newEngine();
    await call(other, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });
    expect(await call(other, 'snapshots.list', {})).toMatchObject([{ asAt: '2026-10-31', cases: 1 }]);
    const { workspaces } = await call(other, 'workspace.recent', {});
    expect(workspaces).toMatchObject([{ asAt: '2026-10-31' }]);
  });

  it('counts wrong passphrases, locks nobody out, and tells neither passphrase nor hint', async () => {
    const engine = await engineWithWorkspace();
    await call(engine, 'workspace.close', {});
    const open = (passphrase: string) => refusal(engine, 'workspace.open', { path: engine.path, passphrase });

    const first = await open('a wrong guess');
    expect(first).toMatchObject({ code: 'key-wrong', details: { tries: 1 } });
    expect(JSON.stringify(first)).not.toContain('a wrong guess');
    expect(await open('another wrong guess')).toMatchObject({ code: 'key-wrong', details: { tries: 2 } });
    await call(engine, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });
    await call(engine, 'workspace.close', {});
    expect(await open('wrong once more')).toMatchObject({ details: { tries: 1 } });
  });

  it('keeps the workspace that is open when another cannot be opened', async () => {
    const engine = await engineWithWorkspace();
    await refusal(engine, 'workspace.open', {
      path: join(engine.folder, 'gone.evenkeel'),
      passphrase: PASSPHRASE,
    });
    expect(await call(engine, 'workspace.status', {})).toMatchObject({ isOpen: true, path: engine.path });
  });

  it('refuses a newer workspace and leaves every byte as it was', async () => {
    const engine = await engineWithWorkspace();
    await call(engine, 'workspace.close', {});
    const driver = openDriver(engine.path, PASSPHRASE, { mustExist: true });
    driver.pragma('user_version = 99');
    driver.close();
    const before = readFileSync(engine.path);

    const error = await refusal(engine, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });
    expect(error).toMatchObject({ code: 'workspace-newer', details: { found: 99 } });
    expect(readFileSync(engine.path).equals(before)).toBe(true);
    expect(readdirSync(engine.folder).filter((name) => name.startsWith('force'))).toEqual(['force.evenkeel']);
  });

  it('says that a file is missing', async () => {
    const engine = newEngine();
    const error = await refusal(engine, 'workspace.open', {
      path: join(engine.folder, 'no'),
      passphrase: PASSPHRASE,
    });
    expect(error.code).toBe('not-found');
  });
});

describe('secrecy', () => {
  it('no reference of a case stands in any file in plain text, the log of changes included', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(
      engine,
      caseload({ reference: 'PLAINMARK77', team: 'Plainteam', surname: 'Plainname' }),
    );
    const seen: string[] = [];
    for (const name of readdirSync(engine.folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(engine.folder, name);
      if (!statSync(path).isFile()) continue;
      seen.push(name);
      const bytes = readFileSync(path);
      for (const encoding of ['utf8', 'utf16le'] as const) {
        expect(bytes.includes(Buffer.from('PLAINMARK77', encoding)), name).toBe(false);
        expect(bytes.includes(Buffer.from('Plainteam', encoding)), name).toBe(false);
      }
    }
    expect(seen).toContain('force.evenkeel-wal');
  });

  it('surnames and birth dates are not stored at all', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, caseload({ surname: 'Unmistakable' }));
    await call(engine, 'workspace.close', {});
    const driver = openDriver(engine.path, PASSPHRASE, { mustExist: true });
    const tables = driver
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all() as string[];
    const everything = tables.map((table) =>
      JSON.stringify(driver.prepare(`SELECT * FROM "${table}"`).all()),
    );
    driver.close();
    expect(everything.join()).toContain('D100001');
    expect(everything.join()).not.toContain('Unmistakable');
    expect(everything.join()).not.toMatch(/1970-02-21|21\/02\/1970/);
  });
});

/** Opens a workspace in a process of its own, which then waits. */
async function openElsewhere(path: string): Promise<ChildProcess> {
  const holder = fileURLToPath(new URL('./hold-open.ts', import.meta.url));
  const child = spawn(process.execPath, [holder, path, PASSPHRASE, `${path}-data`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as unknown[];
  expect(String(said).trim()).toBe('open');
  return child;
}

describe('two processes', () => {
  it('the second is told that the workspace is busy; when the first is killed nothing is lost and no lock stays', async () => {
    const engine = await engineWithWorkspace();
    await call(engine, 'workspace.close', {});
    const child = await openElsewhere(engine.path);

    const open = { path: engine.path, passphrase: PASSPHRASE };
    const told = await refusal(engine, 'workspace.open', open);
    expect(told.code).toBe('workspace-busy');
    expect(told.message).toMatch(/nobody else has open.+another window or program.+Close it there/);
    const wrong = { path: engine.path, passphrase: 'not the right one' };
    expect(await refusal(engine, 'workspace.open', wrong)).toMatchObject({ code: 'workspace-busy' });
    expect(await refusal(engine, 'workspace.open', open)).toMatchObject({ code: 'workspace-busy' });

    child.kill('SIGKILL');
    await once(child, 'exit');
    await call(engine, 'workspace.open', open);
    expect(await call(engine, 'settings.get', {})).toMatchObject({ forceName: 'Written elsewhere' });
  });
});

describe('recent workspaces', () => {
  it('a damaged list is an empty one', async () => {
    const engine = newEngine();
    mkdirSync(join(engine.folder, 'data'), { recursive: true });
    writeFileSync(join(engine.folder, 'data', 'recent.json'), '{"not": "a list"');
    expect(await call(engine, 'workspace.recent', {})).toMatchObject({ workspaces: [] });
  });

  it('can be forgotten, the file staying where it is', async () => {
    const engine = await engineWithWorkspace();
    await call(engine, 'workspace.forget', { path: engine.path });
    expect(await call(engine, 'workspace.recent', {})).toMatchObject({ workspaces: [] });
    expect(existsSync(engine.path)).toBe(true);
  });
});
