import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = (path: string): string => `${root}${path}`;

/** Files that are started by name: programs and worker threads. */
const entries = [
  'electron/main/index.ts',
  'electron/loopback/index.ts',
  'electron/cli/index.ts',
  'electron/engine/worker.ts',
  'electron/engine/workers/planner.ts',
];

const isPackageImport = (id: string): boolean => /^(?![./#]|[A-Za-z]:\\)/.test(id);

/**
 * Builds the backend to dist/electron and dist/shared. One file in, one file out: workers are found beside
 * the file that starts them, as in the source. Packages stay in node_modules.
 */
export default defineConfig({
  root,
  cacheDir: `${root}node_modules/.cache/vite-electron`,
  publicDir: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node24',
    outDir: `${root}dist`,
    // The page stands in dist/page already.
    emptyOutDir: false,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: entries.map(source),
      external: (id) => id === 'electron' || builtinModules.includes(id) || isPackageImport(id),
      output: {
        format: 'es',
        preserveModules: true,
        preserveModulesRoot: root,
        entryFileNames: '[name].js',
      },
    },
  },
});
