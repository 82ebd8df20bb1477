/** The built page: files of one folder and nothing outside it. */
import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentSecurityPolicy } from './secure-headers.ts';

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Names into which the build writes a hash of the contents: they may be kept for good. */
const HASHED_ASSET = /^assets\/.+-[\w-]{8,}\.\w+$/;
const NONCE_TOKEN = /__CSP_NONCE__/g;
const HOST_TOKEN = /__HOST_KIND__/g;

/** Where the build puts the page: beside the built backend, or under dist/ of a checkout. */
export const builtPageFolder = (): string =>
  fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../dist/page' : '../page', import.meta.url));

/**
 * The path inside the page's folder that a URL's path names, or null when it names nothing in it. Works on
 * decoded segments, so that no encoding of dots or slashes leads out.
 */
export function pathInPage(urlPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || /[\0\\:]/.test(decoded)) return null;
  const segments = decoded.slice(1).split('/');
  if (segments.some((segment) => segment === '' || segment.startsWith('.'))) return null;
  return segments.join('/');
}

/** The file's bytes, or null when there is none, or when a link leads out of the folder. */
async function readInside(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    const inside = relative(root, file);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}

/** True when a person is going to a page, rather than the page fetching one of its parts. */
function isNavigation(request: Request, urlPath: string): boolean {
  if (urlPath.startsWith('/assets/')) return false;
  const mode = request.headers.get('sec-fetch-mode');
  if (mode !== null) return mode === 'navigate' || !hasEnding(urlPath);
  return (request.headers.get('accept') ?? '').includes('text/html') || !hasEnding(urlPath);
}

const hasEnding = (urlPath: string): boolean => (urlPath.split('/').at(-1) ?? '').includes('.');

const plain = (status: number, text: string): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

async function indexPage(pageFolder: string, host: string): Promise<Response> {
  const bytes = await readInside(pageFolder, 'index.html');
  if (bytes === null) {
    return plain(503, 'The page has not been built yet. Run "npm run build", then load this address again.');
  }
  const nonce = randomBytes(18).toString('base64url');
  const html = new TextDecoder().decode(bytes).replace(NONCE_TOKEN, nonce).replace(HOST_TOKEN, host);
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      // The nonce is good for one load: a kept copy would be shown without its styles.
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(nonce),
    },
  });
}

/** A file of the page; the page itself for every address a person can go to; 404 for a missing part. */
export async function pageResponse(request: Request, pageFolder: string, host: string): Promise<Response> {
  const urlPath = new URL(request.url).pathname;
  if (urlPath === '/' || urlPath === '/index.html') return indexPage(pageFolder, host);
  const path = pathInPage(urlPath);
  const bytes = path === null ? null : await readInside(pageFolder, path);
  if (path !== null && bytes !== null) {
    return new Response(bytes, {
      headers: {
        'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
        'cache-control': HASHED_ASSET.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    });
  }
  return isNavigation(request, urlPath) ? indexPage(pageFolder, host) : plain(404, 'There is no such file.');
}
