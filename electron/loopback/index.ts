/** Entry of the loopback host: serves one engine until stopped, and prints the address to open. */
import { parseArgs } from 'node:util';
import { builtPageFolder } from '#electron/app/page-files.ts';
import { defaultFolders } from '#electron/engine/folders.ts';
import { startHost } from './host.ts';

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

const pageFolder = values['page-folder'] ?? builtPageFolder();
const { url } = await startHost(defaultFolders(), { pageFolder, port, ...secrets });
console.log(url);
