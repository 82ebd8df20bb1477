import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageResponse, pathInPage } from '#electron/app/page-files.ts';

let folder: string;
let page: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenkeel-page-'));
  page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'page-other'));
  writeFileSync(
    join(page, 'index.html'),
    '<html data-host="__HOST_KIND__"><meta nonce="__CSP_NONCE__"><i nonce="__CSP_NONCE__">',
  );
  writeFileSync(join(page, 'assets', 'index-Ab3_dE9x.js'), 'go()');
  writeFileSync(join(page, 'assets', 'plain.js'), 'go()');
  writeFileSync(join(page, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'page-other', 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(page, 'link.txt'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  pageResponse(new Request(`http://127.0.0.1:1${path}`, { headers }), page, 'loopback');

describe('paths inside the page', () => {
  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/%2e%2e%5csecret.txt',
    '//etc/passwd',
    '/C:/secret.txt',
    '/a%00.js',
    '/%E0%A4%A',
    '/.env',
    '/assets/',
    'secret.txt',
  ])('refuses %s', (path) => {
    expect(pathInPage(path)).toBeNull();
  });

  it('decodes an ordinary path', () => {
    expect(pathInPage('/assets/a%20b.js')).toBe('assets/a b.js');
  });
});

describe('files of the page', () => {
  it('are sent with their type, and kept for good only when their name carries a hash', async () => {
    const hashed = await get('/assets/index-Ab3_dE9x.js');
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(hashed.headers.get('cache-control')).toContain('immutable');
    expect(await hashed.text()).toBe('go()');
    expect((await get('/assets/plain.js')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/icon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  it('never come from outside the folder', async () => {
    for (const path of ['/..%2fsecret.txt', '/..%2fpage-other%2fsecret.txt', '/link.txt']) {
      const response = await get(path);
      expect(response.status, path).toBe(404);
      expect(await response.text()).not.toContain('secret');
    }
  });

  it('are missed plainly when they are not there', async () => {
    expect((await get('/assets/gone-12345678.js', { accept: 'text/html' })).status).toBe(404);
    expect((await get('/gone.png', { 'sec-fetch-mode': 'no-cors' })).status).toBe(404);
  });
});

describe('the page itself', () => {
  it('answers every address a person can go to', async () => {
    for (const path of ['/', '/levelling?team=North', '/team/St.%20Mary']) {
      const response = await get(path, { accept: 'text/html,*/*', 'sec-fetch-mode': 'navigate' });
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('carries a fresh nonce in its policy and in every place that needs it', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await get('/');
        const nonce =
          /'nonce-([\w-]+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
        const html = await response.text();
        expect(html.split(`nonce="${nonce}"`)).toHaveLength(3);
        expect(html).toContain('data-host="loopback"');
        return nonce;
      }),
    );
    expect(nonces[0]?.length).toBeGreaterThan(20);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('says what to do when it has not been built', async () => {
    const response = await pageResponse(
      new Request('http://127.0.0.1:1/'),
      join(folder, 'nowhere'),
      'loopback',
    );
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });
});
