import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call } from '#electron/engine/call.ts';
import { openDriver } from '#electron/engine/workspace/key.ts';
import { APPLICATION_ID } from '#electron/engine/workspace/migrate.ts';
import {
  caseload,
  engineWithWorkspace,
  importCaseload,
  PASSPHRASE,
  refusal,
  sharedEngine,
  temporaryFolder,
} from './support.ts';

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
