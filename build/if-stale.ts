/** Builds the page and the backend where a source is newer: for what runs them as they are built. */
import { buildAllIfStale } from './parts/freshness.ts';

await buildAllIfStale();
