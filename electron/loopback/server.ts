/** Carries the app over HTTP on 127.0.0.1: where Electron's runtime is not to be had, for tests, in development. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '#electron/app/app.ts';
import { withSecureHeaders } from '#electron/app/secure-headers.ts';
import type { Engine } from '#electron/engine/client.ts';
import { createGuard, firstUrl, newSecrets } from './guard.ts';
import type { Guard, Secrets } from './guard.ts';

const LOOPBACK = '127.0.0.1';
/** How long a request may take to arrive: its headers, the whole of it. A slow sender must not hold a place for ever. */
const usualLimits = {
  headersWithinMs: 10_000,
  requestWithinMs: 60_000,
  checkedEveryMs: 5000,
  mostConnections: 200,
};

export type Loopback = {
  /** The address with a one-time token: opening it lets that browser in, once. */
  url: string;
  /** The address without a token. */
  address: string;
  /** Another address with a one-time token, for another window. */
  freshUrl(): string;
  close(): Promise<void>;
};

export type LoopbackOptions = {
  engine: Engine;
  pageFolder: string;
  /** A free one is taken when absent. */
  port?: number;
  /** Shorter ones in tests. */
  limits?: Partial<typeof usualLimits>;
  /** Only in development, so that a restart does not lock the open page out. */
  secrets?: Secrets;
};

async function listen(server: Server, port: number): Promise<string> {
  server.listen({ port, host: LOOPBACK });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('Expected a port to listen on, found none.');
  return `http://${LOOPBACK}:${String(address.port)}`;
}

/** Serves until closed. Rejects with the system's error when the port is taken. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const app = createApp({ engine: options.engine, pageFolder: options.pageFolder, host: 'loopback' });
  let guard: Guard | null = null;
  const answer = async (request: Request): Promise<Response> => {
    if (guard === null) return new Response(null, { status: 503 });
    const stopped = guard.check(request);
    return stopped === null ? app.fetch(request) : withSecureHeaders(stopped);
  };
  // Streams of events stay open for as long as the page does: only the arrival of a request is timed.
  const limits = { ...usualLimits, ...options.limits };
  const server = createServer({
    headersTimeout: limits.headersWithinMs,
    requestTimeout: limits.requestWithinMs,
    connectionsCheckingInterval: limits.checkedEveryMs,
  });
  server.maxConnections = limits.mostConnections;
  const listener = getRequestListener(answer, { overrideGlobalObjects: false });
  server.on('request', (incoming: IncomingMessage, outgoing) => {
    void listener(incoming, outgoing);
  });
  const address = await listen(server, options.port ?? 0);
  const secrets = options.secrets ?? newSecrets();
  const door = createGuard(address, secrets);
  guard = door;
  return {
    url: firstUrl(address, secrets),
    address,
    freshUrl: () => door.freshUrl(),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
