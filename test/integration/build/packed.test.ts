/** Packs for Linux with an empty runtime in place of Electron's, whose download a test must not need. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import configuration from '../../../build/electron-builder.ts';
import { keptPackages } from '../../../build/parts/kept-packages.ts';
import { root } from '../../../build/parts/paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-packed-'));
const app = join(folder, 'linux-unpacked', 'resources', 'app');
const arch = process.arch === 'arm64' ? 'arm64' : 'x64';

function emptyRuntime(): string {
  const runtime = join(folder, 'runtime');
  mkdirSync(join(runtime, 'locales'), { recursive: true });
  mkdirSync(join(runtime, 'resources'));
  for (const name of ['electron', 'version', 'locales/en-GB.pak']) writeFileSync(join(runtime, name), '');
  chmodSync(join(runtime, 'electron'), 0o755);
  return runtime;
}

beforeAll(async () => {
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir', Arch[arch]),
    config: {
      ...configuration,
      directories: { ...configuration.directories, output: folder },
      electronDist: emptyRuntime(),
      electronFuses: null,
      // In a folder instead of an archive, so that it can be looked at and run.
      asar: false,
    },
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('what is packed', () => {
  it('is what is built and the packages that it does not hold, with one binary of the database driver', () => {
    expect(readdirSync(app).sort()).toEqual(['dist', 'node_modules', 'package.json']);
    expect(readdirSync(join(app, 'node_modules')).sort()).toEqual([...keptPackages].sort());
    expect(readdirSync(join(app, 'node_modules/better-sqlite3/prebuilds'))).toEqual([`linux-${arch}.node`]);
  });

  it.skipIf(process.platform !== 'linux')('runs on its own: a workspace is made, filled and levelled', () => {
    const workspace = join(folder, 'demo.evenkeel');
    const passphraseFile = join(folder, 'passphrase');
    writeFileSync(passphraseFile, 'a passphrase of some length');
    const run = (...args: string[]) =>
      execFileSync(
        process.execPath,
        [
          join(app, 'dist/electron/cli.js'),
          '--workspace',
          workspace,
          '--passphrase-file',
          passphraseFile,
          ...args,
        ],
        { cwd: folder, encoding: 'utf8', env: { ...process.env, EVENKEEL_DATA: join(folder, 'data') } },
      );
    const extract = (name: string, ...lines: string[]) => {
      const file = join(folder, name);
      writeFileSync(file, lines.join('\n'));
      return file;
    };
    const visits = ['D1', 'D2', 'D3'].map(
      (reference) => `${reference},Harbour,Medium,Active,Community,2027-03-10`,
    );
    const cases = ['ViSOR Ref,Team,Risk Level,Management,Status,Next Visit Due', ...visits];
    const people = ['Collar No,Team,Role,Contract,FTE', '3001,Harbour,Offender Manager,Officer,0.1'];
    run('init');
    run('import', 'caseload', extract('caseload-2026-10-31.csv', ...cases));
    run('import', 'staff', extract('staff-2026-10-31.csv', ...people));
    const plan = run('level', '--team', 'Harbour', '--json');
    expect(JSON.parse(plan)).toMatchObject({ team: 'Harbour', status: 'levelled' });
  });
});
