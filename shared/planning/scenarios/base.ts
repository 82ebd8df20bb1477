/** What every scenario of a snapshot starts from: teams with their cases, people and known absences, and the futures. */
import type { KindedAbstraction } from '#shared/domain/abstraction.ts';
import type { CaseRecord } from '#shared/domain/case.ts';
import { monthRange, monthZero, type IsoDate, type Month } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import type { PayTable } from '#shared/domain/pay.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Standards } from '#shared/domain/standards.ts';
import { capacityBreakdown, type Assumptions } from '../capacity.ts';
import { byTeam } from '../demand/demand.ts';
import { TeamIndex } from '../forecast/cases/facts.ts';
import { countsIn } from '../staffing/numerator.ts';
import { LEVELS, type Futures } from '../forecast/cases/futures.ts';

export type BaseTeam = {
  team: string;
  /** Index of the team's first cell in the futures; null where the snapshot holds no case of it. */
  firstCell: number | null;
  cases: readonly CaseRecord[];
  officers: readonly Officer[];
  /** RSOs that the ratio counts, as at the snapshot. */
  counted: number;
};

export type ScenarioBase = {
  snapshotId: number;
  asAt: IsoDate;
  rosterAsAt: IsoDate | null;
  month0: Month;
  months: Month[];
  teams: BaseTeam[];
  /** Of the whole snapshot: see {@link signOffsHeldIn}. */
  signOffsHeld: ReadonlySet<string>;
  abstractions: readonly KindedAbstraction[];
  absencesHeldTo: IsoDate;
  standards: Standards;
  settings: Settings;
  pay: PayTable;
  futures: Futures;
  /** What was worked out already, by what it rests on: editing a scenario asks for the same again and again. */
  memo: Map<string, unknown>;
};

export type BaseInput = Omit<ScenarioBase, 'month0' | 'months' | 'teams' | 'memo'> & {
  cases: readonly CaseRecord[];
  officers: readonly Officer[];
};

/** What all scenarios of a snapshot start from: its cases by team beside the futures, with nothing worked out yet. */
export function scenarioBase(input: BaseInput): ScenarioBase {
  const { cases, officers, ...rest } = input;
  const { asAt, futures, settings } = rest;
  const cells = new TeamIndex(futures.teams);
  return {
    ...rest,
    month0: monthZero(asAt),
    months: monthRange(monthZero(asAt), futures.months),
    teams: byTeam(cases, officers).map((group) => {
      const index = cells.of(group.team);
      return {
        ...group,
        firstCell: index < 0 ? null : index * LEVELS,
        counted: group.cases.filter((record) => countsIn(record, settings.ratioNumerator)).length,
      };
    }),
    memo: new Map(),
  };
}

const MOST_KEPT = 100;

/** The value under the key, worked out once; what has not been asked for longest is forgotten. */
export function remembered<T>(base: ScenarioBase, key: string, work: () => T): T {
  const value = base.memo.has(key) ? (base.memo.get(key) as T) : work();
  base.memo.delete(key);
  base.memo.set(key, value);
  for (const oldest of base.memo.keys()) {
    if (base.memo.size <= MOST_KEPT) break;
    base.memo.delete(oldest);
  }
  return value;
}

export type AbsenceFacts = {
  /** Expected abstraction as a share of contracted hours. */
  rate: number;
  /** Hours known to be lost in each month. */
  known: number[];
};

/** Each team's abstraction, as its records or the assumptions tell it. */
export const absencesOf = (base: ScenarioBase, assumptions: Assumptions): AbsenceFacts[] =>
  remembered(base, `absences ${JSON.stringify(assumptions)}`, () =>
    base.teams.map(({ officers }) => {
      const { abstractions, absencesHeldTo, months } = base;
      const { rate, months: rows } = capacityBreakdown({
        officers,
        abstractions,
        assumptions,
        role: 'offender-manager',
        absencesHeldTo,
        months,
      });
      return { rate: rate.rate, known: rows.map((row) => row.known) };
    }),
  );
