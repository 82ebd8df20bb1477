import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine } from '../../built.ts';
import type { Engine } from '#electron/engine/client.ts';
import { startLoopback } from '#electron/loopback/server.ts';
import type { Loopback } from '#electron/loopback/server.ts';
import { enter, open, send } from './http.ts';
import type { Answer } from './http.ts';

let folder: string;
let engine: Engine;
let loopback: Loopback;
let cookie: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-loopback-'));
  const pageFolder = join(folder, 'page');
  mkdirSync(join(pageFolder, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'page-other'));
  writeFileSync(join(pageFolder, 'index.html'), '<title>Evenkeel</title><i nonce="__CSP_NONCE__">');
  writeFileSync(join(pageFolder, 'assets', 'index-12345678.js'), 'go()');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'page-other', 'secret.txt'), 'secret');
  engine = startEngine({ dataFolder: join(folder, 'data'), workspaceFolder: folder });
  loopback = await startLoopback({ engine, pageFolder });
  cookie = await enter(loopback.freshUrl());
});
afterAll(async () => {
  await loopback.close();
  await engine.close();
  rmSync(folder, { recursive: true });
});

const read = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  send(loopback.address, path, { headers: { cookie, ...headers } });
const call = (name: string, body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  send(loopback.address, `/api/call/${name}`, {
    method: 'POST',
    body,
    headers: { cookie, origin: loopback.address, 'content-type': 'application/json', ...headers },
  });
const upload = (body: Uint8Array, headers: Record<string, string | number> = {}): Promise<Answer> =>
  send(loopback.address, '/api/upload?name=caseload.csv', {
    method: 'POST',
    body,
    headers: { cookie, origin: loopback.address, 'content-type': 'application/octet-stream', ...headers },
  });
const json = (answer: Answer): unknown => JSON.parse(answer.text);

describe('the door', () => {
  it('is on this machine only, on a port of its own', () => {
    expect(loopback.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(loopback.url.startsWith(`${loopback.address}/?token=`)).toBe(true);
  });

  it('lets nobody in without the token', async () => {
    for (const path of ['/', '/assets/index-12345678.js', '/api/events']) {
      const answer = await send(loopback.address, path);
      expect(answer.status, path).toBe(403);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
    expect((await send(loopback.address, '/?token=guess')).status).toBe(403);
  });

  it('lets the right token in, once', async () => {
    const path = loopback.freshUrl().slice(loopback.address.length);
    const first = await send(loopback.address, path);
    expect([first.status, first.headers.location]).toEqual([303, '/']);
    expect((await send(loopback.address, path)).status).toBe(403);
    expect((await read('/')).text).toContain('<title>Evenkeel</title>');
  });

  it('knows its own name only, whatever is asked for', async () => {
    for (const path of ['/', '/assets/index-12345678.js']) {
      expect((await read(path, { host: 'evenkeel.example' })).status, path).toBe(403);
    }
    expect((await call('workspace.status', '{}', { host: 'localhost' })).status).toBe(403);
  });

  it('takes orders from its own page only', async () => {
    expect((await call('workspace.status', '{}', { origin: 'http://elsewhere.example' })).status).toBe(403);
    expect((await call('workspace.status', '{}', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const answer = await read('/', { origin: 'http://elsewhere.example' });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('calls', () => {
  it('are answered by the engine', async () => {
    const answer = await call('workspace.status', '{}');
    expect(answer.status).toBe(200);
    expect(json(answer)).toMatchObject({ ok: true, data: { isOpen: false } });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('carry the status that goes with the error', async () => {
    const closed = await call('demand.get', '{}');
    expect([closed.status, json(closed)]).toMatchObject([
      409,
      { ok: false, error: { code: 'workspace-closed' } },
    ]);
    const input = await call('workspace.status', '{"more":1}');
    expect([input.status, json(input)]).toMatchObject([400, { ok: false, error: { code: 'invalid-input' } }]);
  });

  it('by an unknown name are not found', async () => {
    for (const name of ['no.such', 'constructor', '__proto__']) {
      const answer = await call(name, '{}');
      expect([answer.status, json(answer)], name).toMatchObject([404, { error: { code: 'not-found' } }]);
    }
    expect((await read('/api/nowhere')).status).toBe(404);
    expect((await read('/api/call/workspace.status')).status).toBe(404);
  });

  it('that are not JSON are refused', async () => {
    expect((await call('workspace.status', '{')).status).toBe(400);
    expect((await call('workspace.status', '{}', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('are answered whether they say their size or not', async () => {
    const answer = await call('workspace.status', '{}', { 'transfer-encoding': 'chunked' });
    expect([answer.status, json(answer)]).toMatchObject([200, { ok: true, data: { isOpen: false } }]);
    const sent = await upload(new Uint8Array([65]), { 'transfer-encoding': 'chunked' });
    expect([sent.status, json(sent)]).toMatchObject([200, { ok: true }]);
  });

  it('that are nested too deep are refused', async () => {
    const depth = 200_000;
    const answer = await call('workspace.status', `${'['.repeat(depth)}${']'.repeat(depth)}`);
    expect([answer.status, json(answer)]).toMatchObject([400, { error: { code: 'invalid-input' } }]);
  });

  it('that are too large are refused, whether they say their size or not', async () => {
    const large = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });
    const told = await call('workspace.status', large);
    expect([told.status, json(told)]).toMatchObject([413, { error: { code: 'invalid-input' } }]);
    expect((await call('workspace.status', large, { 'transfer-encoding': 'chunked' })).status).toBe(413);
    expect((await call('workspace.status', '{}')).status).toBe(200);
  });
});

describe('uploads', () => {
  it('are kept under an id', async () => {
    const answer = await upload(new TextEncoder().encode('Reference,Team\n1,North\n'));
    expect(answer.status).toBe(200);
    expect(json(answer)).toMatchObject({ ok: true, data: { uploadId: expect.any(String) as unknown } });
  });

  it('are refused above 64 MB', async () => {
    expect((await upload(new Uint8Array(64 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it('need a file name', async () => {
    const headers = { cookie, origin: loopback.address };
    expect((await send(loopback.address, '/api/upload', { method: 'POST', headers, body: 'x' })).status).toBe(
      400,
    );
  });
});

describe('the page', () => {
  it('comes with a strict policy and its nonce', async () => {
    const { headers, text } = await read('/demand?team=North', { accept: 'text/html' });
    const policy = String(headers['content-security-policy']);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(text).toContain(`nonce="${nonce}"`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
  });

  it('never gives a file from outside its folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/..%5csecret.txt',
      '/..%2fpage-other%2fsecret.txt',
      '//secret.txt',
      `/${encodeURIComponent(join(folder, 'secret.txt'))}`,
    ]) {
      const answer = await read(path);
      expect(answer.text, path).not.toContain('secret');
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
    }
  });

  it('keeps hashed files for good and takes reading only', async () => {
    expect((await read('/assets/index-12345678.js')).headers['cache-control']).toContain('immutable');
    const headers = { cookie, origin: loopback.address };
    expect((await send(loopback.address, '/', { method: 'DELETE', headers })).status).toBe(405);
  });
});

describe('events', () => {
  it('arrive one a line, as they happen', async () => {
    const stream = await open(loopback.address, '/api/events', { headers: { cookie } });
    stream.setEncoding('utf8');
    const lines = (async function* () {
      let rest = '';
      for await (const chunk of stream) {
        const parts = (rest + String(chunk)).split('\n');
        rest = parts.pop() ?? '';
        yield* parts.map((line): unknown => JSON.parse(line));
      }
    })();
    expect((await lines.next()).value).toEqual({ topic: 'hello' });
    const path = join(folder, 'events.evenkeel');
    await call('workspace.create', JSON.stringify({ path, passphrase: 'correct horse battery' }));
    const next: unknown = (await lines.next()).value;
    expect(next).toMatchObject({ topic: 'data-changed', areas: ['workspace'] });
    stream.destroy();
    await call('workspace.close', '{}');
  });

  it('do not keep the host from stopping', async () => {
    const other = await startLoopback({ engine, pageFolder: join(folder, 'page') });
    const session = await enter(other.url);
    const stream = await open(other.address, '/api/events', { headers: { cookie: session } });
    const ended = new Promise<void>((resolve) => {
      stream.once('close', resolve).once('error', () => undefined);
      stream.resume();
    });
    await other.close();
    await ended;
    await expect(send(other.address, '/')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('limits', () => {
  it('a sender that never finishes its request is let go, and others are answered meanwhile', async () => {
    const limits = { headersWithinMs: 200, requestWithinMs: 400, checkedEveryMs: 50 };
    const other = await startLoopback({ engine, pageFolder: join(folder, 'page'), limits });
    const { hostname, port } = new URL(other.address);
    const slow = connect(Number(port), hostname);
    const slower = connect(Number(port), hostname);
    const ended = [slow, slower].map(
      (socket) =>
        new Promise<string>((resolve) => {
          let text = '';
          socket.on('data', (chunk) => (text += String(chunk))).on('error', () => undefined);
          socket.once('close', () => {
            resolve(text);
          });
        }),
    );
    slow.write('GET / HTTP/1.1\r\nHost: ');
    slower.write(
      `POST /api/upload?name=a HTTP/1.1\r\nHost: ${other.address.slice(7)}\r\nContent-Length: 9\r\n\r\nabc`,
    );
    expect((await send(other.address, '/')).status).toBe(403);
    expect((await ended[0])?.slice(0, 12)).toBe('HTTP/1.1 408');
    await ended[1];
    await other.close();
  });

  it('no answer tells another origin that it may read', async () => {
    const headers = { cookie, origin: 'http://elsewhere.example', 'access-control-request-method': 'POST' };
    for (const method of ['OPTIONS', 'GET', 'POST', 'PUT', 'HEAD', 'PATCH']) {
      const answer = await send(loopback.address, '/api/call/workspace.status', { method, headers });
      expect(answer.status, method).toBe(403);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('nobody but this machine can reach it', async () => {
    const { port } = new URL(loopback.address);
    const outward = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outward) {
      await expect(send(`http://${address}:${port}`, '/')).rejects.toThrow('ECONNREFUSED');
    }
    await expect(send(`http://127.0.0.2:${port}`, '/')).rejects.toThrow(/ECONNREFUSED|EADDRNOTAVAIL/);
  });
});
