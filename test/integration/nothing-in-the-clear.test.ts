/** A reference that was imported is looked for, byte by byte, in every file that a session leaves anywhere. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import { startEngine } from '../built.ts';
import { latestVersion, migrations } from '#electron/engine/workspace/migrate.ts';
import { openFile } from '#electron/engine/workspace/open.ts';
import { caseload, PASSPHRASE, refusal, staff, upload } from './engine/support.ts';

const REFERENCE = 'ZQXJ7719042';
const FORCE = 'Wyvernshire Marked';
/** As text may be written: UTF-8, UTF-16, hexadecimal. */
const needles = [REFERENCE, FORCE, PASSPHRASE].flatMap((text) => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text, 'utf8').toString('hex')),
]);

let root: string;
const temporary = process.env.TMPDIR;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evenkeel-clear-'));
  mkdirSync(join(root, 'tmp'));
  process.env.TMPDIR = join(root, 'tmp');
});
afterEach(() => {
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
  rmSync(root, { recursive: true, force: true });
});

/**
 * Every file under the folder, with what was found in it. Copied by another process first: reading an open workspace
 * in this one would drop SQLite's locks.
 */
function search(): { files: string[]; found: string[] } {
  const copy = mkdtempSync(`${root}-copy-`);
  try {
    const script = 'const [from, to] = process.argv.slice(1); fs.cpSync(from, to, { recursive: true })';
    execFileSync(process.execPath, ['-e', script, root, copy]);
    const files = readdirSync(copy, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const found = files.filter((file) => {
      const bytes = readFileSync(file);
      return needles.some((needle) => bytes.includes(needle));
    });
    return {
      files: files.map((file) => relative(copy, file)),
      found: found.map((file) => relative(copy, file)),
    };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

it('the search finds what is in the clear', () => {
  execFileSync(process.execPath, [
    '-e',
    `fs.writeFileSync(process.argv[1], 'x${REFERENCE}y')`,
    join(root, 'a'),
  ]);
  expect(search().found).toEqual(['a']);
});

it('no reference, force or passphrase is in the clear in the workspace, its journal, copies, logs or the temporary folder', async () => {
  const path = join(root, 'force.evenkeel');
  const engine = startEngine({ dataFolder: join(root, 'data'), workspaceFolder: root });
  await call(engine, 'workspace.create', { path, passphrase: PASSPHRASE });
  const settings = await call(engine, 'settings.get', {});
  await call(engine, 'settings.save', { settings: { ...settings, forceName: FORCE } });
  const rows = Array.from({ length: 200 }, (_, index) => ({ reference: `${REFERENCE}${String(index)}` }));
  const text = caseload(
    ...rows,
    { reference: REFERENCE, risk: 'Unheard of' },
    { reference: REFERENCE, team: '' },
  );
  const file = await upload(engine, 'caseload-2026-10-31.csv', text);
  await runJob(engine, 'import.caseload', { uploadId: file });
  const people = await upload(engine, 'staff.csv', staff);
  await runJob(engine, 'import.staff', { uploadId: people, asAt: '2026-10-31' });
  const { proposalId } = await runJob(engine, 'levelling.level', { team: 'Harbour' });
  await call(engine, 'plans.accept', { proposalId });
  await call(engine, 'plans.workListFile', { planId: 1, format: 'xlsx' });
  // What goes wrong must not tell either.
  const torn = await upload(engine, 'caseload-2026-11-30.csv', `Reference\n${REFERENCE}\n`);
  await refusal(engine, 'import.caseload', { uploadId: torn });
  await refusal(engine, 'workspace.open', { path: join(root, 'none'), passphrase: PASSPHRASE });

  const open = search();
  expect(open.files).toContain('force.evenkeel-wal');
  expect(open.found).toEqual([]);

  await call(engine, 'workspace.close', {});
  await engine.close();
  const next = { number: latestVersion() + 1, sql: 'CREATE TABLE later (a TEXT) STRICT' };
  openFile(path, PASSPHRASE, [...migrations, next]).close();
  const closed = search();
  expect(closed.files).toContain(`force.evenkeel.before-${String(next.number)}`);
  expect(closed.files).toContain(join('data', 'recent.json'));
  expect(closed.found).toEqual([]);
});
