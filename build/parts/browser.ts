/** The machine's own Chromium, Chrome or Edge, for a window without the furniture of a browser. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Machine = { platform: string; env: Readonly<Record<string, string | undefined>> };

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macPrograms = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function candidates({ platform, env }: Machine): string[] {
  if (platform === 'darwin') return macPrograms;
  if (platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => env[name] ?? []);
    return folders.flatMap((folder) => windowsPrograms.map((program) => `${folder}\\${program}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return onPath.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The first that is there. */
export const findBrowser = (
  machine: Machine = process,
  exists: (path: string) => boolean = existsSync,
): string | null => candidates(machine).find((path) => exists(path)) ?? null;

/** False on a Linux machine without a screen. */
export const hasDisplay = ({ platform, env }: Machine = process): boolean =>
  platform !== 'linux' || (env.DISPLAY ?? env.WAYLAND_DISPLAY ?? '') !== '';

/** A profile of its own, so that nothing mixes with the person's own browsing, and no talk with the maker. */
export const appModeArguments = (url: string, profileFolder: string): string[] => [
  `--app=${url}`,
  `--user-data-dir=${profileFolder}`,
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
];
