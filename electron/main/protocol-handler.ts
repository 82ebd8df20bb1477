/** Carries the app over the `app:` scheme: no port is opened, no other program can ask. */
import type { Privileges } from 'electron';
import { withSecureHeaders } from '#electron/app/secure-headers.ts';
import { APP_ORIGIN, APP_SCHEME, isOwnUrl } from './security-rules.ts';

/** Standard and secure, so that the page has an origin of its own and relative addresses work. */
const schemePrivileges: Privileges = {
  standard: true,
  secure: true,
  supportFetchAPI: true,
  stream: true,
  codeCache: true,
  bypassCSP: false,
  corsEnabled: false,
  allowServiceWorkers: false,
  allowExtensions: false,
};
export const privilegedScheme = { scheme: APP_SCHEME, privileges: schemePrivileges };

const refuse = (status: number, text: string): Response =>
  withSecureHeaders(new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } }));

/** Answers requests of our own page and of nobody else. */
export function createProtocolHandler(app: {
  fetch(request: Request): Promise<Response>;
}): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOwnUrl(request.url)) return refuse(404, 'There is nothing at this address.');
    const origin = request.headers.get('origin');
    if (origin !== null && origin !== APP_ORIGIN) return refuse(403, 'Only the page of Evenkeel may ask.');
    return app.fetch(request);
  };
}
