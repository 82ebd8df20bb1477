import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { write } from '#electron/cli/write-file.ts';

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
    await write(file, Buffer.from('newer'));
    expect(readFileSync(file, 'utf8')).toBe('newer');
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('leaves the older one as it is when it cannot be written whole', async () => {
    const file = join(folder, 'pack.docx');
    writeFileSync(file, 'older');
    mkdirSync(`${file}.part`);
    await expect(write(file, Buffer.from('newer'))).rejects.toMatchObject({ code: 'unavailable' });
    expect(readFileSync(file, 'utf8')).toBe('older');
  });

  it('goes into a device as it is', async () => {
    await write('/dev/null', Buffer.from('whatever'));
    expect(statSync('/dev/null').isFile()).toBe(false);
  });
});
