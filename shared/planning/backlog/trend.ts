/** How the backlog of one duty changed from one snapshot to the next. */
import type { BacklogChange } from '#shared/domain/backlog.ts';
import type { CaseRecord, RiskLevel } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import { wasDone } from '../changes.ts';
import { isInScope, isOwing, outstandingCases, type Scope } from './outstanding.ts';

export type BacklogState = {
  asAt: IsoDate;
  /** Cases by reference, of the whole force: a case that moved would otherwise seem to have left. */
  cases: ReadonlyMap<string, CaseRecord>;
  owing: number;
  /** References of the cases in scope whose work is outstanding. */
  outstanding: ReadonlySet<string>;
};

/** What the trend needs of one snapshot. */
export function backlogState(
  cases: readonly CaseRecord[],
  duty: DutyStandard,
  scope: Scope,
  { asAt, standards, unassessedAs }: { asAt: IsoDate; standards: Standards; unassessedAs: RiskLevel },
): BacklogState {
  const own = cases.filter((record) => isInScope(record, scope));
  const outstanding = outstandingCases({
    cases: own,
    standards: { ...standards, duties: [duty] },
    unassessedAs,
    asAt,
  });
  return {
    asAt,
    cases: new Map(cases.map((record) => [record.reference, record])),
    owing: own.filter((record) => isOwing(record, duty, asAt)).length,
    outstanding: new Set(outstanding.map(({ reference }) => reference)),
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
  const change: BacklogChange = {
    fellDue: 0,
    joined: 0,
    movedIn: 0,
    done: 0,
    left: 0,
    movedOut: 0,
    noLongerOwed: 0,
    redated: 0,
  };
  const carried = new Set<string>();
  for (const reference of then.outstanding) {
    const old = then.cases.get(reference);
    const record = now.cases.get(reference);
    if (!record) change.left += 1;
    else if (!isInScope(record, scope)) change.movedOut += 1;
    else if (old && wasDone(old, record, duty)) change.done += 1;
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
