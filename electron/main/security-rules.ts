/** What the window may reach and where it may go, as plain rules: nothing leaves the machine. */

export const APP_SCHEME = 'app';
const APP_HOST = 'evenkeel';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** Public pages that sources in the standards point to; opened in the person's own browser, never in our window. */
const outsideHosts: readonly string[] = [
  'www.gov.uk',
  'www.legislation.gov.uk',
  'www.college.police.uk',
  'hmicfrs.justiceinspectorates.gov.uk',
];

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** True for an address of our own page. Compares the parsed parts: a prefix of the text proves nothing. */
export function isOwnUrl(url: string): boolean {
  const parsed = parse(url);
  return (
    parsed?.protocol === `${APP_SCHEME}:` &&
    parsed.host === APP_HOST &&
    parsed.username === '' &&
    parsed.password === ''
  );
}

/** True for the few pages that a click may open in the system's browser. */
export function mayOpenOutside(url: string): boolean {
  const parsed = parse(url);
  return (
    parsed?.protocol === 'https:' &&
    parsed.port === '' &&
    parsed.username === '' &&
    parsed.password === '' &&
    outsideHosts.includes(parsed.hostname)
  );
}

/** Addresses that hold their own contents and so reach nothing. */
const isSelfContained = (url: string): boolean =>
  url.startsWith('data:') || url.startsWith(`blob:${APP_ORIGIN}/`) || url.startsWith('devtools://devtools/');

/** True for a request that stays inside the application. Everything else is stopped in the session. */
export const mayRequest = (url: string): boolean => isOwnUrl(url) || isSelfContained(url);

/** Switches that keep Chromium itself from calling home: updates, look-ups, name resolution of any host. */
export const networkSwitches: ReadonlyArray<readonly [name: string, value?: string]> = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
];
