/** Requests as they go over the wire: no tidying of paths, any header, one connection each. */
import { request } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

export type Answer = { status: number; headers: IncomingMessage['headers']; text: string };
type Sending = { method?: string; headers?: OutgoingHttpHeaders; body?: string | Uint8Array };

export function open(address: string, path: string, sending: Sending = {}): Promise<IncomingMessage> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = sending;
    const outgoing = request({ hostname, port, path, method, headers, agent: false }, resolve);
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export async function send(address: string, path: string, sending: Sending = {}): Promise<Answer> {
  const incoming = await open(address, path, sending);
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, text };
}

/** Enters with a one-time address; gives the cookie for what follows. */
export async function enter(url: string): Promise<string> {
  const { origin, pathname, search } = new URL(url);
  const { headers } = await send(origin, pathname + search);
  return (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
}
