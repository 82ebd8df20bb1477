/** What changed between two snapshots: who came and went, and which work was done, early, in time or late. */
import { byReference, stateOf, type CaseDuty, type CaseRecord, type RiskLevel } from '#shared/domain/case.ts';
import type { Change, ChangeKind, SnapshotChanges } from '#shared/domain/changes.ts';
import { monthOf, type IsoDate } from '#shared/domain/dates.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { isDoneSince } from '../follow-up/done-trail.ts';
import { totalsOf, type WasDue } from './change-totals.ts';
import { owes, plannedRisk, toldDue } from '../rollout.ts';

/** The days of both snapshots, which duties there are and who owes them, and as what an unassessed case is planned. */
export type ChangesInput = {
  fromAsAt: IsoDate;
  toAsAt: IsoDate;
  standards: Standards;
  unassessedAs: RiskLevel;
};

/**
 * Compares an earlier snapshot with a later one.
 *
 * Cases. `joined`: in the later only. `left`: in the earlier only; explained when the notification end held in
 * the earlier one is on or before the later as-at date, else unexplained. `risk`, `mode`, `team`, `officer`: in
 * both, and the value differs (one that is missing on one side differs too).
 *
 * Work, for each duty that is not another's follow-up, of cases in both. It was done when {@link isDoneSince} says so
 * of the last-done date. Early, on time or late is said by the next-due date that the earlier
 * snapshot held, and only by that: nobody was told another. Whether work was due, and is, is said by the same date as
 * in the backlog: where none is held, last done + interval (planning §1).
 *
 * - `done-early`: done in a calendar month before the month due.
 * - `done-on-time`: done in the month due, on or before the due date.
 * - `done-late`: done after the due date.
 * - `done-undated`: done, and no due date was held.
 *
 * Work not done: `re-dated` when the next-due date was held and is now another or none, and the case owes the
 * duty; and, where it was owed then or is now, and due on or before the later as-at date, `no-longer-owed` when the
 * case does not owe it now, `still-outstanding` when the due date is the same, or was not held and has passed.
 *
 * A snapshot holds the last date only: of work done twice between the two, the first time is not seen.
 *
 * What must add up ({@link isCaseSumRight}, {@link isDutySumRight}), for the force and each team:
 * cases then + joined − left + moved in − moved out = cases now; and for each duty, the work that was due =
 * of it done + of it re-dated + left + no longer owed + still outstanding.
 *
 * @param from cases of the earlier snapshot, each reference once
 * @param to cases of the later snapshot, each reference once
 */
export function compareSnapshots(
  from: readonly CaseRecord[],
  to: readonly CaseRecord[],
  input: ChangesInput,
): SnapshotChanges {
  const duties = input.standards.duties.filter((duty) => duty.follows === null);
  const then = byReference(from);
  const now = byReference(to);
  const changes: Change[] = [];
  const due: WasDue[] = [];
  for (const old of from) {
    const record = now.get(old.reference);
    const dueOfCase = duties.filter((duty) => wasDue(old, record, duty, input)).map(({ key }) => key);
    due.push(...dueOfCase.map((duty) => ({ duty, team: (record ?? old).team })));
    if (!record) changes.push(leftChange(old, dueOfCase, input.toAsAt));
  }
  for (const record of to) {
    const old = then.get(record.reference);
    if (!old) changes.push(change('joined', record));
    else changes.push(...caseChanges(old, record), ...workChanges(old, record, duties, input));
  }
  changes.sort((a, b) => (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0));
  return { changes, ...totalsOf({ from, to, changes, due, duties: duties.map(({ key }) => key) }) };
}

const dueOf = (record: CaseRecord, duty: DutyStandard, { unassessedAs }: ChangesInput): IsoDate | null =>
  toldDue(record, duty, plannedRisk(record, unassessedAs));

/** @param record the case in the later snapshot: where that tells no date at all, what became of a worked-out one is not known */
function wasDue(
  old: CaseRecord,
  record: CaseRecord | undefined,
  duty: DutyStandard,
  input: ChangesInput,
): boolean {
  const due = dueOf(old, duty, input);
  const isOwed = owes(old, duty) || (record !== undefined && owes(record, duty));
  if (due === null || due > input.toAsAt || !isOwed) return false;
  const isHeld = (stateOf(old, duty.key)?.nextDue ?? null) !== null;
  return isHeld || !record || dueOf(record, duty, input) !== null;
}

