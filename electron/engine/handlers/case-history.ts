/** The snapshots that rates are estimated from, and their cases: what forecasts and scenarios simulate from. */
import type { Snapshot } from '#shared/contract/imports.ts';
import { monthOf, type IsoDate, type Month } from '#shared/domain/dates.ts';
import { monthsApart, type SnapshotFacts } from '#shared/planning/forecast/cases/facts.ts';
import type { JobControl } from '../jobs.ts';
import { readCaseFacts } from '../store/case-facts.ts';
import { snapshotsWithCases } from '../store/snapshots.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { requireSnapshot } from './situation.ts';

/** What happened longer ago says little of the next years. */
const HISTORY_MONTHS = 61;

/** The last snapshot of each month up to a day, of those whose cases are held; the newest month first. */
export async function lastOfEachMonth(store: Store, until: IsoDate): Promise<Map<Month, Snapshot>> {
  const byMonth = new Map<Month, Snapshot>();
  for (const snapshot of await snapshotsWithCases(store)) {
    const month = monthOf(snapshot.asAt);
    // Newest first: the first met of a month is its last.
    if (snapshot.asAt <= until && !byMonth.has(month)) byMonth.set(month, snapshot);
  }
  return byMonth;
}

/** Oldest first: the last snapshot of each month up to the one chosen, which is the last of the list. */
export async function historyOf(store: Store, snapshotId: number | undefined): Promise<Snapshot[]> {
  const chosen = await requireSnapshot(store, snapshotId);
  const last = await lastOfEachMonth(store, chosen.asAt);
  return [...last.values()].filter(({ asAt }) => monthsApart(asAt, chosen.asAt) < HISTORY_MONTHS).reverse();
}

/** @param share of the job that the reading is taken to be */
export async function readHistory(
  workspace: Pick<Workspace, 'read'>,
  history: readonly Snapshot[],
  job: Pick<JobControl, 'signal' | 'progress'>,
  share: number,
): Promise<SnapshotFacts[]> {
  const snapshots: SnapshotFacts[] = [];
  for (const [index, { id, asAt }] of history.entries()) {
    job.signal.throwIfAborted();
    job.progress('Reading the snapshots', (share * index) / history.length);
    // One at a time, so that others get a turn between two.
    const cases = await workspace.read((store) => readCaseFacts(store, id));
    snapshots.push({ asAt, cases });
  }
  return snapshots;
}
