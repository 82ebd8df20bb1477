/** Entry of the loopback host: serves one engine until stopped, and prints the address to open. */
import { parseArgs } from 'node:util';
import { createLifecycle } from '#electron/app/lifecycle.ts';
import { builtPageFolder } from '#electron/app/page-files.ts';
import { startEngine } from '#electron/engine/client.ts';
import { defaultFolders } from '#electron/engine/folders.ts';
import { startLoopback, type Loopback } from './server.ts';

const { values } = parseArgs({
  options: { port: { type: 'string' }, 'page-folder': { type: 'string' } },
});
const port = Number(values.port ?? '0');
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`Expected --port to be a number from 0 to 65535, found "${values.port ?? ''}".`);
  process.exit(2);
}

/** `npm run dev` keeps these two across restarts; nothing else sets them. */
const { EVENKEEL_DEV_TOKEN: token, EVENKEEL_DEV_SESSION: session } = process.env;
const secrets = token !== undefined && session !== undefined ? { secrets: { token, session } } : {};

const engine = startEngine(defaultFolders());
let loopback: Loopback | null = null;
const lifecycle = createLifecycle({
  async closeEngine() {
    await loopback?.close();
    await engine.close();
  },
  exit: (code) => {
    process.exit(code);
  },
  showError: (title, text) => {
    console.error(`${title}. ${text}`);
  },
});
const fail = (error: unknown): void => void lifecycle.fail(error);
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void lifecycle.quit());
}

loopback = await startLoopback({
  engine,
  pageFolder: values['page-folder'] ?? builtPageFolder(),
  port,
  ...secrets,
});
console.log(loopback.url);
