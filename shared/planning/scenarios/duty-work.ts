/**
 * How often one duty arises, by team and level: for the cases held month by month, for a case to come on average; and
 * the flow in which levelling can move it.
 */
import { riskLevels, type CaseRecord, type RiskLevel } from '#shared/domain/case.ts';
import type { DutyStandard, Standards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import { buildFlow } from '../levelling/flow.ts';
import { teamProblem } from '../levelling/problem.ts';
import { rollOut } from '../demand/load.ts';
import { chainsOf, intervalOf, owes, plannedRisk } from '../rollout.ts';
import { sum } from '../sum.ts';
import type { Assumed } from './assumed.ts';
import { remembered, type ScenarioBase } from './base.ts';
import { SplitFlow } from './split-flow.ts';

export type DutyCounts = {
  /** Occurrences of the cases held by month. */
  counts: number[];
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

/** The cases by team and level. */
export type Cells = {
  /** Tells these cases from others of the same base. */
  name: string;
  cases: ReadonlyArray<ReadonlyArray<readonly CaseRecord[]>>;
};

/** The duty as it is counted, the duties it takes for that, and the cases as the scenario has them. */
function asked(base: ScenarioBase, assumed: Assumed, duty: DutyStandard) {
  const duties = withFollowed(duty, assumed.standards);
  const replaced = assumed.ownIntervals.filter((own) => duties.some(({ key }) => own.startsWith(`${key}/`)));
  const { unassessedAs } = base.settings;
  return {
    duties,
    own: duties.find(({ key }) => key === duty.key) ?? duty,
    standards: { ...assumed.standards, duties },
    casesOf: (held: readonly CaseRecord[]): readonly CaseRecord[] =>
      replaced.length === 0 ? held : held.map((record) => withoutOwn(record, replaced, unassessedAs)),
    key: JSON.stringify([duties, replaced]),
  };
}

/** Occurrences of a duty by month, and how often a case owes it a month, for the cases of each team and level. */
export function dutyCounts(
  base: ScenarioBase,
  assumed: Assumed,
  duty: DutyStandard,
  cells: Cells,
): DutyCounts[][] {
  const { duties, own, standards, casesOf, key } = asked(base, assumed, duty);
  const { signOffsHeld, asAt, settings, months } = base;
  const { unassessedAs } = settings;
  const countsOf = (held: readonly CaseRecord[]): DutyCounts => {
    if (held.length === 0) return { counts: months.map(() => 0), often: null };
    const cases = casesOf(held);
    const work = rollOut({ cases, signOffsHeld, standards, unassessedAs, asAt }, months.length);
    const often = cases.map((record) => oftenOf(record, own, duties, plannedRisk(record, unassessedAs)));
    return { counts: work.counts[duty.key] ?? [], often: sum(often) / cases.length };
  };
  return remembered(base, `counts ${cells.name} ${key}`, () =>
    cells.cases.map((levels) => levels.map(countsOf)),
  );
}

/** The flow of the duty's work as levelling has it, an hour each, to be split: by team and level. */
export function dutyFlows(
  base: ScenarioBase,
  assumed: Assumed,
  duty: DutyStandard,
  cells: Cells,
): SplitFlow[][] {
  const { standards, casesOf, key } = asked(base, assumed, duty);
  const { asAt, settings, months } = base;
  const { unassessedAs, firstOpenMonth } = settings;
  const flowOf = (held: readonly CaseRecord[]): SplitFlow => {
    const chains = chainsOf(casesOf(held), { standards, unassessedAs, asAt });
    // Capacity has no bearing on what may be moved where.
    const capacity = months.map(() => hours(0));
    const firstMonth = Math.min(firstOpenMonth, months.length - 1);
    const problem = teamProblem({ chains, capacity, standards, firstMonth, target: null });
    return new SplitFlow(buildFlow(problem), months.length);
  };
  return remembered(base, `flows ${cells.name} ${key}`, () =>
    cells.cases.map((levels) => levels.map(flowOf)),
  );
}
