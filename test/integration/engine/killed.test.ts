import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import { randomFrom } from '#electron/engine/demo/random.ts';
import { classify } from '#electron/engine/errors.ts';
import { verifyWhole } from '#electron/engine/workspace/backup.ts';
import { listBackups } from '#electron/engine/workspace/backup-files.ts';
import { openFile } from '#electron/engine/workspace/open.ts';
import { latestVersion, migrations, versionOf } from '#electron/engine/workspace/migrate.ts';
import { doUntilKilled, momentsOf, NEXT_PASSPHRASE, type Work } from './killing.ts';
import { plainPages } from './plain-pages.ts';
import {
  caseload,
  engineWithWorkspace,
  importCaseload,
  importStaff,
  PASSPHRASE,
  staff,
  temporaryFolder,
} from './support.ts';

const SEED = 20_261_125;
/** `npm run faults` asks for more. */
const MOMENTS = Number(process.env.EVENKEEL_FAULTS ?? '8');
const CASES = 150;

const month = (prefix: string): string =>
  caseload(
    ...Array.from({ length: CASES }, (_, index) => ({
      reference: `${prefix}${String(index).padStart(5, '0')}`,
      nextVisit: `${String((index % 28) + 1).padStart(2, '0')}/03/2027`,
    })),
  );

/** The workspace as the application opens it, be the migration done that only this test knows or not. */
function openAnyVersion(path: string, passphrase: string): ReturnType<typeof openFile> {
  try {
    return openFile(path, passphrase);
  } catch (error) {
    if (classify(error)?.code !== 'workspace-newer') throw error;
    return openFile(path, passphrase, [...migrations, { number: latestVersion() + 1, sql: 'SELECT 1' }]);
  }
}

/** All that may not be lost, in one text; null when the passphrase does not open it. */
function contentBy(path: string, passphrase: string): string | null {
  let driver: ReturnType<typeof openFile>;
  try {
    driver = openAnyVersion(path, passphrase);
  } catch (error) {
    if (classify(error)?.code !== 'key-wrong') throw error;
    return null;
  }
  try {
    const rows = (sql: string): unknown[] => driver.prepare(sql).raw().all();
    return JSON.stringify({
      passphrase,
      integrity: driver.pragma('integrity_check', { simple: true }),
      version: versionOf(driver),
      snapshots: rows(
        `SELECT as_at, case_count, purged_at IS NULL, (SELECT count(*) FROM snapshot_case WHERE snapshot_id = id),
           (SELECT count(*) FROM case_duty WHERE snapshot_id = id) FROM snapshot ORDER BY as_at`,
      ),
      plans: rows('SELECT count(*), (SELECT count(*) FROM plan_move) FROM plan'),
    });
  } finally {
    driver.close();
  }
}

const contentOf = (path: string): string | null =>
  contentBy(path, PASSPHRASE) ?? contentBy(path, NEXT_PASSPHRASE);

