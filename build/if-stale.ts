/** Builds the page and the backend where a source is newer: for what runs them as they are built. */
import { backend, buildIfStale, page } from './parts/freshness.ts';

await buildIfStale(page);
await buildIfStale(backend);
