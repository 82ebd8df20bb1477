/** How often one duty arises, by team and level: for the cases held month by month, for a case to come on average. */
import { riskLevels, type CaseRecord, type RiskLevel } from '#shared/domain/case.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import { rollOut } from '../load.ts';
import { intervalOf, owes, plannedRisk } from '../rollout.ts';
import { sum } from '../sum.ts';
import type { Assumed } from './assumed.ts';
import { remembered, type ScenarioBase } from './base.ts';

export type DutyCounts = {
  /** Occurrences of the cases held by month. */
  counts: number[];
  /** Those of month 0 that were due before. */
  overdue: number;
  /** Occurrences a month of one case; null without cases. */
  often: number | null;
};

/** Occurrences are counted, so that other hours need no new roll-out: one hour each. */
function countedByOne(duty: DutyStandard): DutyStandard {
  const values = { ...duty.values };
  for (const risk of riskLevels) {
    values[risk] = { ...values[risk], hours: { ...values[risk].hours, value: 1 } };
  }
  return { ...duty, values, hoursOf: 'offender-manager' };
}

/** The duty with those that it follows, if any. */
const withFollowed = (duty: DutyStandard, { duties }: Standards): DutyStandard[] =>
  duties.filter(({ key }) => key === duty.key || duty.follows?.includes(key) === true).map(countedByOne);

/** Cases without intervals of their own where the scenario replaces these. */
function withoutOwn(record: CaseRecord, replaced: readonly string[], unassessedAs: RiskLevel): CaseRecord {
  const risk = plannedRisk(record, unassessedAs);
  return {
    ...record,
    duties: record.duties.map((state) =>
      replaced.includes(`${state.duty}/${risk}`) ? { ...state, interval: null } : state,
    ),
  };
}

/** Occurrences a month that one case calls for in the long run. */
function oftenOf(
  record: CaseRecord,
  duty: DutyStandard,
  duties: readonly DutyStandard[],
  risk: RiskLevel,
): number {
  if (!owes(record, duty)) return 0;
  if (duty.follows !== null) {
    const followed = duties.filter(({ key }) => duty.follows?.includes(key));
    return sum(followed.map((one) => oftenOf(record, one, duties, risk)));
  }
  return 1 / intervalOf(record, duty, risk);
}

/**
 * @param cells the cases by team and level
 * @param name tells these cases from others of the same base
 */
export function dutyCounts(
  base: ScenarioBase,
  assumed: Assumed,
  duty: DutyStandard,
  cells: { name: string; cases: ReadonlyArray<ReadonlyArray<readonly CaseRecord[]>> },
): DutyCounts[][] {
  const duties = withFollowed(duty, assumed.standards);
  const replaced = assumed.ownIntervals.filter((own) => duties.some(({ key }) => own.startsWith(`${key}/`)));
  const { unassessedAs } = base.settings;
  const standards = { ...assumed.standards, duties };
  const own = duties.find(({ key }) => key === duty.key) ?? duty;
  const countsOf = (held: readonly CaseRecord[]): DutyCounts => {
    if (held.length === 0) return { counts: base.months.map(() => 0), overdue: 0, often: null };
    const cases =
      replaced.length === 0 ? held : held.map((record) => withoutOwn(record, replaced, unassessedAs));
    const { signOffsHeld, asAt } = base;
    const work = rollOut({ cases, signOffsHeld, standards, unassessedAs, asAt }, base.months.length);
    const often = cases.map((record) => oftenOf(record, own, duties, plannedRisk(record, unassessedAs)));
    return {
      counts: work.counts[duty.key] ?? [],
      overdue: work.items.filter((item) => item.duty === duty.key && item.isOverdue && item.month === 0)
        .length,
      often: sum(often) / cases.length,
    };
  };
  const key = `duty ${cells.name} ${JSON.stringify([duties, replaced])}`;
  return remembered(base, key, () => cells.cases.map((levels) => levels.map(countsOf)));
}
