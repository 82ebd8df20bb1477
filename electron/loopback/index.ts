/** Entry of the loopback host: serves one engine until stopped, and prints the address to open. */
import { parseArgs } from 'node:util';
import { builtPageFolder } from '#electron/app/page-files.ts';
import { startEngine } from '#electron/engine/client.ts';
import { defaultFolders } from '#electron/engine/folders.ts';
import { startLoopback } from './server.ts';

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
const loopback = await startLoopback({
  engine,
  pageFolder: values['page-folder'] ?? builtPageFolder(),
  port,
  ...secrets,
});
console.log(loopback.url);

async function stop(): Promise<void> {
  await loopback.close();
  await engine.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());
