/**
 * Who may speak to the loopback host. Every program and every web page on this machine can reach 127.0.0.1,
 * so each request must show that it comes from the window that was opened with this start's token:
 * exact Host (no name may be pointed at us), same origin, and the cookie that the token was exchanged for.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { refusal } from '#electron/app/refusal.ts';

export type Guard = {
  /** Null lets the request through; a response answers it here. */
  check(request: Request): Response | null;
  /** An address with a token of its own, which lets one browser in, once. */
  freshUrl(): string;
};

/** The first token handed out, and what it is exchanged for. */
export type Secrets = { token: string; session: string };
const newToken = (): string => randomBytes(32).toString('base64url');
export const newSecrets = (): Secrets => ({ token: newToken(), session: newToken() });
const enterUrl = (origin: string, token: string): string => `${origin}/?token=${token}`;
/** The address that the first token opens. */
export const firstUrl = (origin: string, secrets: Secrets): string => enterUrl(origin, secrets.token);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Takes the same time wherever the two first differ. */
const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));

/** The cookies of a host are shared by all its ports, so the name carries ours. */
const cookieName = (host: string): string => `evenkeel-${host.split(':').at(-1) ?? ''}`;

function cookieOf(request: Request, name: string): string | null {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}

const isReading = (request: Request): boolean => request.method === 'GET' || request.method === 'HEAD';
const isForPrograms = (request: Request): boolean => new URL(request.url).pathname.startsWith('/api/');

function page(title: string, text: string): Response {
  const html = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`;
  return new Response(html, {
    status: 403,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function refuse(request: Request): Response {
  const text =
    'This window is not connected to the running Evenkeel. Close it, and open the address that Evenkeel printed when it started; that address works once. If it has been used already, start Evenkeel again.';
  return isForPrograms(request)
    ? refusal('unavailable', text, {}, 403)
    : page('Not connected to Evenkeel', text);
}

/** True when a browser says that the request is made by our own page, or typed by a person. */
function isFromHere(request: Request, origin: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && !(site === 'none' && isReading(request))) return false;
  const from = request.headers.get('origin');
  return isReading(request) ? from === null || from === origin : from === origin;
}

/** `origin` is ours, such as `http://127.0.0.1:5173`. */
export function createGuard(origin: string, secrets: Secrets = newSecrets()): Guard {
  const { host } = new URL(origin);
  const cookie = cookieName(host);
  const tokens = new Set([secrets.token]);

  /** Uses the token up, so that an address seen later in a history or a process list is worth nothing. */
  function takeToken(given: string): boolean {
    for (const token of tokens) {
      if (isSame(given, token)) return tokens.delete(token);
    }
    return false;
  }

  function enter(request: Request, given: string, hasSession: boolean): Response | null {
    // A browser that loads ahead of the person would use the token up before it is wanted.
    const isAhead = (request.headers.get('sec-purpose') ?? '').includes('prefetch');
    if (request.method !== 'GET' || isAhead) return refuse(request);
    const isLetIn = takeToken(given);
    if (!isLetIn && !hasSession) return refuse(request);
    const headers = new Headers({ location: '/', 'cache-control': 'no-store' });
    if (isLetIn) headers.set('set-cookie', `${cookie}=${secrets.session}; Path=/; HttpOnly; SameSite=Strict`);
    return new Response(null, { status: 303, headers });
  }

  return {
    check(request) {
      if (request.headers.get('host') !== host || new URL(request.url).host !== host) return refuse(request);
      if (!isFromHere(request, origin)) return refuse(request);
      const given = cookieOf(request, cookie);
      const hasSession = given !== null && isSame(given, secrets.session);
      const url = new URL(request.url);
      const token = url.pathname === '/' ? url.searchParams.get('token') : null;
      if (token !== null) return enter(request, token, hasSession);
      return hasSession ? null : refuse(request);
    },
    freshUrl() {
      const token = newToken();
      tokens.add(token);
      return enterUrl(origin, token);
    },
  };
}
