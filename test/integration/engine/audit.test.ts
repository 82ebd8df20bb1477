import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { openDriver, type Driver } from '#electron/engine/workspace/key.ts';
import type { BackendEvent } from '#shared/contract/events.ts';
import { headText } from '#shared/domain/audit.ts';
import {
  loadedEngine,
  newEngine,
  PASSPHRASE,
  refusal,
  sharedEngine,
  importCaseload,
  caseload,
} from './support.ts';

const told = async (engine: Engine): Promise<string[]> => {
  const { entries } = await call(engine, 'audit.list', {});
  return entries.map(({ action, operation }) => `${action} ${operation}`).reverse();
};

/** The second and the third change places; the rest is put back as it was. */
const SWAP = `CREATE TEMP TABLE kept AS SELECT * FROM audit_entry WHERE number > 1;
DELETE FROM audit_entry WHERE number > 1;
INSERT INTO audit_entry
SELECT CASE number WHEN 2 THEN 3 WHEN 3 THEN 2 ELSE number END AS place,
  at, user, action, operation, facts, reason, hash FROM kept ORDER BY place`;

describe('the log', () => {
  it('holds who did what, when and why, in the order it was done', async () => {
    const engine = await loadedEngine();
    const [snapshot] = await call(engine, 'snapshots.list', {});
    await call(engine, 'demand.get', {});
    await call(engine, 'demand.cases', { month: '2027-03', team: 'Harbour' });
    await call(engine, 'demand.cases', { month: '2027-03', team: 'Harbour' });
    await call(engine, 'demand.cases', { month: '2027-04', team: 'Harbour' });
    const plan = await runJob(engine, 'levelling.level', { team: 'Harbour' });
    const { id } = await call(engine, 'plans.accept', { proposalId: plan.proposalId });
    await call(engine, 'plans.workListFile', { planId: id, format: 'csv', savedTo: '/mnt/share/list.csv' });
    await call(engine, 'plans.undo', { planId: id, reason: 'Sickness' });
    await call(engine, 'snapshots.rollback', {
      snapshotId: snapshot?.id ?? 0,
      alsoPlans: true,
      reason: 'Loaded by mistake',
    });
    expect(await told(engine)).toEqual([
      'open workspace.create',
      'import import.caseload',
      'import import.staff',
      'view demand.cases',
      'view demand.cases',
      'view levelling.level',
      'edit plans.accept',
      'export plans.workListFile',
      'edit plans.undo',
      'delete snapshots.rollback',
    ]);
    const { entries, users, total } = await call(engine, 'audit.list', {});
    expect(users).toEqual([userInfo().username]);
    expect(total).toBe(10);
    const of = (operation: string) => entries.find((entry) => entry.operation === operation);
    expect(of('import.caseload')?.facts).toMatchObject({ fileName: 'caseload-2026-10-31.csv', accepted: 60 });
    expect(of('plans.workListFile')?.facts).toMatchObject({ planId: id, savedTo: '/mnt/share/list.csv' });
    expect(of('plans.undo')?.reason).toBe('Sickness');
    expect(of('snapshots.rollback')).toMatchObject({
      reason: 'Loaded by mistake',
      facts: { snapshotId: snapshot?.id, asAt: '2026-10-31', cases: 60, plans: 1 },
    });
    expect(JSON.stringify(entries)).not.toMatch(/D1000\d\d/);
    expect(await call(engine, 'audit.verify', {})).toMatchObject({
      isWhole: true,
      entries: 10,
      findings: [],
    });
  });

  it('holds neither what was refused nor an import that was', async () => {
    const engine = await loadedEngine();
    const before = await told(engine);
    await refusal(engine, 'plans.undo', { planId: 99 });
    await refusal(engine, 'demand.cases', { month: '2027-03', team: 'Nowhere' });
    await refusal(engine, 'import.caseload', { uploadId: 'gone' });
    expect(await told(engine)).toEqual(before);
  });

  it('notes opening with its reason and the wrong tries before, and closing', async () => {
    const engine = await loadedEngine();
    await call(engine, 'workspace.close', {});
    await refusal(engine, 'workspace.open', { path: engine.path, passphrase: 'a wrong one' });
    await call(engine, 'workspace.open', {
      path: engine.path,
      passphrase: PASSPHRASE,
      reason: 'Monthly return',
    });
    const { entries } = await call(engine, 'audit.list', { limit: 2 });
    expect(entries).toMatchObject([
      { action: 'open', reason: 'Monthly return', facts: { fileName: 'force.evenkeel', wrongTries: 1 } },
      { action: 'close', operation: 'workspace.close', facts: {} },
    ]);
  });

  it('tells nobody of a view: what a page holds stays as good as it was', async () => {
    const engine = await loadedEngine();
    const events: BackendEvent[] = [];
    engine.subscribe((event) => events.push(event));
    await call(engine, 'backlog.cases', {});
    expect(events).toEqual([]);
    expect(await told(engine)).toContain('view backlog.cases');
  });

  it('goes out as CSV with its marking and head, which is itself logged', async () => {
    const engine = await loadedEngine();
    const { head } = await call(engine, 'audit.list', {});
    const file = await call(engine, 'audit.file', { action: 'import' });
    expect(file.entries).toBe(2);
    const text = Buffer.from(file.base64, 'base64').toString();
    expect(text).toContain('OFFICIAL-SENSITIVE');
    expect(text).toContain(headText(head));
    await call(engine, 'audit.noteFile', { fileName: 'account.csv' });
    expect((await told(engine)).slice(-2)).toEqual(['export audit.file', 'export audit.noteFile']);
  });

  it('can be asked by action, user and day', async () => {
    const engine = await loadedEngine();
    const today = new Date().toISOString().slice(0, 10);
    const count = async (filter: object) => (await call(engine, 'audit.list', filter)).total;
    expect(await count({ action: 'import', from: today, to: today })).toBe(2);
    expect(await count({ user: 'nobody' })).toBe(0);
    expect(await count({ to: '2020-01-01' })).toBe(0);
  });
});

