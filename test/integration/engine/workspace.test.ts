import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { call } from '#electron/engine/call.ts';
import { openDriver } from '#electron/engine/workspace/key.ts';
import { APPLICATION_ID } from '#electron/engine/workspace/migrate.ts';
import {
  caseload,
  engineWithWorkspace,
  importCaseload,
  newEngine,
  PASSPHRASE,
  refusal,
  sharedEngine,
  temporaryFolder,
} from './support.ts';

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
    [' '.repeat(10)],
    [`x'${'0'.repeat(64)}'`],
  ])('takes the passphrase %j, and no other', async (passphrase) => {
    const engine = newEngine();
    const path = join(engine.folder, "a 'quoted' name.evenkeel");
    await call(engine, 'workspace.create', { path, passphrase });
    await call(engine, 'workspace.close', {});
    const near = `${passphrase.slice(0, -1)}?`;
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

describe('a file that is not a workspace', () => {
  const engine = sharedEngine();
  const open = async (content: Uint8Array | string) => {
    const path = join(temporaryFolder(), 'other.evenkeel');
    writeFileSync(path, content);
    const error = await refusal(engine(), 'workspace.open', { path, passphrase: PASSPHRASE });
    expect(readFileSync(path).equals(Buffer.from(content))).toBe(true);
    return error;
  };

  it.each([
    ['empty', '', 'it is empty'],
    ['a few bytes', 'hello', 'its size does not fit'],
    ['of a size no page gives', 'x'.repeat(5000), 'its size does not fit'],
    ['text of a fitting size', 'x'.repeat(8192), 'it is a text file'],
    ['nothing but zeros', Buffer.alloc(8192), 'nothing but zeros'],
    ['a photograph', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(4093, 7)]), 'picture'],
    ['a ZIP', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(4092, 7)]), 'ZIP'],
    ['a picture', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(4092, 7)]), 'picture'],
  ])('is refused when %s', async (_, content, found) => {
    const error = await open(content);
    expect(error.code).toBe('not-a-workspace');
    expect(error.message).toContain(found);
  });

  it('is refused when it is plain SQLite', async () => {
    const folder = temporaryFolder();
    const { default: Database } = await import('better-sqlite3');
    const driver = new Database(join(folder, 'plain'));
    driver.exec('CREATE TABLE t (a)');
    driver.close();
    const error = await open(readFileSync(join(folder, 'plain')));
    expect(error).toMatchObject({ code: 'not-a-workspace' });
    expect(error.message).toContain('not encrypted');
  });

  it('is refused when it opens with the passphrase but is another program’s', async () => {
    const folder = temporaryFolder();
    const driver = openDriver(join(folder, 'other'), PASSPHRASE, { mustExist: false });
    driver.exec(`CREATE TABLE t (a); PRAGMA application_id = ${String(APPLICATION_ID + 1)}`);
    driver.close();
    const error = await open(readFileSync(join(folder, 'other')));
    expect(error.code).toBe('not-a-workspace');
    expect(error.message).toContain('another program');
  });

  it('is refused when it is a folder', async () => {
    const path = join(temporaryFolder(), 'folder.evenkeel');
    mkdirSync(path);
    expect(await refusal(engine(), 'workspace.open', { path, passphrase: PASSPHRASE })).toMatchObject({
      code: 'not-a-workspace',
    });
  });
});

describe('damage', () => {
  it('is told clearly wherever it lies, and never shown as data', async () => {
    const engine = await engineWithWorkspace();
    await importCaseload(
      engine,
      caseload(...Array.from({ length: 300 }, (_, n) => ({ reference: `D${String(n)}` }))),
    );
    const good = await call(engine, 'demand.get', {});
    await call(engine, 'workspace.close', {});
    const bytes = readFileSync(engine.path);
    const path = join(engine.folder, 'damaged.evenkeel');
    const codes = new Set<string>();
    for (let at = 60; at < bytes.length; at += Math.ceil(bytes.length / 24)) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
      writeFileSync(path, damaged);
      const opened = await engine.call('workspace.open', { path, passphrase: PASSPHRASE });
      const read = opened.ok ? await engine.call('demand.get', {}) : opened;
      if (read.ok) expect(read.data).toEqual(good);
      else codes.add(read.error.code);
      if (opened.ok) await call(engine, 'workspace.close', {});
    }
    // Damage to the first page cannot be told from a wrong key.
    expect([...codes].sort()).toEqual(['key-wrong', 'workspace-corrupt']);
  });

  it('is told on opening, before anything is written over it', async () => {
    const engine = await engineWithWorkspace();
    await call(engine, 'workspace.close', {});
    const bytes = readFileSync(engine.path);
    // The second byte is one that the cipher leaves in the clear: the file opens, and its pages no longer fit.
    for (const at of [bytes.length - 2000, 20]) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 1, at);
      writeFileSync(engine.path, damaged);
      const error = await refusal(engine, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });
      expect(error.code).toBe('workspace-corrupt');
      expect(readFileSync(engine.path).equals(damaged)).toBe(true);
    }
  });

  it('of the end, a file cut short, is told', async () => {
    const engine = await engineWithWorkspace();
    await call(engine, 'workspace.close', {});
    writeFileSync(engine.path, readFileSync(engine.path).subarray(0, 4096 * 3));
    const opened = await engine.call('workspace.open', { path: engine.path, passphrase: PASSPHRASE });
    const error = opened.ok ? await refusal(engine, 'standards.get', {}) : opened.error;
    expect(error.code).toBe('workspace-corrupt');
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
    expect(everything.join()).not.toMatch(/1970-02-01|01\/02\/1970/);
  });
});

/** Opens a workspace in a process of its own, which then waits. */
async function openElsewhere(path: string): Promise<ChildProcess> {
  const holder = new URL('./hold-open.ts', import.meta.url).pathname;
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
    expect(await refusal(engine, 'workspace.open', open)).toMatchObject({ code: 'workspace-busy' });
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
