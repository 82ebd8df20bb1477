/** Work seen done in a row of snapshots: each last-done date that moved on, in the order seen. */
import type { CaseRecord, RiskLevel } from '#shared/domain/case.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import type { Chain } from '#shared/domain/problem.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { Standards } from '#shared/domain/standards.ts';

/** A snapshot of the whole force. */
export type DatedCases = { asAt: IsoDate; cases: readonly CaseRecord[] };

/** What the follow-up of a plan rests on. */
export type FollowUpInput = {
  plan: Plan;
  /** The chains of the plan's problem. */
  chains: readonly Chain[];
  /** The plan's snapshot, of the whole force. */
  first: DatedCases;
  /** Every later snapshot, of the whole force, in the order of their as-at dates. */
  later: readonly DatedCases[];
  /** The roster that stands for the newest of them; empty without one. */
  roster: readonly Officer[];
  /** Standards and setting that the plan came from. */
  standards: Standards;
  unassessedAs: RiskLevel;
};

/** One piece of work seen done. */
export type Done = {
  duty: string;
  on: IsoDate;
  /** Number of the later snapshot that first showed it, from 0. */
  seen: number;
  /** The case in that snapshot. */
  record: CaseRecord;
};

/**
 * Whether a last-done date tells of work done since: it lies after the date known before. Where none was held, that is
 * the earlier snapshot's as-at date: a column filled in for the first time is no work done. Nor is a date after the
 * as-at date of the snapshot that holds it.
 */
export const isDoneSince = (before: IsoDate, { on, asAt }: { on: IsoDate; asAt: IsoDate }): boolean =>
  on > before && on <= asAt;

/**
 * Every piece of work that the later snapshots show as done since the first, by chain (`REFERENCE/duty`).
 *
 * A snapshot holds the last date only and each overwrites the one before, so each later snapshot is set against
 * the newest date seen so far, by {@link isDoneSince}. Of work done twice between two snapshots the first time is not seen.
 *
 * @param later in the order of their as-at dates
 */
export function doneSince(first: DatedCases, later: readonly DatedCases[]): Map<string, Done[]> {
  const newest = new Map<string, IsoDate>();
  for (const record of first.cases) {
    for (const { duty, lastDone } of record.duties)
      if (lastDone !== null) newest.set(`${record.reference}/${duty}`, lastDone);
  }
  const trail = new Map<string, Done[]>();
  for (const [seen, { asAt, cases }] of later.entries()) {
    for (const record of cases) {
      for (const { duty, lastDone } of record.duties) {
        const key = `${record.reference}/${duty}`;
        if (lastDone === null || !isDoneSince(newest.get(key) ?? first.asAt, { on: lastDone, asAt }))
          continue;
        newest.set(key, lastDone);
        const done = { duty, on: lastDone, seen, record };
        const list = trail.get(key);
        if (list) list.push(done);
        else trail.set(key, [done]);
      }
    }
  }
  return trail;
}
