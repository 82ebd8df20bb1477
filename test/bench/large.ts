/** 100,000 rows × 28 columns: an import beside what reading and storing them cost at the least. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { call, runJob } from '#electron/engine/call.ts';
import { startEngine } from '#electron/engine/client.ts';
import { caseloadCsv } from '#electron/engine/demo/csv.ts';
import { inventForce } from '#electron/engine/demo/force.ts';
import type { Figure } from './measure.ts';

const ROWS = 100_000;

/** Invented cases over and over, each under a reference of its own. */
function largeExtract(): string {
  const [snapshot] = inventForce({ seed: 1, snapshots: 1 }).snapshots;
  const cases = snapshot?.cases ?? [];
  const many = Array.from({ length: ROWS }, (_, index) => ({
    ...cases[index % cases.length],
    reference: `L${String(index).padStart(6, '0')}`,
  }));
  return caseloadCsv(many as typeof cases).text;
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const MB = 1024 * 1024;

export async function benchLarge(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-large-'));
  const file = join(folder, 'caseload-2026-10-31.csv');
  writeFileSync(file, largeExtract());
  try {
    let records: string[][] = [];
    const reading = await timed(() => {
      records = parse(readFileSync(file));
    });
    const storing = await timed(() => {
      const db = new Database(join(folder, 'plain.sqlite'));
      const columns = records[0] ?? [];
      db.exec(`CREATE TABLE extract (${columns.map((_, index) => `c${String(index)} TEXT`).join(', ')})`);
      const insert = db.prepare(`INSERT INTO extract VALUES (${columns.map(() => '?').join(', ')})`);
      db.transaction(() => {
        for (const record of records) insert.run(record);
      })();
      db.close();
    });
    records = [];
    const engine = startEngine({ dataFolder: folder, workspaceFolder: folder });
    await call(engine, 'workspace.create', {
      path: join(folder, 'w.evenkeel'),
      passphrase: 'a long one here',
    });
    const bytes = new Uint8Array(readFileSync(file));
    const before = process.memoryUsage().rss;
    let highest = before;
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage().rss);
    }, 50);
    const importing = await timed(async () => {
      const sent = await engine.upload('caseload-2026-10-31.csv', bytes);
      if (!sent.ok) throw new Error(sent.error.message);
      await runJob(engine, 'import.caseload', { uploadId: sent.data.uploadId });
    });
    clearInterval(watch);
    await engine.close();
    const least = reading + storing;
    console.log(
      `100,000 rows: import ÷ (reading and parsing + plain bulk insert) = ${(importing / least).toFixed(2)} (target 3); ` +
        `memory grew by ${String(Math.round((highest - before) / MB))} MB (target 400).`,
    );
    return [
      { name: '100,000 rows read and parsed, alone', runs: [reading], ratio: null, target: null },
      { name: '100,000 rows put into plain SQLite, alone', runs: [storing], ratio: null, target: null },
      { name: '100,000 rows imported, checked, encrypted', runs: [importing], ratio: null, target: null },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
