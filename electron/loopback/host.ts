/** A program that serves one engine over loopback until it is told to end, or something unexpected ends it. */
import { createLifecycle, endOnUncaught } from '#electron/app/lifecycle.ts';
import { startEngine } from '#electron/engine/client.ts';
import type { Folders } from '#electron/engine/folders.ts';
import { startLoopback, type Loopback, type LoopbackOptions } from './server.ts';

type Host = {
  /** The address to open; it works once. */
  url: string;
  /** Closes the engine, then ends the program. */
  quit: () => void;
};

/** Rejects with the system's error when the port is taken. */
export async function startHost(folders: Folders, options: Omit<LoopbackOptions, 'engine'>): Promise<Host> {
  const engine = startEngine(folders);
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
  const quit = (): void => void lifecycle.quit();
  endOnUncaught(lifecycle);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, quit);
  loopback = await startLoopback({ engine, ...options });
  return { url: loopback.url, quit };
}
