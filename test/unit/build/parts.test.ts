import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appModeArguments, findBrowser, hasDisplay } from '../../../build/parts/browser.ts';
import { fetchElectron, findElectron, reasonIn } from '../../../build/parts/electron-runtime.ts';
import { isFresh } from '../../../build/parts/freshness.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-build-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const put = (path: string, text = '', time = 1000): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
  utimesSync(join(folder, path), time, time);
};
const setTime = (path: string, time: number): void => {
  utimesSync(join(folder, path), time, time);
};

describe('what has been built', () => {
  const target = { config: '', result: 'dist/index.html', sources: ['renderer', 'package-lock.json'] };

  it('is stale when it is missing', () => {
    expect(isFresh(target, folder)).toBe(false);
  });

  it('is fresh until a source is newer, however deep, or is taken away', () => {
    put('dist/index.html', '', 2000);
    put('package-lock.json');
    put('renderer/deep/page.tsx');
    setTime('renderer/deep', 1000);
    setTime('renderer', 1000);
    expect(isFresh(target, folder)).toBe(true);
    setTime('renderer/deep/page.tsx', 3000);
    expect(isFresh(target, folder)).toBe(false);
    setTime('renderer/deep/page.tsx', 1000);
    setTime('renderer/deep', 3000);
    expect(isFresh(target, folder)).toBe(false);
  });
});

describe("Electron's runtime", () => {
  it('is found by its files, without asking the package', () => {
    expect(findElectron(folder)).toBeNull();
    put('path.txt', 'electron');
    expect(findElectron(folder)).toBeNull();
    put('dist/electron');
    expect(findElectron(folder)).toBe(join(folder, 'dist', 'electron'));
  });

  it('that cannot be downloaded gives its reason in one line', async () => {
    put('install.js', "console.error('TypeError: fetch failed\\n    at somewhere'); process.exit(1);");
    expect(await fetchElectron(folder)).toBe('fetch failed');
    expect(reasonIn('')).toBe('no answer');
  });

  it('is given up when nothing arrives', async () => {
    put('install.js', 'setInterval(() => undefined, 1000);');
    expect(await fetchElectron(folder, 100)).toBe('no answer');
  });

  it('is there once its installer has put it there', async () => {
    put(
      'install.js',
      "const fs = require('fs'); fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/electron', 'x'); fs.writeFileSync(__dirname + '/path.txt', 'electron');",
    );
    expect(await fetchElectron(folder)).toBeNull();
  });
});

describe("the machine's browser", () => {
  it('is looked for where each system keeps it', () => {
    const only = (there: string) => (path: string) => path === there;
    const linux = { platform: 'linux', env: { PATH: '/bin:/opt/bin' } };
    expect(findBrowser(linux, only('/opt/bin/google-chrome'))).toBe('/opt/bin/google-chrome');
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const windows = { platform: 'win32', env: { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' } };
    expect(findBrowser(windows, only(edge))).toBe(edge);
    expect(findBrowser({ platform: 'darwin', env: {} }, () => false)).toBeNull();
  });

  it('needs a screen on Linux', () => {
    expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
    expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasDisplay({ platform: 'win32', env: {} })).toBe(true);
  });

  it('is opened as a window of its own with a profile of its own', () => {
    const given = appModeArguments('http://127.0.0.1:1/?token=a', '/data/browser');
    expect(given).toContain('--app=http://127.0.0.1:1/?token=a');
    expect(given).toContain('--user-data-dir=/data/browser');
  });
});
