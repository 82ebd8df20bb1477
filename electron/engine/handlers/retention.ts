/** How long data are kept: expiry, review, purging. */
import type { Snapshot } from '#shared/contract/imports.ts';
import type { Retention } from '#shared/contract/retention.ts';
import type { Parsed } from '#shared/contract/registry.ts';
import type { EngineContext, HandlersOf } from '../context.ts';
import { AppError } from '../errors.ts';
import { listPlans } from '../store/plans.ts';
import {
  purgeSnapshot,
  readCounts,
  readExpiries,
  readReviewBy,
  writeExpiry,
  writeReviewBy,
} from '../store/retention.ts';
import { daysWithCases, listSnapshots, snapshotsWithCases } from '../store/snapshots.ts';
import type { Store } from '../store/store.ts';
import { lookThrough } from './backup.ts';
import { requireSnapshot } from './situation.ts';
import { todayOf } from './today.ts';

async function readRetention(engine: EngineContext, store: Store): Promise<Retention> {
  const day = todayOf(engine);
  const reviewBy = await readReviewBy(store);
  const expiries = await readExpiries(store);
  const counts = await readCounts(store);
  const plans = await listPlans(store);
  return {
    reviewBy,
    isReviewDue: reviewBy !== null && reviewBy < day,
    snapshots: (await listSnapshots(store)).map((snapshot) => {
      const keepUntil = expiries.get(snapshot.id) ?? null;
      return {
        ...snapshot,
        keepUntil,
        isExpired: keepUntil !== null && keepUntil < day && snapshot.purgedAt === null,
        plans: plans.filter(({ snapshotId }) => snapshotId === snapshot.id).length,
        counts: counts.get(snapshot.id) ?? [],
      };
    }),
  };
}

/** The snapshots named, or all with cases as at a day before the one given. */
async function chosen(store: Store, input: Parsed<'retention.purge'>): Promise<Snapshot[]> {
  const { snapshotIds, before } = input;
  if ((snapshotIds === undefined) === (before === undefined)) {
    throw new AppError('invalid-input', 'Expected either snapshots or a day before which all are purged.');
  }
  if (before !== undefined) {
    return (await snapshotsWithCases(store)).filter(({ asAt }) => asAt < before);
  }
  const snapshots: Snapshot[] = [];
  for (const id of new Set(snapshotIds)) snapshots.push(await requireSnapshot(store, id));
  return snapshots;
}

type Names = 'retention.get' | 'retention.set' | 'retention.purge';

export const retentionHandlers: HandlersOf<Names> = {
  'retention.get': (_, { engine, store }) => readRetention(engine, store),

  async 'retention.set'({ reviewBy, expiries }, { engine, store }) {
    if (reviewBy !== undefined) await writeReviewBy(store, reviewBy);
    const known = new Set((await listSnapshots(store)).map(({ id }) => id));
    for (const { snapshotId, keepUntil } of expiries ?? []) {
      if (!known.has(snapshotId)) {
        throw new AppError(
          'not-found',
          `There is no snapshot number ${String(snapshotId)}. Choose one of the list.`,
        );
      }
      await writeExpiry(store, snapshotId, keepUntil);
    }
    return readRetention(engine, store);
  },

  async 'retention.purge'(input, { engine, job }) {
    const workspace = engine.session.workspace();
    await workspace.requireRoomToCompact();
    job.progress('Purging', 0.1);
    const at = engine.now().toISOString();
    const purged = await workspace.write(async (store) => {
      const done = [];
      for (const snapshot of await chosen(store, input)) {
        const plans = await purgeSnapshot(store, snapshot, at);
        done.push({ snapshotId: snapshot.id, asAt: snapshot.asAt, cases: snapshot.cases, plans });
      }
      return done;
    });
    if (purged.length === 0) return { purged, stillIn: [] };
    // Results of earlier jobs may speak of the cases too.
    engine.jobs.clear(job.jobId);
    job.progress('Rewriting the file', 0.4);
    await workspace.compact();
    job.progress('Looking through the backups', 0.8);
    const held = new Set(await workspace.read(daysWithCases));
    const days = new Set(purged.map(({ asAt }) => asAt));
    const backups = await lookThrough(workspace, held);
    const stillIn = backups.filter(
      ({ problem, holds }) => problem !== null || holds.some((day) => days.has(day)),
    );
    return { purged, stillIn: stillIn.map(({ file }) => file) };
  },
};
