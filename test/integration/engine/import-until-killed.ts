/** Imports a large file into a workspace and kills itself, without warning, at the step named. */
import { call, runJob } from '#electron/engine/call.ts';
import { startEngine } from '#electron/engine/client.ts';

const [path = '', passphrase = '', step = ''] = process.argv.slice(2);
const engine = startEngine({ dataFolder: `${path}.data`, workspaceFolder: `${path}.data` });
await call(engine, 'workspace.open', { path, passphrase });
const rows = Array.from(
  { length: 20_000 },
  (_, index) => `L${String(index)},Team ${String(index % 6)},High,17/03/2027`,
);
const file = ['ViSOR Ref,Team,Risk Level,Next Visit Due', ...rows, ''].join('\n');
const sent = await engine.upload('caseload-2026-10-31.csv', new TextEncoder().encode(file));
if (!sent.ok) throw new Error(sent.error.message);
let seen = 0;
await runJob(engine, 'import.caseload', { uploadId: sent.data.uploadId }, (progress) => {
  // The second report of a step comes from the middle of it.
  if (progress.step === step && (step === 'Storing' || ++seen === 3)) process.kill(process.pid, 'SIGKILL');
});
