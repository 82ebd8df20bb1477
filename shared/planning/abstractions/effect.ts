/** What lost hours come to: occurrences they would have done, beside the work that fell overdue (planning §5). */
import { abstractionKinds, type HoursByKind, type KindedAbstraction } from '#shared/domain/abstraction.ts';
import type { CaseRecord, RiskLevel } from '#shared/domain/case.ts';
import { addMonths, monthOf, type IsoDate, type Month } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { outstandingCases } from '../backlog/outstanding.ts';
import { lostHours, lostHoursByKind } from '../capacity.ts';
import { intervalOf, owes, plannedRisk } from '../rollout.ts';
import { sum } from '../sum.ts';
import { listed } from '../wording.ts';
import { noHours } from './days.ts';

const MONTHS_A_YEAR = 12;

const ofManagers = ({ duties }: Standards): DutyStandard[] =>
  duties.filter((duty) => duty.hoursOf === 'offender-manager');

/**
 * What lost hours are set beside, on both sides: offender managers' work that waits when hours are lacking. What cannot
 * be moved, a notification above all, is the offender's to keep and is not put off by hours lost.
 */
const dutiesCounted = (standards: Standards): DutyStandard[] =>
  ofManagers(standards).filter((duty) => duty.movable);

/** Which kinds of work are counted, and which are not, in words. */
export function countedInWords(standards: Standards): string {
  const names = (duties: readonly DutyStandard[]): string => listed(duties.map(({ name }) => name));
  const counted = dutiesCounted(standards);
  const left = ofManagers(standards).filter((duty) => !duty.movable);
  const whole =
    counted.length === 0
      ? 'No duty of offender managers can be moved, so no work is counted.'
      : `Counted is the work of offender managers that can be moved: ${names(counted)}.`;
  return left.length === 0 ? whole : `${whole} Not counted, as lost hours do not put it off: ${names(left)}.`;
}

/**
 * Mean standard hours of one occurrence of the work counted, by what the cases owe in a year; null when they owe none.
 * It turns lost hours into occurrences without preferring one duty.
 */
export function hoursPerOccurrence(
  cases: readonly CaseRecord[],
  standards: Standards,
  unassessedAs: RiskLevel,
): Hours | null {
  const duties = dutiesCounted(standards);
  let occurrences = 0;
  let time = 0;
  for (const record of cases) {
    for (const duty of duties) {
      if (!owes(record, duty)) continue;
      const risk = plannedRisk(record, unassessedAs);
      const yearly = MONTHS_A_YEAR / intervalOf(record, duty, risk);
      occurrences += yearly;
      time += yearly * duty.values[risk].hours.value;
    }
  }
  return occurrences > 0 && time > 0 ? hours(time / occurrences) : null;
}

/** A snapshot's cases of which something may be outstanding. */
export type SnapshotCases = { asAt: IsoDate; cases: readonly CaseRecord[] };

/**
 * How much of the work counted fell overdue in each month: due after the last snapshot of the month
 * before and on or before the month's own last, and outstanding at that. A month without both is not told.
 *
 * @param snapshots the last one of each month that has any
 */
export function fellOverdue(
  snapshots: readonly SnapshotCases[],
  standards: Standards,
  unassessedAs: RiskLevel,
): Map<Month, Map<string, number>> {
  const own = { ...standards, duties: dutiesCounted(standards) };
  const byMonth = new Map(snapshots.map((one) => [monthOf(one.asAt), one]));
  const found = new Map<Month, Map<string, number>>();
  for (const [month, { asAt, cases }] of byMonth) {
    const before = byMonth.get(addMonths(month, -1));
    if (!before) continue;
    const teams = new Map<string, number>();
    for (const { team, dueDate } of outstandingCases({ cases, standards: own, unassessedAs, asAt })) {
      if (dueDate > before.asAt) teams.set(team, (teams.get(team) ?? 0) + 1);
    }
    found.set(month, teams);
  }
  return found;
}

export type EffectMonth = {
  month: Month;
  lost: Hours;
  byKind: HoursByKind;
  toOtherPolicing: Hours;
  occurrences: number | null;
  fellOverdue: number | null;
  fellOverdueNext: number | null;
};

export type EffectInput = {
  team: string;
  /** The team's offender managers: those whose hours do the work. */
  people: readonly Officer[];
  abstractions: readonly KindedAbstraction[];
  months: readonly Month[];
  overdue: ReadonlyMap<Month, ReadonlyMap<string, number>>;
  hoursPerOccurrence: Hours | null;
  /** Share of time meant for scheduled duties: the rest would not have gone into them anyway. */
  scheduledShare: number;
};

/** One team's lost hours, month by month, and what they would have done. */
export function effectByMonth(input: EffectInput): EffectMonth[] {
  const { team, people, abstractions, months, overdue, scheduledShare } = input;
  const collars = new Set(people.map(({ collar }) => collar));
  const own = abstractions.filter(({ collar }) => collars.has(collar));
  const lost = lostHoursByKind(people, own);
  const lent = lostHours(
    people,
    own.filter((one) => one.toOtherPolicing || one.kind === 'other-policing'),
  );
  const overdueIn = (month: Month): number | null => {
    const teams = overdue.get(month);
    return teams ? (teams.get(team) ?? 0) : null;
  };
  return months.map((month) => {
    const byKind = noHours();
    for (const kind of abstractionKinds) byKind[kind] = hours(lost.get(kind)?.get(month) ?? 0);
    const total = sum(Object.values(byKind));
    return {
      month,
      lost: hours(total),
      byKind,
      toOtherPolicing: hours(lent.get(month) ?? 0),
      occurrences:
        input.hoursPerOccurrence === null ? null : (total * scheduledShare) / input.hoursPerOccurrence,
      fellOverdue: overdueIn(month),
      fellOverdueNext: overdueIn(addMonths(month, 1)),
    };
  });
}
