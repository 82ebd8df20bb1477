/**
 * 100,000 rows × 28 columns: an import beside what it cannot do without, each in a process of its own that does
 * nothing else. The yardstick is reading and parsing the file, and SQLite's own insert of the very rows that the
 * import stores, into the same tables, encrypted the same way, in one transaction.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caseloadCsv } from '../fixtures/extracts.ts';
import { inventForce } from '#electron/engine/demo/force.ts';
import { backend, buildIfStale } from '../../build/parts/freshness.ts';
import type { Imported } from './large/import.ts';
import type { Yardstick } from './large/yardstick.ts';
import { timedElsewhere, type Figure } from './measure.ts';

const ROWS = 100_000;
/** A single run says little on a machine that others use; the fastest of a few is the work itself. */
const ROUNDS = 3;

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

/** What a program of `large/` says in its last line. */
function run(program: string, ...parts: string[]): unknown {
  const file = fileURLToPath(new URL(`./large/${program}.ts`, import.meta.url));
  const said = execFileSync(process.execPath, [file, ...parts], { encoding: 'utf8' });
  return JSON.parse(said.trim().split('\n').at(-1) ?? '');
}

const fastest = (runs: readonly number[]): number => Math.min(...runs);
const MB = 1024 * 1024;
const inMb = (bytes: number): string => `${String(Math.round(bytes / MB))} MB`;

export async function benchLarge(): Promise<Figure[]> {
  await buildIfStale(backend);
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-large-'));
  const file = join(folder, 'caseload-2026-10-31.csv');
  writeFileSync(file, largeExtract());
  try {
    const imported: Imported[] = [];
    const least: Yardstick[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const workspace = join(folder, `${String(round)}.evenkeel`);
      imported.push(run('import', file, workspace) as Imported);
      least.push(run('yardstick', file, workspace) as Yardstick);
    }
    const importing = imported.map(({ milliseconds }) => milliseconds);
    const reading = least.map((one) => one.reading);
    const storing = least.map((one) => one.storing);
    const ratio = fastest(importing) / (fastest(reading) + fastest(storing));
    const peak = Math.max(...imported.map(({ highest }) => highest));
    const grown = Math.max(...imported.map(({ highest, before }) => highest - before));
    console.log(
      `100,000 rows: import ÷ (reading and parsing + SQLite's own insert of the same rows) = ${ratio.toFixed(2)} (target 3); ` +
        `highest memory of the process ${inMb(peak)} (target 400), of which ${inMb(grown)} for the import.`,
    );
    return [
      timedElsewhere('100,000 rows read and parsed, alone', reading, null),
      timedElsewhere('their cases and duties put into SQLite, alone', storing, null),
      timedElsewhere('100,000 rows imported, checked, encrypted', importing, null),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
