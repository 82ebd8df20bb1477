/**
 * Roll-out: what each case owes, month by month, when nothing is moved (planning §1, §2), and the same with
 * chosen moves (replay). Knock-on is here and nowhere else: `nextDue` is the only place that sets a due date.
 */
import {
  asReleased,
  releaseAhead,
  stateOf,
  type CaseDuty,
  type CaseRecord,
  type RiskLevel,
} from '#shared/domain/case.ts';
import {
  addDays,
  addMonthsToDate,
  dayOfMonth,
  monthOf,
  monthsBetween,
  monthZero,
  type IsoDate,
  type Month,
} from '#shared/domain/dates.ts';
import type { Chain, Occurrence } from '#shared/domain/problem.ts';
import type { Move } from '#shared/domain/plan.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';

/** True when the standard says that the case owes the duty. A value the snapshot lacks never lets a case off. */
export function owes(record: CaseRecord, duty: DutyStandard): boolean {
  const { modes, statuses, leadAgencies } = duty.owedBy;
  return (
    (modes === null || record.mode === null || modes.includes(record.mode)) &&
    (statuses === null || record.status === null || statuses.includes(record.status)) &&
    (leadAgencies === null || record.leadAgency === null || leadAgencies.includes(record.leadAgency))
  );
}

/**
 * From when on the case owes the duty: 'now', or the day of a release to come for who owes it only then. Null for a
 * case that does not owe it.
 */
export function owesFrom(record: CaseRecord, duty: DutyStandard, asAt: IsoDate): 'now' | IsoDate | null {
  if (owes(record, duty)) return 'now';
  const release = releaseAhead(record, asAt);
  return release !== null && owes(asReleased(record), duty) ? release : null;
}

/** The level a case is planned under: its own, or the one chosen for unassessed cases. */
export const plannedRisk = (record: Pick<CaseRecord, 'risk'>, unassessedAs: RiskLevel): RiskLevel =>
  record.risk === 'unassessed' ? unassessedAs : record.risk;

export type FirstDue = {
  date: IsoDate;
  from: 'next-due' | 'last-done' | 'never-done' | 'release';
  /** See {@link owesFrom}. */
  since: 'now' | IsoDate;
};

/** Months between two occurrences: the case's own interval before the standard's, and at least one. */
export const intervalOf = (record: CaseRecord, duty: DutyStandard, risk: RiskLevel): number =>
  stateOf(record, duty.key)?.interval ?? Math.max(1, Math.round(duty.values[risk].interval.value));

/** The due date that a snapshot tells: the one it holds, else last done + interval (planning §1). Null where never done. */
export const toldDue = (record: CaseRecord, duty: DutyStandard, risk: RiskLevel): IsoDate | null =>
  heldDue(stateOf(record, duty.key), intervalOf(record, duty, risk))?.date ?? null;

function heldDue(state: CaseDuty | undefined, interval: number): Pick<FirstDue, 'date' | 'from'> | null {
  if (state?.nextDue) return { date: state.nextDue, from: 'next-due' };
  if (state?.lastDone) return { date: addMonthsToDate(state.lastDone, interval), from: 'last-done' };
  return null;
}

/**
 * First due date of a chain (planning §1): the extract's next-due date; else last done + interval;
 * else, never done, as-at + first-assessment days. Of a case to be released, a date before the release is void: the
 * first-assessment days count from the release then, as they do where no date is held. Null for a case that does not
 * owe the duty.
 */
export function firstDue(
  record: CaseRecord,
  duty: DutyStandard,
  risk: RiskLevel,
  asAt: IsoDate,
): FirstDue | null {
  const since = owesFrom(record, duty, asAt);
  if (since === null) return null;
  const held = heldDue(stateOf(record, duty.key), intervalOf(record, duty, risk));
  const days = Math.round(duty.firstAssessmentDays.value);
  if (since === 'now') return { ...(held ?? { date: addDays(asAt, days), from: 'never-done' }), since };
  return { ...(held && held.date >= since ? held : { date: addDays(since, days), from: 'release' }), since };
}

/**
 * The due month that follows work due in `due` and done in `done` (planning §1, reset rule).
 *
 * - `full`: done + interval. `anniversary`: due + interval.
 * - `tolerance`: due + interval − round(factor × max(0, months early − tolerance)).
 * - Done late (overdue): `full` and `tolerance` count from the month done; `anniversary` from the old due
 *   date, skipping dates already passed.
 *
 * @example nextDue({ interval: 6, reset: { rule: 'full', tolerance: 0, factor: 1 } }, 10, 9) // 15
 */
export function nextDue(chain: Pick<Chain, 'interval' | 'reset'>, due: number, done: number): number {
  const { interval, reset } = chain;
  const isLate = done > due;
  switch (reset.rule) {
    case 'full':
      return done + interval;
    case 'anniversary':
      return isLate ? due + interval * (Math.floor((done - due) / interval) + 1) : due + interval;
    case 'tolerance':
      return isLate
        ? done + interval
        : due + interval - Math.round(reset.factor * Math.max(0, due - done - reset.tolerance));
  }
}