/** What lies beside the workspace and is opened by the passphrase. */
function besideOpenedBy(path: string, passphrase: string): string[] {
  const start = `${basename(path)}.`;
  return readdirSync(dirname(path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith(start))
    .map(({ name }) => name)
    .filter((name) => contentBy(join(dirname(path), name), passphrase) !== null);
}

/** Entries of the log that tell of another passphrase. */
function changesLogged(path: string, passphrase: string): unknown {
  const driver = openFile(path, passphrase);
  try {
    const entries = driver.prepare(
      "SELECT count(*) FROM audit_entry WHERE operation = 'keys.changePassphrase'",
    );
    return entries.pluck().get();
  } finally {
    driver.close();
  }
}

let bytes: Buffer;
let backup: Buffer;

beforeAll(async () => {
  const engine = await engineWithWorkspace();
  await importCaseload(engine, month('OLD'), 'caseload-2026-09-30.csv');
  const { file } = await runJob(engine, 'backup.make', {});
  backup = readFileSync(file);
  await importCaseload(engine, month('NEW'), 'caseload-2026-10-31.csv');
  await importStaff(engine, staff);
  await call(engine, 'workspace.close', {});
  bytes = readFileSync(engine.path);
}, 120_000);

type Killed = { path: string; isOld: boolean; old: string | null };

/** Does the work once to its end, then kills it at every moment, each time on a fresh copy. */
async function killAtMoments(work: Work, check: (killed: Killed) => void): Promise<void> {
  const folder = temporaryFolder();
  const from = join(folder, 'backup.evenkeel');
  writeFileSync(from, backup);
  const copy = (name: string): string => {
    const path = join(folder, `${name}.evenkeel`);
    writeFileSync(path, bytes);
    return path;
  };
  const old = contentOf(copy('old'));
  const whole = copy('whole');
  const { milliseconds, isDone } = await doUntilKilled(work, whole, from, null);
  expect(isDone).toBe(true);
  const after = contentOf(whole);
  let killed = 0;
  const moments = momentsOf(randomFrom(SEED), MOMENTS, milliseconds);
  const dieAt = async (wait: number, index: number): Promise<void> => {
    const path = copy(`moment ${String(index)}`);
    const ended = await doUntilKilled(work, path, from, wait);
    if (ended.isKilled && !ended.isDone) killed++;
    const content = contentOf(path);
    expect([old, after], `${work}, ${String(wait)} ms after it began`).toContain(content);
    check({ path, isOld: content === old, old });
    expect(readFileSync(from).equals(backup)).toBe(true);
  };
  const lanes = [0, 1].map(async (lane) => {
    for (const [index, wait] of moments.entries()) if (index % 2 === lane) await dieAt(wait, index);
  });
  await Promise.all(lanes);
  expect(killed).toBeGreaterThan(0);
}

const TIME = 60_000 + MOMENTS * 30_000;

describe(`killed at ${String(MOMENTS)} moments from a seed, with a sound file and nothing lost`, () => {
  it(
    'accepting a plan stores all of it or nothing',
    async () => {
      await killAtMoments('accept', () => undefined);
    },
    TIME,
  );

  it(
    'a change of passphrase is done and in the log, or not begun: one passphrase opens it, and the other nothing that lies beside it',
    async () => {
      await killAtMoments('re-key', ({ path, isOld }) => {
        const other = isOld ? NEXT_PASSPHRASE : PASSPHRASE;
        expect(contentBy(path, other)).toBeNull();
        expect(changesLogged(path, isOld ? PASSPHRASE : NEXT_PASSPHRASE)).toBe(isOld ? 0 : 1);
        expect(besideOpenedBy(path, other)).toEqual([]);
      });
    },
    TIME,
  );

  it(
    'purging takes all of the cases or none, and what it took is in no byte of the file',
    async () => {
      await killAtMoments('purge', ({ path, isOld }) => {
        expect(plainPages(path, PASSPHRASE).includes('OLD0')).toBe(isOld);
      });
    },
    TIME,
  );

  it(
    'a backup leaves the workspace alone, and a backup that is listed is whole',
    async () => {
      await killAtMoments('backup', ({ path, isOld }) => {
        expect(isOld).toBe(true);
        for (const { file } of listBackups(path)) verifyWhole(file, PASSPHRASE);
      });
    },
    TIME,
  );

  it(
    'restoring leaves the old file or the new, and the old one is kept either way',
    async () => {
      await killAtMoments('restore', ({ path, isOld, old }) => {
        const kept = listBackups(path).filter(({ kind }) => kind === 'replaced');
        for (const { file } of kept) expect(contentOf(file)).toBe(old);
        if (!isOld) expect(kept.length).toBeGreaterThan(0);
      });
    },
    TIME,
  );

  it(
    'a migration is done or not begun, and its backup is whole',
    async () => {
      await killAtMoments('migration', ({ path, isOld }) => {
        const [before] = listBackups(path).filter(({ kind }) => kind === 'migration');
        if (!isOld) expect(before).toBeDefined();
        if (before) verifyWhole(before.file, PASSPHRASE);
      });
    },
    TIME,
  );
});
