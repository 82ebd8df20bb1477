/** `serve`: the application on 127.0.0.1 until stopped. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { builtPageFolder } from '#electron/app/page-files.ts';
import { call } from '#electron/engine/call.ts';
import { startLoopback } from '#electron/loopback/server.ts';
import type { Loopback } from '#electron/loopback/server.ts';
import { Refusal, systemCode } from '../errors.ts';
import { given, wholeNumber } from '../options.ts';
import type { Common } from '../options.ts';
import { passphrase, withEngine, workspacePath } from '../session.ts';
import type { Terminal } from '../terminal.ts';

type ServeOptions = Common & { port?: number };

async function listen(options: Parameters<typeof startLoopback>[0]): Promise<Loopback> {
  try {
    return await startLoopback(options);
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const port = String(options.port);
    throw new Refusal(
      'unavailable',
      `Port ${port} is taken or not allowed. Choose another, or leave --port out.`,
    );
  }
}

async function serve(options: ServeOptions, terminal: Terminal): Promise<void> {
  const pageFolder = builtPageFolder();
  if (!existsSync(join(pageFolder, 'index.html'))) {
    throw new Refusal('unavailable', 'The page has not been built yet. Run "npm run build" first.');
  }
  const opening =
    options.workspace === undefined
      ? null
      : {
          path: workspacePath(options),
          passphrase: await passphrase(options, terminal),
          ...given({ reason: options.why }),
        };
  await withEngine(async (engine) => {
    if (opening !== null) await call(engine, 'workspace.open', opening);
    const loopback = await listen({ engine, pageFolder, ...given({ port: options.port }) });
    const { url, address } = loopback;
    terminal.out(options.json === true ? JSON.stringify({ address, url }) : url);
    terminal.err('Open this address in a browser; it works once. Ctrl+C stops.');
    if (!terminal.signal.aborted) await once(terminal.signal, 'abort');
    await loopback.close();
  });
}

export function addServeCommand(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description('serve the application to a browser of this machine')
    .option('--port <n>', 'port on 127.0.0.1; a free one when not given', wholeNumber(0, 65_535))
    .action((_options: unknown, command: Command) =>
      serve(command.optsWithGlobals<ServeOptions>(), terminal),
    );
}
