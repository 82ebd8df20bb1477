/**
 * `npm start`: builds what is stale, then opens the application. Where Electron's runtime cannot be had, the
 * same application is served on this machine's own address.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtPageFolder } from '#electron/app/page-files.ts';
import { defaultFolders } from '#electron/engine/folders.ts';
import type * as host from '#electron/loopback/host.ts';
import { appModeArguments, findBrowser, hasDisplay } from './parts/browser.ts';
import { fetchElectron, findElectron } from './parts/electron-runtime.ts';
import { buildAllIfStale } from './parts/freshness.ts';
import { importBuilt, root } from './parts/paths.ts';

/** A window that ends sooner than this, with an error, has never really opened. */
const OPENED_AFTER_MS = 15_000;
/** A browser that ends sooner than this has handed over to one that runs already. */
const HANDED_OVER_MS = 5000;

function readArguments(): { port: number; opens: boolean } {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } });
  const port = Number(values.port ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error(`Expected --port to be a number from 0 to 65535, found "${values.port ?? ''}".`);
    process.exit(2);
  }
  return { port, opens: values['no-open'] !== true };
}

/** Runs the window until it is closed. Gives the reason when it could not be opened. */
async function runElectron(): Promise<string | null> {
  if (!hasDisplay()) return 'there is no screen to open a window on';
  if (findElectron() === null) {
    console.log("Looking for Electron's runtime, which is downloaded once …");
    const reason = await fetchElectron();
    if (reason !== null) return `its runtime is not here and could not be downloaded (${reason})`;
  }
  const program = findElectron();
  if (program === null) return 'its runtime is not here';
  const started = Date.now();
  const window = spawn(program, [root], { stdio: 'inherit' });
  // Ctrl+C reaches the window too, which then closes the workspace; it is waited for.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => window.kill(signal));
  const code = await new Promise<number | null>((resolve) => {
    window.once('close', resolve);
    window.once('error', () => {
      resolve(1);
    });
  });
  const hasFailed = code !== 0 && code !== null && Date.now() - started < OPENED_AFTER_MS;
  if (hasFailed) {
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    return `it ended at once with code ${String(code)}`;
  }
  process.exit(code ?? 0);
}

/** The browser's window, or null when there is none to open. Ends the application when the window is closed. */
function openBrowser(url: string, dataFolder: string, whenClosed: () => void): (() => void) | null {
  const browser = hasDisplay() ? findBrowser() : null;
  if (browser === null) return null;
  const started = Date.now();
  const window = spawn(browser, appModeArguments(url, join(dataFolder, 'browser')), { stdio: 'ignore' });
  window.once('error', () => undefined);
  window.once('exit', () => {
    if (Date.now() - started > HANDED_OVER_MS) whenClosed();
  });
  return () => void window.kill();
}

async function serve(port: number, opens: boolean): Promise<void> {
  const { startHost } = (await importBuilt('host')) as typeof host;
  const folders = defaultFolders();
  const { url, quit } = await startHost(folders, { pageFolder: builtPageFolder(), port });
  const closeBrowser = opens ? openBrowser(url, folders.dataFolder, quit) : null;
  process.once('exit', () => closeBrowser?.());
  console.log(
    closeBrowser === null
      ? 'Open this address in a browser of this machine; it works once. Ctrl+C stops.'
      : 'Opened in a window of its own. If none appears, open this address. Ctrl+C stops.',
  );
  console.log(url);
}

const { port, opens } = readArguments();
await buildAllIfStale();
if (opens) {
  const reason = await runElectron();
  console.log(
    `Electron cannot be used: ${reason ?? 'unknown'}. Serving the same application on 127.0.0.1 instead.`,
  );
}
await serve(port, opens);