function change(kind: ChangeKind, record: CaseRecord, more: Partial<Change> = {}): Change {
  const { reference, team, officer, risk, notificationEnd } = record;
  return {
    kind,
    reference,
    team,
    fromTeam: null,
    officer,
    risk,
    duty: null,
    was: null,
    is: null,
    dueThen: null,
    dueNow: null,
    lastDone: null,
    wasDue: false,
    reason: null,
    notificationEnd,
    outstanding: [],
    ...more,
  };
}

function leftChange(old: CaseRecord, outstanding: string[], toAsAt: IsoDate): Change {
  const hasEnded = old.notificationEnd !== null && old.notificationEnd <= toAsAt;
  return change('left', old, { reason: hasEnded ? 'notification-ended' : 'unexplained', outstanding });
}

const movedFrom = (old: CaseRecord, record: CaseRecord): string | null =>
  isSameTeam(old.team, record.team) ? null : old.team;

function caseChanges(old: CaseRecord, record: CaseRecord): Change[] {
  const fromTeam = movedFrom(old, record);
  const differs = (['risk', 'mode', 'officer'] as const)
    .filter((part) => old[part] !== record[part])
    .map((part) => change(part, record, { fromTeam, was: old[part], is: record[part] }));
  return fromTeam === null
    ? differs
    : [change('team', record, { fromTeam, was: fromTeam, is: record.team }), ...differs];
}

function workChanges(
  old: CaseRecord,
  record: CaseRecord,
  duties: readonly DutyStandard[],
  input: ChangesInput,
): Change[] {
  return duties.flatMap((duty) => {
    const then = stateOf(old, duty.key);
    const now = stateOf(record, duty.key);
    const isDue = wasDue(old, record, duty, input);
    const dueNow = dueOf(record, duty, input);
    const isLater = dueNow === null || dueNow > input.toAsAt;
    const kind = whatBecame(then, now, {
      done: doneSince(then, now, input),
      isDue,
      isOwed: owes(record, duty),
      isLater,
    });
    if (kind === null) return [];
    const isWorkedOut = isDue && (then?.nextDue ?? null) === null;
    const dates = {
      dueThen: isWorkedOut ? dueOf(old, duty, input) : (then?.nextDue ?? null),
      dueNow: isWorkedOut ? dueNow : (now?.nextDue ?? null),
      lastDone: now?.lastDone ?? null,
    };
    const more = { fromTeam: movedFrom(old, record), duty: duty.key, wasDue: isDue, ...dates };
    return [change(kind, record, more)];
  });
}

type Days = Pick<ChangesInput, 'fromAsAt' | 'toAsAt'>;

/** The day it was done since the earlier snapshot. */
function doneSince(
  then: CaseDuty | undefined,
  now: CaseDuty | undefined,
  { fromAsAt, toAsAt }: Days,
): IsoDate | null {
  const done = now?.lastDone ?? null;
  return done !== null && isDoneSince(then?.lastDone ?? fromAsAt, { on: done, asAt: toAsAt }) ? done : null;
}

/** True when a case's work of that duty was done between the snapshots, as {@link compareSnapshots} tells it. */
export const wasDone = (old: CaseRecord, record: CaseRecord, duty: DutyStandard, days: Days): boolean =>
  doneSince(stateOf(old, duty.key), stateOf(record, duty.key), days) !== null;

/**
 * What became of a case's work of one duty; null when there is nothing to tell.
 *
 * @param work the day it was done, if it was; whether it was due, is owed now, and is due later than the later as-at date
 */
function whatBecame(
  then: CaseDuty | undefined,
  now: CaseDuty | undefined,
  {
    done,
    isDue,
    isOwed,
    isLater,
  }: { done: IsoDate | null; isDue: boolean; isOwed: boolean; isLater: boolean },
): ChangeKind | null {
  const due = then?.nextDue ?? null;
  if (done !== null) return howDone(done, due);
  if (!isOwed) return isDue ? 'no-longer-owed' : null;
  const isRedated = due === null ? isDue && isLater : (now?.nextDue ?? null) !== due;
  if (isRedated) return 're-dated';
  return isDue ? 'still-outstanding' : null;
}

function howDone(done: IsoDate, due: IsoDate | null): ChangeKind {
  if (due === null) return 'done-undated';
  if (done > due) return 'done-late';
  return monthOf(done) < monthOf(due) ? 'done-early' : 'done-on-time';
}