/**
 * True for work due in `due` that is outstanding at the as-at date: of a month before month 0, or of month 0 itself
 * where the as-at date lies within it. Only the first work of a chain can be.
 */
export const isOverdue = (chain: Pick<Chain, 'due' | 'isOverdue'>, due: number): boolean =>
  due < 0 || (chain.isOverdue && due === chain.due);

/** The month work is done in when nobody moves it: its due month, or month 0 when it is overdue. */
export const unmovedMonth = (due: number): number => Math.max(due, 0);

/**
 * Every occurrence of the chains that is done within `months`, in the order of chains, then of time.
 *
 * @param months horizon; occurrences done in this month or later are left out
 * @param moved the month in which to do the work of chain number `chain` due in `due`, the chain being free from
 *   month `after` on; undefined leaves it unmoved
 */
export function replay(
  chains: readonly Chain[],
  months: number,
  moved: (chain: number, due: number, after: number) => number | undefined = () => undefined,
): Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const [index, chain] of chains.entries()) {
    let due = chain.due;
    let after = 0;
    for (;;) {
      if (chain.end !== null && due > chain.end) break;
      const done = moved(index, due, after) ?? unmovedMonth(due);
      if (done >= months || (chain.end !== null && done > chain.end)) break;
      occurrences.push({ chain: index, due, done });
      after = done + 1;
      due = nextDue(chain, due, done);
    }
  }
  return occurrences;
}

/**
 * Replay with a plan's moves made. A move whose work does not arise in the month it was moved from moves nothing.
 *
 * @param since months from the plan's month 0 to that of the chains
 */
export function replayMoves(
  chains: readonly Chain[],
  months: number,
  moves: ReadonlyArray<Pick<Move, 'id' | 'dueIndex' | 'toIndex'>>,
  since = 0,
): Occurrence[] {
  const key = (id: string, due: number): string => `${id}@${String(due)}`;
  const to = new Map(moves.map((move) => [key(move.id, move.dueIndex - since), move.toIndex - since]));
  return replay(chains, months, (index, due) => to.get(key(chains[index]?.id ?? '', due)));
}

/** Hours per month of the occurrences given, `months` long. */
export function loadOf(
  chains: readonly Chain[],
  occurrences: Iterable<Occurrence>,
  months: number,
): number[] {
  const load = new Array<number>(months).fill(0);
  for (const { chain, done } of occurrences) {
    const own = chains[chain];
    if (own && done < months) load[done] = (load[done] ?? 0) + own.hours;
  }
  return load;
}

type ChainContext = { standards: Standards; unassessedAs: RiskLevel; asAt: IsoDate };

function chainOf(record: CaseRecord, duty: DutyStandard, context: ChainContext, origin: Month): Chain | null {
  const { unassessedAs, asAt } = context;
  const end = record.notificationEnd === null ? null : monthsBetween(origin, monthOf(record.notificationEnd));
  if (end !== null && end < 0) return null;
  const risk = plannedRisk(record, unassessedAs);
  const first = firstDue(record, duty, risk, asAt);
  if (first === null) return null;
  const values = duty.values[risk];
  const interval = intervalOf(record, duty, risk);
  const due = monthsBetween(origin, monthOf(first.date));
  if (end !== null && due > end) return null;
  // Of the month of the end itself: what is overdue and fell due once the notification was over was never owed.
  const isOver = record.notificationEnd !== null && record.notificationEnd < first.date;
  if (isOver && first.date <= asAt) return null;

  return {
    id: `${record.reference}/${duty.key}`,
    reference: record.reference,
    duty: duty.key,
    risk,
    officer: record.officer,
    interval,
    window: duty.movable ? Math.min(Math.round(values.window.value), interval - 1) : 0,
    due,
    isOverdue: first.date <= asAt,
    opens: first.since === 'now' ? 0 : monthsBetween(origin, monthOf(first.since)),
    dueDay: dayOfMonth(first.date),
    hours: hours(values.hours.value),
    catchUp: duty.movable ? Math.round(values.catchUp.value) : 0,
    reset: duty.reset,
    end,
    locks: [],
    excluded: false,
  };
}

/**
 * The chains (case × duty) that the cases owe, ordered by reference and then by the standards' order of
 * duties. Duties that follow others (sign-off) have no chains of their own: see `sign-offs.ts`.
 */
export function chainsOf(cases: readonly CaseRecord[], context: ChainContext): Chain[] {
  const independent = context.standards.duties.filter((duty) => duty.follows === null);
  const origin = monthZero(context.asAt);
  return [...cases]
    .sort((a, b) => (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0))
    .flatMap((record) =>
      independent.map((duty) => chainOf(record, duty, context, origin)).filter((chain) => chain !== null),
    );
}
