import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Builds the page to dist/page. `__CSP_NONCE__` stays in index.html as it is: the app function puts a fresh
 * nonce in its place on every load. Nothing is inlined as a data: address, so the strict policy holds.
 */
export default defineConfig({
  root: `${root}renderer`,
  base: '/',
  cacheDir: `${root}node_modules/.cache/vite-page`,
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: `${root}dist/page`,
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
