/** `npm run dev`: the page is built again, and the backend started again, on every save. Load the page again to see it. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { page } from './parts/freshness.ts';
import { root } from './parts/paths.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '4780' } } });

const watcher = await build({ configFile: join(root, page.config), logLevel: 'warn', build: { watch: {} } });
if ('on' in watcher) {
  watcher.on('event', (event) => {
    if (event.code === 'END') console.log('The page is built.');
  });
}

/** Kept across restarts, so that the open page stays let in. */
const secret = (): string => randomBytes(32).toString('base64url');
const backend = spawn(
  process.execPath,
  [
    `--watch-path=${join(root, 'electron')}`,
    `--watch-path=${join(root, 'shared')}`,
    '--watch-preserve-output',
    join(root, 'electron', 'loopback', 'index.ts'),
    `--port=${values.port}`,
  ],
  {
    stdio: 'inherit',
    env: { ...process.env, EVENKEEL_DEV_TOKEN: secret(), EVENKEEL_DEV_SESSION: secret() },
  },
);

function stop(): void {
  backend.kill('SIGTERM');
  process.exit(0);
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
backend.once('exit', stop);
