/** A browser for the tests: the machine's own Chromium, else the one that comes from the package registry. */
import { existsSync } from 'node:fs';
import registryChromium from '@sparticuz/chromium';
import { chromium, type Browser } from '@playwright/test';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Without these a browser calls home in the background; nothing here may leave the machine. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

export async function browserPath(): Promise<string> {
  const own = process.env.EVENKEEL_CHROMIUM ?? installed.find((path) => existsSync(path));
  return own ?? (await registryChromium.executablePath());
}

/**
 * The registry's browser comes with flags for one-shot use (a single process, web security off). Tests need
 * several contexts and the rules a user's browser has, so none of those flags is taken over.
 */
export async function launchBrowser(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu', ...quiet, ...more],
  });
}
