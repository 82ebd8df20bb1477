/** The work outstanding at a snapshot: due on or before the as-at date, and not done (planning §5). */
import type { LateBand, OutstandingCase } from '#shared/domain/backlog.ts';
import { byReference, riskLevels, type CaseRecord, type RiskLevel } from '#shared/domain/case.ts';
import { daysBetween, monthOf, monthZero, type IsoDate } from '#shared/domain/dates.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import { isSameTeam } from '#shared/domain/team.ts';
import { dueCases } from '../demand/due-cases.ts';
import { owes, plannedRisk } from '../rollout.ts';

/** Whose work is looked at; each part narrows, and none means the force. */
export type Scope = {
  team?: string | undefined;
  officer?: string | undefined;
  supervisor?: string | undefined;
};

export type BacklogInput = {
  cases: readonly CaseRecord[];
  standards: Standards;
  unassessedAs: RiskLevel;
  asAt: IsoDate;
};

/** True when the case, or a piece of its work, is of the team, officer and supervisor named. */
export const isInScope = (
  record: Pick<CaseRecord, 'team' | 'officer' | 'supervisor'>,
  { team, officer, supervisor }: Scope,
): boolean =>
  (team === undefined || isSameTeam(record.team, team)) &&
  (officer === undefined || record.officer === officer) &&
  (supervisor === undefined || record.supervisor === supervisor);

/** Duties with due dates of their own; those that follow others (sign-off) are counted apart. */
export const ownDuties = (standards: Standards): DutyStandard[] =>
  standards.duties.filter((duty) => duty.follows === null);

/** True when the case owes the duty at the as-at date: its notification has not ended before month 0. */
export function isOwing(record: CaseRecord, duty: DutyStandard, asAt: IsoDate): boolean {
  const end = record.notificationEnd;
  return owes(record, duty) && (end === null || end > asAt || monthOf(end) >= monthZero(asAt));
}

/** Into which band of lateness so many days fall. */
function lateBand(daysLate: number): LateBand {
  if (daysLate <= 0) return 'due-that-day';
  if (daysLate <= 7) return '1-7';
  if (daysLate <= 28) return '8-28';
  return daysLate <= 90 ? '29-90' : 'over-90';
}

/**
 * Every piece of work outstanding, one a case and duty: what roll-out puts into month 0 because its first due date
 * (planning §1) is on or before the as-at date. Highest risk first (an unassessed case at the level it is planned
 * under), then the longest late, then by reference and the standards' order of duties.
 */
export function outstandingCases(input: BacklogInput): OutstandingCase[] {
  const { cases, asAt, unassessedAs } = input;
  const duties = ownDuties(input.standards);
  const records = byReference(cases);
  const due = dueCases({
    cases,
    // Asked of duties that follow others only.
    signOffsHeld: new Set(),
    standards: { ...input.standards, duties },
    unassessedAs,
    asAt,
    month: monthZero(asAt),
  });
  return due
    .flatMap((one): OutstandingCase[] => {
      const record = records.get(one.reference);
      if (!one.isOverdue || one.dueDate === null || !record) return [];
      const daysLate = daysBetween(one.dueDate, asAt);
      const { supervisor } = record;
      return [{ ...one, dueDate: one.dueDate, supervisor, daysLate, band: lateBand(daysLate) }];
    })
    .sort(
      (a, b) =>
        rank(records, a, unassessedAs) - rank(records, b, unassessedAs) ||
        b.daysLate - a.daysLate ||
        (a.reference < b.reference ? -1 : a.reference > b.reference ? 1 : 0),
    );
}

const rank = (
  records: ReadonlyMap<string, CaseRecord>,
  { reference }: OutstandingCase,
  unassessedAs: RiskLevel,
): number => {
  const record = records.get(reference);
  return record ? riskLevels.indexOf(plannedRisk(record, unassessedAs)) : riskLevels.length;
};
