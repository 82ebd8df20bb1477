import { spawn } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { call } from '#electron/engine/call.ts';
import { randomFrom } from '#electron/engine/demo/random.ts';
import { openFile } from '#electron/engine/workspace/open.ts';
import { caseload, engineWithWorkspace, importCaseload, PASSPHRASE, temporaryFolder } from './support.ts';

const SEED = 20_261_031;
/** `npm run faults` asks for more. */
const MOMENTS = Number(process.env.EVENKEEL_FAULTS ?? '20');
const CASES = 8000;
/** Reports of progress come a few milliseconds apart; a moment lies somewhere after one of them. */
const LONGEST_WAIT = 12;

const large = caseload(
  ...Array.from({ length: CASES }, (_, index) => ({
    reference: `L${String(index).padStart(6, '0')}`,
    team: `Team ${String(index % 6)}`,
  })),
);

/** So many milliseconds after a report of progress, counted from 1. */
type Moment = { name: string; report: number; wait: number };

type Ended = { reports: string[]; signal: string | null };

/** Imports the file in a process of its own that kills itself at the moment named. */
async function importUntil(path: string, file: string, report: number, wait: number): Promise<Ended> {
  const program = fileURLToPath(new URL('./import-until-killed.ts', import.meta.url));
  const parts = [program, path, PASSPHRASE, file, String(report), String(wait)];
  const child = spawn(process.execPath, parts, { stdio: ['ignore', 'pipe', 'inherit'] });
  const reports: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => reports.push(line));
  const signal = await new Promise<string | null>((resolve) =>
    child.once('close', (_, by: string | null) => {
      resolve(by);
    }),
  );
  return { reports, signal };
}

/** What the file holds once it has been opened as the application opens it. */
function contentOf(path: string): { integrity: unknown; asAt: unknown[]; cases: number; duties: number } {
  const driver = openFile(path, PASSPHRASE);
  try {
    const count = (table: string): number =>
      driver.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    return {
      integrity: driver.pragma('integrity_check', { simple: true }),
      asAt: driver.prepare('SELECT as_at FROM snapshot ORDER BY as_at').pluck().all(),
      cases: count('snapshot_case'),
      duties: count('case_duty'),
    };
  } finally {
    driver.close();
  }
}

it(
  `killed at ${String(MOMENTS)} moments from a seed, an import leaves a sound file, the old snapshot, and no part of the new`,
  async ({ annotate }) => {
    const engine = await engineWithWorkspace();
    await importCaseload(engine, caseload({}), 'caseload-2026-09-30.csv');
    await call(engine, 'workspace.close', {});
    const folder = temporaryFolder();
    const file = join(folder, 'caseload-2026-10-31.csv');
    writeFileSync(file, large);
    const copied = (name: string): string => {
      const path = join(folder, `${name}.evenkeel`);
      copyFileSync(engine.path, path);
      return path;
    };
    const old = contentOf(copied('old'));
    const whole = copied('whole');
    const { reports } = await importUntil(whole, file, 0, 0);

    const fell = { reading: 0, storing: 0, after: 0 };
    const all = contentOf(whole);
    expect(all).toMatchObject({ asAt: ['2026-09-30', '2026-10-31'], cases: CASES + 1 });
    const dieAt = async ({ name, report, wait }: Moment): Promise<void> => {
      const path = copied(name);
      const ended = await importUntil(path, file, report, wait);
      const found = contentOf(path);
      // A kill may come when the last byte is on the disk and nobody has been told yet: then all of it is there.
      const isWhole = found.asAt.length === 2;
      expect(found, `${name}, ${String(wait)} ms after report ${String(report)}`).toEqual(
        isWhole ? all : old,
      );
      if (ended.signal !== 'SIGKILL' || isWhole) fell.after++;
      else if (ended.reports.includes('Storing')) fell.storing++;
      else fell.reading++;
    };
    const random = randomFrom(SEED);
    const moments = Array.from({ length: MOMENTS }, (_, index): Moment => ({
      name: `moment ${String(index + 1)}`,
      report: random.int(1, reports.length - 1),
      wait: random.int(0, LONGEST_WAIT),
    }));
    const lanes = [moments.slice(0, MOMENTS / 2), moments.slice(MOMENTS / 2)];
    await Promise.all(
      lanes.map(async (lane) => {
        for (const moment of lane) await dieAt(moment);
      }),
    );
    await annotate(JSON.stringify(fell));
    expect(fell.reading + fell.storing).toBeGreaterThanOrEqual(0.75 * MOMENTS);
    expect(fell.storing).toBeGreaterThan(0);
  },
  20_000 * MOMENTS,
);
