/**
 * The one function from Request to Response: the built page, the contract, uploads and events. It knows the
 * routes and nothing of what the operations mean. Electron and the loopback host carry it.
 */
import { Hono } from 'hono';
import type { Engine } from '#electron/engine/client.ts';
import { isOperationName } from '#shared/contract/registry.ts';
import { withUnit } from '#shared/planning/figures.ts';
import { readBody } from './body.ts';
import { eventStream } from './event-stream.ts';
import { pageResponse } from './page-files.ts';
import { refusal, resultResponse, unexpected } from './refusal.ts';
import { withSecureHeaders } from './secure-headers.ts';

/** What carries the page; the token `__HOST_KIND__` in index.html becomes this word. */
export type HostKind = 'electron' | 'loopback';

export type App = { fetch(request: Request): Promise<Response> };

const MEGABYTE = 1024 * 1024;
const JSON_LIMIT = MEGABYTE;
export const UPLOAD_LIMIT = 64 * MEGABYTE;
const MAX_FILE_NAME = 255;

/** The body's bytes, or the response that says why there are none. */
async function bytesOf(request: Request, maxSize: number, what: string): Promise<Uint8Array | Response> {
  const body = await readBody(request, maxSize);
  if ('bytes' in body) return body.bytes;
  if (body.failed === 'cut-off') {
    return refusal('invalid-input', `${what} ended before all of it had arrived. Try again.`);
  }
  const most = withUnit(String(maxSize / MEGABYTE), 'MB');
  return refusal('invalid-input', `${what} may be at most ${most}; this one is larger.`, { most }, 413);
}

async function readJson(request: Request): Promise<{ value: unknown } | Response> {
  const type = request.headers.get('content-type') ?? '';
  const body = await bytesOf(request, JSON_LIMIT, 'A request');
  if (body instanceof Response) return body;
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return refusal('invalid-input', 'Expected a JSON body with content type application/json.', {}, 415);
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    return { value };
  } catch {
    return refusal('invalid-input', 'Expected a JSON body; what was sent is not JSON.');
  }
}

function routes(engine: Engine, pageFolder: string, host: HostKind): Hono {
  const app = new Hono();

  app.post('/api/call/:name', async (context) => {
    const name = context.req.param('name');
    if (!isOperationName(name)) {
      return refusal('not-found', `There is no operation called "${name.slice(0, 100)}".`);
    }
    const body = await readJson(context.req.raw);
    return body instanceof Response ? body : resultResponse(await engine.call(name, body.value));
  });

  app.post('/api/upload', async (context) => {
    const name = context.req.query('name') ?? '';
    if (name === '' || name.length > MAX_FILE_NAME) {
      return refusal('invalid-input', 'Expected the name of the file as ?name=…, up to 255 characters long.');
    }
    const bytes = await bytesOf(context.req.raw, UPLOAD_LIMIT, 'A file');
    return bytes instanceof Response ? bytes : resultResponse(await engine.upload(name, bytes));
  });

  app.get('/api/events', (context) =>
    eventStream((listener) => engine.subscribe(listener), context.req.raw.signal),
  );

  app.all('/api/*', (context) =>
    refusal('not-found', `There is nothing at ${context.req.method} ${context.req.path.slice(0, 100)}.`),
  );
  app.get('*', (context) => pageResponse(context.req.raw, pageFolder, host));
  app.all(
    '*',
    () => new Response('Only reading is possible here.', { status: 405, headers: { allow: 'GET, HEAD' } }),
  );

  app.onError(unexpected);
  return app;
}

/** Makes the function; `pageFolder` holds the built page. */
export function createApp(options: { engine: Engine; pageFolder: string; host: HostKind }): App {
  const app = routes(options.engine, options.pageFolder, options.host);
  return { fetch: async (request) => withSecureHeaders(await app.fetch(request)) };
}
