/** The snapshots that rates are estimated from, and their cases: what forecasts and scenarios simulate from. */
import type { Snapshot } from '#shared/contract/imports.ts';
import { monthOf } from '#shared/domain/dates.ts';
import { monthsApart, type SnapshotFacts } from '#shared/planning/forecast/cases/facts.ts';
import type { JobControl } from '../jobs.ts';
import { readCaseFacts } from '../store/case-facts.ts';
import { snapshotsWithCases } from '../store/snapshots.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { requireSnapshot } from './situation.ts';

/** What happened longer ago says little of the next years. */
const HISTORY_MONTHS = 61;

/** Oldest first: the last snapshot of each month up to the one chosen, which is the last of the list. */
export async function historyOf(store: Store, snapshotId: number | undefined): Promise<Snapshot[]> {
  const chosen = await requireSnapshot(store, snapshotId);
  const byMonth = new Map<string, Snapshot>();
  for (const snapshot of await snapshotsWithCases(store)) {
    const isKnown = snapshot.asAt <= chosen.asAt && monthsApart(snapshot.asAt, chosen.asAt) < HISTORY_MONTHS;
    // Newest first: the first met of a month is its last.
    if (isKnown && !byMonth.has(monthOf(snapshot.asAt))) byMonth.set(monthOf(snapshot.asAt), snapshot);
  }
  return [...byMonth.values()].reverse();
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
