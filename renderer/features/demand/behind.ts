/** The cases behind what the page says of a month: behind a cause, a risk level, an officer. */
import { Risk, riskLevels, riskNames } from '#shared/domain/case.ts';
import { Month } from '#shared/domain/dates.ts';
import type { DueCase, PeakCause } from '#shared/domain/demand.ts';
import { filterCases, loadDuties, type CasesChoice, type DutyOfCases } from '../../view/cases-filter.ts';

/** The cases that a cause speaks of; null where it speaks of none, as a lack of capacity does. */
export function choiceOf(
  cause: PeakCause,
  cases: readonly DueCase[],
  duties: readonly DutyOfCases[],
): CasesChoice | null {
  switch (cause.kind) {
    case 'duty':
      return { duty: cause.subject };
    case 'risk': {
      const risk = Risk.safeParse(cause.subject).data;
      return risk === undefined ? null : { risk, isLoad: true };
    }
    case 'officer':
      return { officer: cause.subject, isLoad: true };
    case 'team':
      return { team: cause.subject, isLoad: true };
    case 'overdue':
      return { isOverdue: true, isLoad: true };
    case 'surge':
      return surgeChoice(cause, cases, duties);
    case 'capacity':
      return null;
  }
}

/** A surge is told of one duty but names its month only: the duty is the one with as many cases of it. */
function surgeChoice(
  cause: PeakCause,
  cases: readonly DueCase[],
  duties: readonly DutyOfCases[],
): CasesChoice | null {
  const month = Month.safeParse(cause.subject).data;
  if (month === undefined) return null;
  const duty = duties.find(
    ({ key }) => filterCases(cases, { lastDone: month, duty: key }, duties).length === cause.count,
  );
  return duty ? { lastDone: month, duty: duty.key } : { lastDone: month, isLoad: true };
}

export type Group = {
  key: string;
  name: string;
  choice: CasesChoice;
  count: number;
  hours: number;
  share: number | null;
};

/** Offender managers' work of the month by risk level, the highest first. */
export function byRisk(cases: readonly DueCase[], duties: readonly DutyOfCases[]): Group[] {
  return [...riskLevels, 'unassessed' as const].flatMap((risk) =>
    group(cases, duties, risk, riskNames[risk].name, { risk, isLoad: true }),
  );
}

/** Offender managers' work of the month by officer, who has most of it first. */
export function byOfficer(cases: readonly DueCase[], duties: readonly DutyOfCases[]): Group[] {
  const officers = [...new Set(cases.flatMap(({ officer }) => officer ?? []))].sort();
  return officers
    .flatMap((officer) => group(cases, duties, officer, officer, { officer, isLoad: true }))
    .sort((a, b) => b.hours - a.hours);
}

function group(
  cases: readonly DueCase[],
  duties: readonly DutyOfCases[],
  key: string,
  name: string,
  choice: CasesChoice,
): Group[] {
  const own = filterCases(cases, choice, duties);
  if (own.length === 0) return [];
  const load = loadDuties(duties);
  const hoursOf = (list: readonly DueCase[]) =>
    list.reduce((sum, one) => sum + (load.has(one.duty) ? one.hours : 0), 0);
  const all = hoursOf(cases);
  const hours = hoursOf(own);
  return [{ key, name, choice, count: own.length, hours, share: all === 0 ? null : hours / all }];
}
