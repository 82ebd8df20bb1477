/** The work of each team and risk level: that of cases held, rolled out month by month, and that of a case to come. */
import { riskLevels, type CaseRecord, type RiskLevel } from '#shared/domain/case.ts';
import type { DutyStandard, Reset, Standards } from '#shared/domain/standards.ts';
import { endIndex, risks } from '../forecast/cases/facts.ts';
import { rollOut } from '../load.ts';
import { intervalOf, owes, plannedRisk } from '../rollout.ts';
import { countsIn } from '../staffing/ratio.ts';
import { sum } from '../sum.ts';
import type { Assumed } from './assumed.ts';
import { byLevel, remembered, type ScenarioBase } from './base.ts';

export type WorkRow = {
  duty: string;
  /** Months; those of the standard. */
  interval: number;
  window: number;
  catchUp: number;
  reset: Reset;
  hours: number[];
  /** Hours of month 0 that were due before. */
  overdue: number;
};

export type LevelWork = {
  rows: WorkRow[];
  /** Hours a month of a case to come: as the cases held owe, spread evenly. */
  perNew: number;
  /** Share of the cases that the ratio counts. */
  counted: number;
};

export type TeamWork = {
  /** Cases held at the end of each month, by level: those whose notification has not ended. */
  held: number[][];
  levels: LevelWork[];
};

const isManagers = (duty: DutyStandard): boolean => duty.hoursOf === 'offender-manager';

type Terms = { standards: Standards; unassessedAs: RiskLevel };

/** Hours a month that one case calls for in the long run. */
function steadyHours(record: CaseRecord, { standards, unassessedAs }: Terms): number {
  const risk = plannedRisk(record, unassessedAs);
  const often = new Map<string, number>();
  for (const duty of standards.duties) {
    if (duty.follows !== null || !owes(record, duty)) continue;
    const state = record.duties.find((one) => one.duty === duty.key);
    often.set(duty.key, 1 / intervalOf(state, duty.values[risk]));
  }
  for (const duty of standards.duties) {
    if (duty.follows === null || !owes(record, duty)) continue;
    often.set(duty.key, sum(duty.follows.map((key) => often.get(key) ?? 0)));
  }
  return sum(
    standards.duties
      .filter(isManagers)
      .map((duty) => (often.get(duty.key) ?? 0) * duty.values[risk].hours.value),
  );
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length;

function rowsOf(cases: readonly CaseRecord[], level: number, base: ScenarioBase, terms: Terms): WorkRow[] {
  if (cases.length === 0) return [];
  const months = base.months.length;
  const work = rollOut({ cases, asAt: base.asAt, ...terms }, months);
  const own = risks[level];
  const risk = own === undefined || own === 'unassessed' ? terms.unassessedAs : own;
  return terms.standards.duties.filter(isManagers).map((duty) => {
    const values = duty.values[risk];
    const interval = Math.max(1, Math.round(values.interval.value));
    const overdue = work.items.filter((item) => item.duty === duty.key && item.isOverdue && item.month === 0);
    return {
      duty: duty.key,
      interval,
      window: duty.movable ? Math.min(Math.round(values.window.value), interval - 1) : 0,
      catchUp: duty.movable ? Math.round(values.catchUp.value) : 0,
      reset: duty.reset,
      hours: [...(work.loadByDuty[duty.key] ?? [])],
      overdue: sum(overdue.map((item) => item.hours)),
    };
  });
}

/** Cases without intervals of their own where the scenario replaces these. */
function withoutOwn(record: CaseRecord, replaced: ReadonlySet<string>, unassessedAs: RiskLevel): CaseRecord {
  const risk = plannedRisk(record, unassessedAs);
  return {
    ...record,
    duties: record.duties.map((state) =>
      replaced.has(`${state.duty}/${risk}`) ? { ...state, interval: null } : state,
    ),
  };
}

/** Each team's work with all its active cases as they are, or all of them reactive. */
function workOfTeams(base: ScenarioBase, assumed: Assumed, allReactive: boolean): TeamWork[] {
  const { unassessedAs, ratioNumerator } = base.settings;
  const terms: Terms = { standards: assumed.standards, unassessedAs };
  const replaced = new Set(assumed.ownIntervals);
  const prepare = (record: CaseRecord): CaseRecord => {
    const own = replaced.size === 0 ? record : withoutOwn(record, replaced, unassessedAs);
    return allReactive ? { ...own, mode: 'reactive' } : own;
  };
  const teams = base.teams.map(({ cases }) => byLevel(cases.map(prepare)));
  const countedShare = (cases: readonly CaseRecord[]): number | null =>
    mean(cases.map((record) => (countsIn(record, ratioNumerator) ? 1 : 0)));
  // What a team has no case of is taken from the force's; what the force has none of counts and owes all.
  const force = risks.map((_, level) => teams.flatMap((levels) => levels[level] ?? []));
  const forceNew = force.map((cases) => mean(cases.map((record) => steadyHours(record, terms))));
  const forceCounted = force.map(countedShare);
  const anyNew = mean(force.flat().map((record) => steadyHours(record, terms))) ?? 0;
  return teams.map((levels) => ({
    held: levels.map((cases) => heldByMonth(cases, base)),
    levels: levels.map((cases, level) => ({
      rows: rowsOf(cases, level, base, terms),
      perNew: mean(cases.map((record) => steadyHours(record, terms))) ?? forceNew[level] ?? anyNew,
      counted: countedShare(cases) ?? forceCounted[level] ?? 1,
    })),
  }));
}

function heldByMonth(cases: readonly CaseRecord[], { months, asAt }: ScenarioBase): number[] {
  const ends = cases.map((record) => endIndex(record.notificationEnd, asAt));
  return months.map((_, at) => ends.filter((end) => end === null || end > at).length);
}

const keyOf = ({ standards, ownIntervals }: Assumed): string =>
  JSON.stringify([standards.duties, ownIntervals]);

export type Work = { asHeld: TeamWork[]; reactive: TeamWork[] | null };

/** The work under a scenario's standards; with all cases reactive too where the scenario makes some so. */
export const workOf = (base: ScenarioBase, assumed: Assumed): Work => ({
  asHeld: remembered(base, `held ${keyOf(assumed)}`, () => workOfTeams(base, assumed, false)),
  reactive:
    assumed.reactive.length === 0
      ? null
      : remembered(base, `reactive ${keyOf(assumed)}`, () => workOfTeams(base, assumed, true)),
});

/** Index of a level among the cells'. */
export const levelIndex = (risk: RiskLevel): number => riskLevels.indexOf(risk);
