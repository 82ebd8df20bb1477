/** `npm run -s evenkeel -- …`: the command line as it is built, built first where it is stale. */
import { backend, buildIfStale } from './parts/freshness.ts';
import { importBuilt } from './parts/paths.ts';

await buildIfStale(backend);
await importBuilt('cli');
