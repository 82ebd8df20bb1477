/**
 * Imports a file into a workspace. It says each report of progress on a line of its own, and kills itself without
 * warning so many milliseconds after the report named; 0 lets the import run to its end.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { call, runJob } from '#electron/engine/call.ts';
import { startEngine } from '../../built.ts';

const [path = '', passphrase = '', file = '', report = '0', wait = '0'] = process.argv.slice(2);
const engine = startEngine({ dataFolder: `${path}.data`, workspaceFolder: `${path}.data` });
await call(engine, 'workspace.open', { path, passphrase });
const sent = await engine.upload(basename(file), new Uint8Array(readFileSync(file)));
if (!sent.ok) throw new Error(sent.error.message);
let seen = 0;
await runJob(engine, 'import.caseload', { uploadId: sent.data.uploadId }, ({ step }) => {
  seen++;
  process.stdout.write(`${step}\n`);
  if (seen === Number(report)) setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(wait));
});
process.stdout.write('done\n');
await engine.close();
