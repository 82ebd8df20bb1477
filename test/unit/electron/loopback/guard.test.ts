import { describe, expect, it } from 'vitest';
import { createGuard, firstUrl } from '#electron/loopback/guard.ts';

const ORIGIN = 'http://127.0.0.1:4000';
const secrets = { token: 'first-token', session: 'the-session' };
const guard = () => createGuard(ORIGIN, secrets);

function request(path: string, headers: Record<string, string> = {}, method = 'GET'): Request {
  return new Request(`${ORIGIN}${path}`, { method, headers: { host: '127.0.0.1:4000', ...headers } });
}
const cookie = 'other=1; evenkeel-4000=the-session';
const enter = (path = '/?token=first-token', headers: Record<string, string> = {}) => request(path, headers);

describe('entering', () => {
  it('exchanges the token for a cookie that scripts and other sites cannot use', () => {
    const response = guard().check(enter());
    expect(response?.status).toBe(303);
    expect(response?.headers.get('location')).toBe('/');
    expect(response?.headers.get('set-cookie')).toBe(
      'evenkeel-4000=the-session; Path=/; HttpOnly; SameSite=Strict',
    );
  });

  it('takes a token once', () => {
    const door = guard();
    door.check(enter());
    expect(door.check(enter())?.status).toBe(403);
  });

  it('sends a window that is in already on, without the token in its address', () => {
    const door = guard();
    door.check(enter());
    const again = door.check(enter('/?token=first-token', { cookie }));
    expect(again?.status).toBe(303);
    expect(again?.headers.has('set-cookie')).toBe(false);
  });

  it('refuses a wrong token and says what to do', async () => {
    const response = guard().check(enter('/?token=first-tokex'));
    expect(response?.status).toBe(403);
    expect(await response?.text()).toContain('open the address that Evenkeel printed');
  });

  it('does not use the token up for a browser that loads ahead, or for HEAD', () => {
    const door = guard();
    expect(door.check(enter('/?token=first-token', { 'sec-purpose': 'prefetch;prerender' }))?.status).toBe(
      403,
    );
    expect(door.check(request('/?token=first-token', {}, 'HEAD'))?.status).toBe(403);
    expect(door.check(enter())?.status).toBe(303);
  });

  it('takes a token at the front door only', () => {
    expect(guard().check(enter('/api/events?token=first-token'))?.status).toBe(403);
  });

  it('refuses to be entered from a link on another site', () => {
    expect(guard().check(enter('/?token=first-token', { 'sec-fetch-site': 'cross-site' }))?.status).toBe(403);
  });

  it('gives further addresses, each of them good once', () => {
    const door = guard();
    const path = door.freshUrl().slice(ORIGIN.length);
    expect(`${ORIGIN}${path}`).not.toBe(firstUrl(ORIGIN, secrets));
    expect(door.check(enter(path))?.status).toBe(303);
    expect(door.check(enter(path))?.status).toBe(403);
    expect(door.check(enter())?.status).toBe(303);
  });
});

describe('once in', () => {
  it.each([
    ['reading', request('/assets/a.js', { cookie, 'sec-fetch-site': 'same-origin' })],
    ['typing the address', request('/demand', { cookie, 'sec-fetch-site': 'none' })],
    [
      'writing',
      request('/api/call/demand.get', { cookie, origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, 'POST'),
    ],
  ])('lets %s through', (_what, given) => {
    expect(guard().check(given)).toBeNull();
  });

  it.each([
    ['no cookie', request('/assets/a.js')],
    ['a wrong cookie', request('/', { cookie: 'evenkeel-4000=the-sessiom' })],
    ['the cookie of another port', request('/', { cookie: 'evenkeel-4001=the-session' })],
    ['another Host', request('/', { cookie, host: 'evenkeel.example:4000' })],
    ['localhost as Host', request('/', { cookie, host: 'localhost:4000' })],
    ['no Host', new Request(`${ORIGIN}/`, { headers: { cookie } })],
    [
      'another URL behind our Host',
      new Request('http://elsewhere.example/', { headers: { host: '127.0.0.1:4000', cookie } }),
    ],
    ['a page of another site reading', request('/', { cookie, 'sec-fetch-site': 'cross-site' })],
    ['a page of another port reading', request('/', { cookie, 'sec-fetch-site': 'same-site' })],
    ['a foreign Origin reading', request('/', { cookie, origin: 'http://127.0.0.1:4001' })],
    ['writing without Origin', request('/api/call/x', { cookie }, 'POST')],
    [
      'writing with a foreign Origin',
      request('/api/call/x', { cookie, origin: 'http://elsewhere.example' }, 'POST'),
    ],
    ['writing with Origin null', request('/api/call/x', { cookie, origin: 'null' }, 'POST')],
    [
      'writing as a navigation',
      request('/api/call/x', { cookie, origin: ORIGIN, 'sec-fetch-site': 'none' }, 'POST'),
    ],
  ])('refuses %s', (_what, given) => {
    expect(guard().check(given)?.status).toBe(403);
  });

  it('refuses programs in their own language', async () => {
    const response = guard().check(request('/api/events'));
    const body: unknown = await response?.json();
    expect(body).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });
});
