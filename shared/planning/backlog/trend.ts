/** How the backlog of one duty changed from one snapshot to the next. */
import { noBacklogChange, type BacklogChange, type OutstandingCase } from '#shared/domain/backlog.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { wasDone } from '../changes/changes.ts';
import { isInScope, isOwing, type Scope } from './outstanding.ts';

export type SnapshotBacklog = {
  asAt: IsoDate;
  cases: ReadonlyMap<string, CaseRecord>;
  outstanding: readonly OutstandingCase[];
};

export type BacklogState = {
  asAt: IsoDate;
  /** Of the whole force: a case that moved would otherwise seem to have left. */
  cases: ReadonlyMap<string, CaseRecord>;
  owing: number;
  /** References of the cases in scope whose work is outstanding. */
  outstanding: ReadonlySet<string>;
};

/**
 * What the trend of a duty needs of one snapshot.
 *
 * @param snapshot cases of the whole force, by reference; outstanding work of at least the duty and scope
 */
export function backlogState(
  { asAt, cases, outstanding }: SnapshotBacklog,
  duty: DutyStandard,
  scope: Scope,
): BacklogState {
  const own = [...cases.values()].filter((record) => isInScope(record, scope));
  const isOwn = (one: OutstandingCase): boolean => one.duty === duty.key && isInScope(one, scope);
  return {
    asAt,
    cases,
    owing: own.filter((record) => isOwing(record, duty, asAt)).length,
    outstanding: new Set(outstanding.filter(isOwn).map(({ reference }) => reference)),
  };
}

/**
 * What became of the work outstanding then, and where the work outstanding now came from. It adds up
 * ({@link isBacklogSumRight}). A case that moved out of scope counts as moved, whatever else became of it, so
 * teams' figures of work done do not add up to the force's.
 */
export function backlogChange(
  then: BacklogState,
  now: BacklogState,
  duty: DutyStandard,
  scope: Scope,
): BacklogChange {
  const change: BacklogChange = { ...noBacklogChange };
  const carried = new Set<string>();
  for (const reference of then.outstanding) {
    const old = then.cases.get(reference);
    const record = now.cases.get(reference);
    if (!record) change.left += 1;
    else if (!isInScope(record, scope)) change.movedOut += 1;
    else if (old && wasDone(old, record, duty, { fromAsAt: then.asAt, toAsAt: now.asAt })) change.done += 1;
    else if (now.outstanding.has(reference)) carried.add(reference);
    else if (isOwing(record, duty, now.asAt)) change.redated += 1;
    else change.noLongerOwed += 1;
  }
  for (const reference of now.outstanding) {
    if (carried.has(reference)) continue;
    const record = then.cases.get(reference);
    if (!record) change.joined += 1;
    else if (!isInScope(record, scope)) change.movedIn += 1;
    else change.fellDue += 1;
  }
  return change;
}

/** True when the change leads from the one count to the other. */
export const isBacklogSumRight = (then: number, change: BacklogChange, now: number): boolean =>
  then +
    change.fellDue +
    change.joined +
    change.movedIn -
    change.done -
    change.left -
    change.movedOut -
    change.noLongerOwed -
    change.redated ===
  now;
