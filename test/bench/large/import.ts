/**
 * Imports one file into a new workspace and says how long it took and how much memory the process has had: with the
 * engine as it is built, since reading TypeScript takes memory that no user's engine needs.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type * as caller from '#electron/engine/call.ts';
import { importBuilt } from '../../../build/parts/paths.ts';
import { startEngine } from '../../built.ts';
import { PASSPHRASE } from './passphrase.ts';

export type Imported = {
  milliseconds: number;
  /** Bytes of memory before the file was read, and at the highest. */
  before: number;
  highest: number;
};

const { call, runJob } = (await importBuilt('call')) as typeof caller;

const [file = '', workspace = ''] = process.argv.slice(2);
const folder = dirname(workspace);
const engine = startEngine({ dataFolder: folder, workspaceFolder: folder });
await call(engine, 'workspace.create', { path: workspace, passphrase: PASSPHRASE });
const before = process.memoryUsage().rss;
const start = performance.now();
const sent = await engine.upload(basename(file), readFileSync(file));
if (!sent.ok) throw new Error(sent.error.message);
await runJob(engine, 'import.caseload', { uploadId: sent.data.uploadId });
const milliseconds = performance.now() - start;
const highest = process.resourceUsage().maxRSS * 1024;
await engine.close();
const imported: Imported = { milliseconds, before, highest };
console.log(JSON.stringify(imported));
