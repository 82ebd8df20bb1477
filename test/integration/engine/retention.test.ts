import { copyFileSync, existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { call, runJob } from '#electron/engine/call.ts';
import type { Engine } from '#electron/engine/client.ts';
import { isoDate } from '#shared/domain/dates.ts';
import { plainPages } from './plain-pages.ts';
import {
  caseload,
  engineWithWorkspace,
  importCaseload,
  loadedEngine,
  newEngine,
  PASSPHRASE,
  peakedCaseload,
  refusal,
} from './support.ts';

/** Three months: a case leaves after the first, one stays, and one joins in the last. */
async function threeMonths(): Promise<Engine & { folder: string; path: string; ids: number[] }> {
  const engine = await engineWithWorkspace();
  const stays = { reference: 'STAYS0001' };
  const months: ReadonlyArray<readonly [string, string]> = [
    ['2026-08-31', caseload(stays, { reference: 'GONEBEFORE7', risk: 'High' })],
    ['2026-09-30', caseload(stays)],
    ['2026-10-31', caseload(stays, { reference: 'JOINED0009' })],
  ];
  const ids: number[] = [];
  for (const [day, content] of months) {
    ids.push((await importCaseload(engine, content, `caseload-${day}.csv`)).snapshotId);
  }
  return { ...engine, ids };
}

describe('purging', () => {
  it('leaves counts by team and risk, says what went, and every page that needs the cases says so', async () => {
    const engine = await threeMonths();
    const [oldest = 0, , newest = 0] = engine.ids;
    const { purged, stillIn } = await runJob(engine, 'retention.purge', { snapshotIds: [oldest] });
    expect(purged).toEqual([{ snapshotId: oldest, asAt: '2026-08-31', cases: 2, plans: 0 }]);
    expect(stillIn).toEqual([]);

    const { snapshots } = await call(engine, 'retention.get', {});
    expect(snapshots.at(-1)).toMatchObject({
      id: oldest,
      cases: 2,
      counts: [
        { team: 'Harbour', risk: 'high', cases: 1 },
        { team: 'Harbour', risk: 'medium', cases: 1 },
      ],
    });
    expect(snapshots.at(-1)?.purgedAt).not.toBeNull();
    for (const [name, input] of [
      ['changes.get', { from: oldest, to: newest }],
      ['backlog.get', { snapshotId: oldest }],
      ['demand.get', { snapshotId: oldest }],
    ] as const) {
      const error = await refusal(engine, name, input);
      expect(error).toMatchObject({ code: 'conflict' });
      expect(error.message).toContain('purged, counts only');
    }
    const trend = await call(engine, 'backlog.trend', { duty: 'visit' });
    expect(trend.points.map(({ asAt }) => asAt)).toEqual(['2026-09-30', '2026-10-31']);
    expect(trend.purged).toEqual(['2026-08-31']);
    expect(await call(engine, 'teams.list', { snapshotId: oldest })).toMatchObject([
      { team: 'Harbour', cases: 2 },
    ]);
    expect(await refusal(engine, 'retention.purge', { snapshotIds: [oldest] })).toMatchObject({
      code: 'conflict',
    });
  });

  it('leaves nothing of a reference in the file, its log or a backup made after, even for whoever holds the key', async () => {
    const engine = await threeMonths();
    const { file: before } = await runJob(engine, 'backup.make', {});
    expect(plainPages(engine.path, PASSPHRASE).includes('GONEBEFORE7')).toBe(true);
    expect(plainPages(before, PASSPHRASE).includes('GONEBEFORE7')).toBe(true);

    const { stillIn } = await runJob(engine, 'retention.purge', { before: isoDate('2026-09-01') });
    expect(stillIn).toEqual([before]);
    const { file: after } = await runJob(engine, 'backup.make', {});
    for (const path of [engine.path, after]) {
      const plain = plainPages(path, PASSPHRASE);
      expect(plain.includes('GONEBEFORE7'), path).toBe(false);
      expect(plain.includes('STAYS0001'), path).toBe(true);
    }

    const { backups } = await call(engine, 'backup.list', {});
    expect(backups).toMatchObject([
      { file: after, stillHolds: [] },
      { file: before, holds: ['2026-10-31', '2026-09-30', '2026-08-31'], stillHolds: ['2026-08-31'] },
    ]);
    await call(engine, 'backup.remove', { file: before });
    expect(existsSync(before)).toBe(false);
    expect((await refusal(engine, 'backup.remove', { file: engine.path })).code).toBe('not-found');
  });

  it('leaves a plan its figures and takes its moves', async () => {
    const engine = await loadedEngine();
    const { proposalId, plan } = await runJob(engine, 'levelling.level', { team: 'Harbour' });
    const accepted = await call(engine, 'plans.accept', { proposalId, note: 'See D100001 first' });
    const later = peakedCaseload().replace('D100000', 'D200000');
    await importCaseload(engine, later, 'caseload-2026-11-30.csv');
    await runJob(engine, 'retention.purge', { snapshotIds: [accepted.snapshotId] });

    expect(await call(engine, 'plans.list', {})).toMatchObject([
      { id: accepted.id, moves: plan.moves.length, peakAfter: plan.peakAfter, isPurged: true, note: '' },
    ]);
    for (const name of ['plans.get', 'plans.followUp', 'plans.workList']) {
      const error = await refusal(engine, name, { planId: accepted.id });
      expect(error.message).toContain('purged, counts only');
    }
    expect(await call(engine, 'plans.adherence', {})).toEqual([]);
    // The one case that later months do not hold.
    expect(plainPages(engine.path, PASSPHRASE).includes('D100000')).toBe(false);
  });

  it('of a snapshot between keeps a later follow-up from reading it as everybody having left', async () => {
    const engine = await loadedEngine();
    const { proposalId, plan } = await runJob(engine, 'levelling.level', { team: 'Harbour' });
    const { id: planId } = await call(engine, 'plans.accept', { proposalId });
    const between = await importCaseload(engine, `${peakedCaseload()}\r\n`, 'caseload-2026-11-30.csv');
    await importCaseload(engine, `${peakedCaseload()}\r\n\r\n`, 'caseload-2026-12-31.csv');
    const before = await call(engine, 'plans.followUp', { planId });
    await runJob(engine, 'retention.purge', { snapshotIds: [between.snapshotId] });
    const after = await call(engine, 'plans.followUp', { planId });
    expect(after.counts).toEqual(before.counts);
    expect(after.moves).toHaveLength(plan.moves.length);
  });

  it('is not undone by importing the file again, unless the snapshot is rolled back first', async () => {
    const engine = await threeMonths();
    const [, middle = 0] = engine.ids;
    await runJob(engine, 'retention.purge', { snapshotIds: [middle] });
    const again = (): Promise<unknown> =>
      importCaseload(engine, caseload({ reference: 'STAYS0001' }), 'caseload-2026-09-30.csv');
    await expect(again()).rejects.toThrow('purged');
    await call(engine, 'snapshots.rollback', { snapshotId: middle });
    expect(await again()).toMatchObject({ asAt: '2026-09-30', accepted: 1 });
  });

  it('of nothing changes nothing, and of both choices at once is refused', async () => {
    const engine = await threeMonths();
    expect(await runJob(engine, 'retention.purge', { before: isoDate('2026-01-01') })).toEqual({
      purged: [],
      stillIn: [],
    });
    expect(await refusal(engine, 'retention.purge', {})).toMatchObject({ code: 'invalid-input' });
    expect(await refusal(engine, 'retention.purge', { snapshotIds: [99] })).toMatchObject({
      code: 'not-found',
    });
  });
});

describe('how long data are kept', () => {
  it('is set by snapshot and for review, and told when a day has passed', async () => {
    const engine = await threeMonths();
    const [oldest = 0, middle = 0] = engine.ids;
    const set = await call(engine, 'retention.set', {
      reviewBy: isoDate('2020-01-31'),
      expiries: [
        { snapshotId: oldest, keepUntil: isoDate('2020-01-31') },
        { snapshotId: middle, keepUntil: isoDate('2099-01-31') },
      ],
    });
    expect(set).toMatchObject({ reviewBy: '2020-01-31', isReviewDue: true });
    expect(set.snapshots.map(({ isExpired }) => isExpired)).toEqual([false, false, true]);
    const cleared = await call(engine, 'retention.set', {
      reviewBy: null,
      expiries: [{ snapshotId: oldest, keepUntil: null }],
    });
    expect(cleared).toMatchObject({ reviewBy: null, isReviewDue: false });
    expect(cleared.snapshots.some(({ isExpired }) => isExpired)).toBe(false);
    const unknown = { expiries: [{ snapshotId: 99, keepUntil: null }], reviewBy: isoDate('2030-01-01') };
    expect(await refusal(engine, 'retention.set', unknown)).toMatchObject({ code: 'not-found' });
    expect(await call(engine, 'retention.get', {})).toMatchObject({ reviewBy: null });
  });
});

describe('a backup', () => {
  it('is made by itself once a day of use, when data changed since the last', async () => {
    const engine = await threeMonths();
    const open = { path: engine.path, passphrase: PASSPHRASE };
    const kinds = async (): Promise<string[]> =>
      (await call(engine, 'backup.list', {})).backups.map(({ kind }) => kind);
    expect(await kinds()).toEqual([]);
    for (let times = 0; times < 2; times++) {
      await call(engine, 'workspace.close', {});
      await call(engine, 'workspace.open', open);
    }
    expect(await kinds()).toEqual(['daily']);
  });

  it('may be saved elsewhere with another passphrase, which alone opens it; nothing is ever replaced', async () => {
    const engine = await threeMonths();
    const to = `${engine.folder}/copy.evenkeel`;
    const newPassphrase = 'for the inspector';
    const made = await runJob(engine, 'backup.make', { to, newPassphrase });
    expect(made).toEqual({ file: to, bytes: statSync(to).size, verified: true });
    expect(statSync(to).mode & 0o777).toBe(0o600);
    expect(await refusal(engine, 'backup.make', { to })).toMatchObject({ code: 'conflict' });
    const other = newEngine();
    const wrong = { path: to, passphrase: PASSPHRASE };
    expect(await refusal(other, 'workspace.open', wrong)).toMatchObject({ code: 'key-wrong' });
    await call(other, 'workspace.open', { path: to, passphrase: newPassphrase });
    expect(await call(other, 'snapshots.list', {})).toHaveLength(3);
  });

  it('of another passphrase is listed as not known, and may still hold what was purged', async () => {
    const engine = await threeMonths();
    const { file } = await runJob(engine, 'backup.make', { newPassphrase: 'another passphrase' });
    const { backups } = await call(engine, 'backup.list', {});
    expect(backups).toMatchObject([{ file, holds: [], stillHolds: [] }]);
    expect(backups[0]?.problem).toContain('another passphrase');
    const { stillIn } = await runJob(engine, 'retention.purge', { before: isoDate('2026-09-01') });
    expect(stillIn).toEqual([file]);
  });
});

describe('restoring', () => {
  it('brings back what the backup holds and keeps the file replaced, which can be restored in turn', async () => {
    const engine = await threeMonths();
    const { file } = await runJob(engine, 'backup.make', {});
    await importCaseload(engine, caseload({}), 'caseload-2026-11-30.csv');
    const input = { path: engine.path, passphrase: PASSPHRASE };
    const back = await call(engine, 'backup.restore', { ...input, from: file });
    expect(back).toMatchObject({ snapshots: 3, status: { isOpen: true, path: engine.path } });
    expect(await call(engine, 'snapshots.list', {})).toHaveLength(3);
    const again = await call(engine, 'backup.restore', { ...input, from: back.replaced ?? '' });
    expect(again.snapshots).toBe(4);
  });

  it('from a wrong file, a wrong passphrase or the workspace itself changes nothing and leaves it open', async () => {
    const engine = await threeMonths();
    const { file } = await runJob(engine, 'backup.make', {});
    const input = { path: engine.path, from: file, passphrase: PASSPHRASE };
    for (const [change, code] of [
      [{ passphrase: 'not the passphrase' }, 'key-wrong'],
      [{ from: `${file}.missing` }, 'not-found'],
      [{ from: engine.folder }, 'not-a-workspace'],
      [{ from: engine.path }, 'invalid-input'],
    ] as const) {
      const error = await refusal(engine, 'backup.restore', { ...input, ...change });
      expect(error.code).toBe(code);
      expect(error.message).not.toContain('.restoring');
    }
    expect(await call(engine, 'snapshots.list', {})).toHaveLength(3);
    expect(existsSync(`${engine.path}.restoring`)).toBe(false);
  });

  it('works where the workspace is damaged or gone', async () => {
    const engine = await threeMonths();
    const { file } = await runJob(engine, 'backup.make', {});
    await call(engine, 'workspace.close', {});
    const other = `${engine.folder}/other.evenkeel`;
    expect(
      await call(engine, 'backup.restore', { path: other, from: file, passphrase: PASSPHRASE }),
    ).toMatchObject({ replaced: null, snapshots: 3 });
    copyFileSync(fileURLToPath(import.meta.url), engine.path);
    const back = await call(engine, 'backup.restore', {
      path: engine.path,
      from: file,
      passphrase: PASSPHRASE,
    });
    expect(back.snapshots).toBe(3);
    expect(existsSync(back.replaced ?? '')).toBe(true);
  });
});
