import { describe, expect, it } from 'vitest';
import { call } from '#electron/engine/call.ts';
import { openDriver } from '#electron/engine/workspace/key.ts';
import {
  caseload,
  engineWithWorkspace,
  importCaseload,
  importStaff,
  PASSPHRASE,
  refusal,
  staff,
  upload,
} from './support.ts';

const october = caseload(
  { reference: 'D100001' },
  { reference: 'D100002' },
  { reference: 'D100002', risk: 'High' },
  { reference: 'D100003', team: '' },
);
const november = caseload({ reference: 'D100001' }, { reference: 'D100004' });

async function withPseudonyms() {
  const engine = await engineWithWorkspace();
  expect(await call(engine, 'pseudonyms.get', {})).toEqual({ isOn: false, canChange: true });
  await call(engine, 'pseudonyms.set', { isOn: true });
  return engine;
}

/** Every value of every row that the workspace holds, as text. */
function everythingIn(path: string): string {
  const driver = openDriver(path, PASSPHRASE, { mustExist: true });
  try {
    const tables = driver
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all() as string[];
    return JSON.stringify(tables.map((table) => driver.prepare(`SELECT * FROM "${table}"`).all()));
  } finally {
    driver.close();
  }
}

describe('references replaced as files are read', () => {
  it('are nowhere in the workspace, its accounts or what is shown of the rows; staff numbers are', async () => {
    const engine = await withPseudonyms();
    const uploadId = await upload(engine, 'caseload-2026-10-31.csv', october);
    const shown = await call(engine, 'import.inspect', { uploadId, kind: 'caseload' });
    expect(JSON.stringify(shown.firstRows)).not.toContain('D1000');
    const account = await importCaseload(engine, october);
    expect(account).toMatchObject({ accepted: 2, duplicates: { conflicting: 1 }, rejected: [{ row: 5 }] });
    expect(account.conflicts[0]?.reference).toMatch(/^P-[0-9A-HJKMNP-TV-Z]{10}$/);
    expect(JSON.stringify(account)).not.toContain('D1000');
    await importStaff(engine, staff);
    await call(engine, 'workspace.close', {});
    const held = everythingIn(engine.path);
    expect(held).not.toContain('D1000');
    expect(held).toContain(account.conflicts[0]?.reference);
    expect(held).toContain('3001');
  });

  it('are the same month after month, so that months compare', async () => {
    const engine = await withPseudonyms();
    const { snapshotId: from } = await importCaseload(engine, october);
    const { snapshotId: to } = await importCaseload(engine, november, 'caseload-2026-11-30.csv');
    const { totals } = await call(engine, 'changes.get', { from, to });
    expect(totals).toMatchObject({ casesThen: 2, casesNow: 2, figures: { joined: 1, left: 1 } });
  });

  it('are other pseudonyms in another workspace', async () => {
    const [one, other] = await Promise.all(
      [await withPseudonyms(), await withPseudonyms()].map((engine) => importCaseload(engine, october)),
    );
    expect(one?.conflicts[0]?.reference).not.toBe(other?.conflicts[0]?.reference);
  });

  it('are chosen before the first snapshot, and not changed while any is held', async () => {
    const engine = await engineWithWorkspace();
    const { snapshotId } = await importCaseload(engine, november);
    expect(await call(engine, 'pseudonyms.get', {})).toEqual({ isOn: false, canChange: false });
    expect(await refusal(engine, 'pseudonyms.set', { isOn: true })).toMatchObject({ code: 'conflict' });
    await call(engine, 'snapshots.rollback', { snapshotId });
    expect(await call(engine, 'pseudonyms.set', { isOn: true })).toEqual({ isOn: true, canChange: true });
  });

  it('never tell their key', async () => {
    const engine = await withPseudonyms();
    const said = JSON.stringify([
      await call(engine, 'pseudonyms.get', {}),
      await call(engine, 'settings.get', {}),
      await importCaseload(engine, october),
    ]);
    await call(engine, 'workspace.close', {});
    const driver = openDriver(engine.path, PASSPHRASE, { mustExist: true });
    const key = driver.prepare("SELECT value FROM property WHERE key = 'pseudonym-key'").pluck().get();
    driver.close();
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(said).not.toContain(key);
  });
});
