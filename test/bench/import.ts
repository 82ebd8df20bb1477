import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, runJob } from '#electron/engine/call.ts';
import { startEngine } from '../built.ts';
import { caseloadCsv } from '../fixtures/extracts.ts';
import { benchForce } from './force.ts';
import { measure, type Figure } from './measure.ts';

/** An extract of 2,200 rows read, checked and stored in a fresh encrypted workspace, each time another one. */
export async function benchImport(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bench-'));
  const engine = startEngine({ dataFolder: folder, workspaceFolder: folder });
  let round = 0;
  const importing = (name: string, bytes: Uint8Array): Promise<Figure> =>
    measure(
      `${name} imported`,
      1000,
      async () => {
        const upload = await engine.upload('caseload-2026-10-31.csv', bytes);
        if (!upload.ok) throw new Error(upload.error.message);
        await runJob(engine, 'import.caseload', { uploadId: upload.data.uploadId });
        // The next round starts from an empty workspace; making one is not part of the import's time.
        await next();
      },
      5,
    );
  const next = async (): Promise<void> => {
    round++;
    const path = join(folder, `${String(round)}.evenkeel`);
    await call(engine, 'workspace.create', { path, passphrase: 'a passphrase for benches' });
  };
  try {
    await next();
    const creating = await measure('workspace made and opened', null, next, 5);
    const own = Buffer.from(caseloadCsv(benchForce().cases).text);
    const figures = [creating, await importing('extract of 2,200 invented rows (and a workspace made)', own)];
    const shared = new URL('../../../shared/data/extracts/caseload-2026-10-31.csv', import.meta.url);
    if (existsSync(shared)) {
      figures.push(
        await importing('shared extract of 2,244 rows (and a workspace made)', readFileSync(shared)),
      );
    }
    return figures;
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
