import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outFile, write } from '#electron/cli/write-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a file that a command writes', () => {
  it('takes the place of an older one, and only its owner may read it', async () => {
    const file = join(folder, 'pack.docx');
    writeFileSync(file, 'older');
    await write(await outFile({ out: file }), Buffer.from('newer'));
    expect(readFileSync(file, 'utf8')).toBe('newer');
    expect(readdirSync(folder)).toEqual(['pack.docx']);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('leaves the older one as it is when it cannot be written whole', async () => {
    const file = join(folder, `${'a'.repeat(250)}.csv`);
    const out = await outFile({ out: file });
    writeFileSync(file, 'older');
    await expect(write(out, Buffer.from('newer'))).rejects.toMatchObject({ code: 'unavailable' });
    expect(readFileSync(file, 'utf8')).toBe('older');
  });

  it('goes into a device as it is', async () => {
    await write(await outFile({ out: '/dev/null' }), Buffer.from('whatever'));
    expect(statSync('/dev/null').isFile()).toBe(false);
  });
});

describe('a file that may not be replaced', () => {
  const path = (...parts: string[]): string => join(folder, ...parts);
  const refused = (out: string) =>
    expect(
      outFile({ out, workspace: path('force.evenkeel'), passphraseFile: path('key') }),
      out,
    ).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('Expected --out') as string,
    });

  beforeEach(() => {
    for (const name of [
      'force.evenkeel',
      'force.evenkeel-wal',
      'force.evenkeel.before-9',
      'key',
      'other.evenkeel',
    ])
      writeFileSync(path(name), name);
    mkdirSync(path('force.evenkeel-backups'));
    writeFileSync(path('force.evenkeel-backups', 'one.evenkeel'), '');
  });

  it('is the workspace, what belongs to it, the passphrase, and any other workspace', async () => {
    for (const name of [
      'force.evenkeel',
      'force.evenkeel-wal',
      'force.evenkeel.before-9',
      'key',
      'other.evenkeel',
    ])
      await refused(path(name));
  });

  it('is anything among the backups, also under a new name', async () => {
    mkdirSync(path('force.evenkeel-backups', 'deeper'));
    await refused(path('force.evenkeel-backups', 'one.evenkeel'));
    await refused(path('force.evenkeel-backups', 'list.csv'));
    await refused(path('force.evenkeel-backups', 'deeper', 'list.csv'));
  });

  it('is known through links and other ways there', async () => {
    symlinkSync(path('force.evenkeel'), path('soft.csv'));
    linkSync(path('force.evenkeel'), path('hard.csv'));
    linkSync(path('key'), path('words.csv'));
    symlinkSync(path('force.evenkeel-backups'), path('elsewhere'));
    symlinkSync(folder, path('here'));
    await refused(path('soft.csv'));
    await refused(path('hard.csv'));
    await refused(path('words.csv'));
    await refused(path('elsewhere', 'list.csv'));
    await refused(path('here', 'force.evenkeel'));
    await refused(`${folder}/./here/../force.evenkeel`);
  });

  it('is the workspace behind a link by which it was opened', async () => {
    symlinkSync(path('force.evenkeel'), path('link'));
    const named = { workspace: path('link') };
    for (const out of [path('link'), path('force.evenkeel-wal'), path('force.evenkeel-backups', 'list.csv')])
      await expect(outFile({ out, ...named }), out).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is never written to on the way to another', async () => {
    writeFileSync(path('list.csv.part'), 'a workspace with an odd name');
    const workspace = path('list.csv.part');
    await write(await outFile({ out: path('list.csv'), workspace }), Buffer.from('rows'));
    expect(readFileSync(workspace, 'utf8')).toBe('a workspace with an odd name');
  });

  it('leaves free what is near it', async () => {
    writeFileSync(path('force.evenkeel.csv'), 'a list written before');
    for (const out of ['forceful.csv', 'force.evenkeel.csv', 'new.evenkeel'].map((name) => path(name)))
      expect(await outFile({ out, workspace: path('force.evenkeel'), passphraseFile: path('key') })).toBe(
        out,
      );
  });
});