describe('entries of the log', () => {
  const shared = sharedEngine();

  /** Works on the closed file with its passphrase, as somebody with other tools could, then looks at the log. */
  async function tamper(work: (driver: Driver) => void) {
    const engine = newEngine();
    const path = `${engine.folder}/force.evenkeel`;
    await call(engine, 'workspace.create', { path, passphrase: PASSPHRASE });
    await importCaseload(engine, caseload({}));
    await call(engine, 'demand.cases', { month: '2027-03' });
    await call(engine, 'workspace.close', {});
    const driver = openDriver(path, PASSPHRASE, { mustExist: true });
    work(driver);
    driver.close();
    await call(engine, 'workspace.open', { path, passphrase: PASSPHRASE });
    return call(engine, 'audit.verify', {});
  }
  const withoutTriggers = (sql: string) => (driver: Driver) => {
    driver.exec('DROP TRIGGER audit_entry_is_never_changed; DROP TRIGGER audit_entry_is_never_deleted');
    driver.exec(sql);
  };

  it.each([
    "UPDATE audit_entry SET user = 'somebody else'",
    'DELETE FROM audit_entry',
    "INSERT INTO audit_entry VALUES (1, '', '', 'view', '', '{}', NULL, hex(randomblob(32)))",
    "REPLACE INTO audit_entry VALUES (1, '', '', 'view', '', '{}', NULL, hex(randomblob(32)))",
  ])('refuse %s', async (sql) => {
    const engine = shared();
    await call(engine, 'workspace.close', {});
    const driver = openDriver(engine.path, PASSPHRASE, { mustExist: true });
    expect(() => driver.exec(sql)).toThrow('log is');
    driver.close();
    await call(engine, 'workspace.open', { path: engine.path, passphrase: PASSPHRASE });
  });

  it.each([
    [
      'one was edited',
      "UPDATE audit_entry SET user = 'x' WHERE number = 2",
      /Entry 2 is not what was written/,
    ],
    ['one was taken out', 'DELETE FROM audit_entry WHERE number = 2', /Entry 2 is missing/],
    ['two were swapped', SWAP, /Entry 2 is not.*Entry 3 is not/],
    ['the end was cut off', 'DELETE FROM audit_entry WHERE number > 2', /Entries 3 to 4 are missing/],
    [
      'the end was cut off and the head set back',
      "DELETE FROM audit_entry WHERE number > 2; UPDATE property SET value = '2:' || substr(value, 3) WHERE key = 'audit-head'",
      /Entry 3 is not what was written/,
    ],
    ['all were deleted', 'DELETE FROM audit_entry', /Entries 1 to 4 are missing/],
    ['the head is gone', "DELETE FROM property WHERE key = 'audit-head'", /not what was written/],
  ])('show that %s', async (_, sql, words) => {
    const verdict = await tamper(withoutTriggers(sql));
    expect(verdict.isWhole).toBe(false);
    expect(verdict.findings.map(({ what }) => what).join(' ')).toMatch(words);
  });

  it('written by an older copy of the file are shown by a head noted elsewhere', async () => {
    const engine = shared();
    const { head } = await call(engine, 'audit.list', {});
    const later = { number: head.number + 5, hash: 'a'.repeat(64) };
    expect(await call(engine, 'audit.verify', { expected: head })).toMatchObject({ isWhole: true });
    const verdict = await call(engine, 'audit.verify', { expected: later });
    expect(verdict.findings).toMatchObject([{ kind: 'expected', number: later.number }]);
  });
});
