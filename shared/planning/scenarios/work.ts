/** The work of each team and risk level: that of cases held, rolled out month by month, and that of a case to come. */
import { riskLevels, type CaseRecord, type RiskLevel } from '#shared/domain/case.ts';
import type { DutyStandard } from '#shared/domain/standards.ts';
import { byLevel, endIndex, risks } from '../forecast/cases/facts.ts';
import { plannedRisk } from '../rollout.ts';
import { countedCases, countedShares } from '../staffing/counted.ts';
import { sum } from '../sum.ts';
import type { Assumed } from './assumed.ts';
import { remembered, type ScenarioBase } from './base.ts';
import { dutyCounts, type Cells, type DutyCounts } from './duty-work.ts';

export type LevelWork = {
  /** Hours of the cases held by month, nothing moved. */
  hours: number[];
  /** Hours a month of a case to come: as the cases held owe, spread evenly. */
  perNew: number;
  /** Share of the cases that the ratio counts, month by month: releases to come change it. */
  counted: number[];
};

export type TeamWork = {
  /** Cases held at the end of each month, by level: those whose notification has not ended. */
  held: number[][];
  levels: LevelWork[];
};

type CaseCells = Cells & {
  /** By team, level and month. */
  held: number[][][];
  counted: number[][][];
};

function heldByMonth(cases: readonly CaseRecord[], { months, asAt }: ScenarioBase): number[] {
  const ends = cases.map((record) => endIndex(record.notificationEnd, asAt));
  return months.map((_, at) => ends.filter((end) => end === null || end > at).length);
}

/** The cases by team and level, all as they are or all of them reactive. */
export function cellsOf(base: ScenarioBase, allReactive: boolean): CaseCells {
  const name = allReactive ? 'reactive' : 'held';
  return remembered(base, `cells ${name}`, () => {
    const as = (record: CaseRecord): CaseRecord => (allReactive ? { ...record, mode: 'reactive' } : record);
    const cases = base.teams.map((team) => byLevel(team.cases.map(as)));
    const counting = { numerator: base.settings.ratioNumerator, asAt: base.asAt };
    const counted = cases.map((levels) => levels.map((own) => countedCases(own, counting)));
    return {
      name,
      cases,
      held: cases.map((levels) => levels.map((own) => heldByMonth(own, base))),
      counted: countedShares(counted, base.months),
    };
  });
}

/** How often a case to come owes the duty: like those of its team and level, else of the level, else of all. */
function oftenOf(
  counts: ReadonlyArray<readonly DutyCounts[]>,
  cells: CaseCells,
  team: number,
  level: number,
): number {
  const own = counts[team]?.[level]?.often;
  if (own !== null && own !== undefined) return own;
  const weighted = (only: number | null): number | null => {
    const all = counts.flatMap((levels, at) =>
      levels.flatMap(({ often }, index) =>
        often === null || (only !== null && index !== only)
          ? []
          : [{ often, cases: cells.cases[at]?.[index]?.length ?? 0 }],
      ),
    );
    const cases = sum(all.map((one) => one.cases));
    return cases === 0 ? null : sum(all.map((one) => one.often * one.cases)) / cases;
  };
  return weighted(level) ?? weighted(null) ?? 0;
}

/** The level that cases are planned under. */
export const plannedLevel = ({ settings }: ScenarioBase, level: number): RiskLevel =>
  plannedRisk({ risk: risks[level] ?? 'unassessed' }, settings.unassessedAs);

function workOfTeams(base: ScenarioBase, assumed: Assumed, cells: CaseCells): TeamWork[] {
  const duties = assumed.standards.duties
    .filter(({ hoursOf }) => hoursOf === 'offender-manager')
    .map((duty) => ({ duty, counts: dutyCounts(base, assumed, duty, cells) }));
  return base.teams.map((_, team) => ({
    held: cells.held[team] ?? [],
    levels: risks.map((_, level): LevelWork => {
      const hoursOf = (duty: DutyStandard): number => duty.values[plannedLevel(base, level)].hours.value;
      const all = (of: (counts: DutyCounts[][]) => number): number =>
        sum(duties.map(({ duty, counts }) => of(counts) * hoursOf(duty)));
      return {
        hours: base.months.map((_, month) => all((counts) => counts[team]?.[level]?.counts[month] ?? 0)),
        perNew: all((counts) => oftenOf(counts, cells, team, level)),
        counted: cells.counted[team]?.[level] ?? [],
      };
    }),
  }));
}

export type Work = { asHeld: TeamWork[]; reactive: TeamWork[] | null };

/** The work under a scenario's standards; with all cases reactive too where the scenario makes some so. */
export const workOf = (base: ScenarioBase, assumed: Assumed): Work => ({
  asHeld: workOfTeams(base, assumed, cellsOf(base, false)),
  reactive: assumed.reactive.length === 0 ? null : workOfTeams(base, assumed, cellsOf(base, true)),
});

/** Index of a level among the cells'. */
export const levelIndex = (risk: RiskLevel): number => riskLevels.indexOf(risk);
