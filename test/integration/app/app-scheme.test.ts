import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#electron/app/app.ts';
import { startEngine } from '../../built.ts';
import type { Engine } from '#electron/engine/client.ts';
import { createProtocolHandler } from '#electron/main/protocol-handler.ts';

/** The desktop window's way to the engine, without the window: the same handler that Electron is given. */
let folder: string;
let engine: Engine;
let handle: (request: Request) => Promise<Response>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-scheme-'));
  writeFileSync(join(folder, 'index.html'), '<html data-host="__HOST_KIND__"><i nonce="__CSP_NONCE__">');
  engine = startEngine({ dataFolder: join(folder, 'data'), workspaceFolder: folder });
  handle = createProtocolHandler(createApp({ engine, pageFolder: folder, host: 'electron' }));
});
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

describe('over the app scheme', () => {
  it('the page comes with its policy', async () => {
    const response = await handle(
      new Request('app://evenkeel/levelling', { headers: { accept: 'text/html' } }),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('data-host="electron"');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('calls, uploads and events reach the engine', async () => {
    const opened = new AbortController();
    const events = await handle(new Request('app://evenkeel/api/events', { signal: opened.signal }));
    const lines = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await lines?.read())?.value).toBe('{"topic":"hello"}\n');

    const sent = await handle(
      new Request('app://evenkeel/api/upload?name=caseload-2026-10-31.csv', {
        method: 'POST',
        body: 'Ref,Team\n1,North\n',
      }),
    );
    expect(await sent.json()).toMatchObject({ ok: true });

    const called = await handle(
      new Request('app://evenkeel/api/call/workspace.create', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ path: join(folder, 'force.evenkeel'), passphrase: 'correct horse battery' }),
      }),
    );
    expect(await called.json()).toMatchObject({ ok: true, data: { isOpen: true } });
    expect((await lines?.read())?.value).toContain('"data-changed"');
    await lines?.cancel();
    opened.abort();
  });
});
