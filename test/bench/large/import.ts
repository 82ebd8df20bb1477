/** Imports one file into a new workspace and says how long it took and how much memory the process has had. */
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { call, runJob } from '#electron/engine/call.ts';
import { startEngine } from '#electron/engine/client.ts';
import { PASSPHRASE } from './passphrase.ts';

export type Imported = {
  milliseconds: number;
  /** Bytes of memory before the file was read, and at the highest. */
  before: number;
  highest: number;
};

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
