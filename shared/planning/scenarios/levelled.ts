/** A scenario's coefficients with the work of cases held levelled, team by team, on the middle path. */
import { sum } from '../sum.ts';
import type { Assumed } from './assumed.ts';
import type { ScenarioBase } from './base.ts';
import { blend, reactiveShares, type Coefficients } from './coefficients.ts';
import { LEVELS } from './futures.ts';
import { estimateLevelling, type Estimated } from './level-estimate.ts';
import { keptOnMiddlePath, middlePath } from './paths.ts';
import type { Work, WorkRow } from './work.ts';

export type LevellingOfTeam = Omit<Estimated, 'rows'>;

/** A level's rows with some of its cases reactive: duty by duty, month by month. */
function blended(work: Work, team: number, level: number, shares: readonly number[]): WorkRow[] {
  const held = work.asHeld[team]?.levels[level]?.rows ?? [];
  const reactive = work.reactive?.[team]?.levels[level]?.rows;
  if (!reactive) return [...held];
  return held.map((row, index) => ({
    ...row,
    hours: row.hours.map((hours, month) =>
      blend(hours, reactive[index]?.hours[month] ?? 0, shares[month] ?? 0),
    ),
    overdue: blend(row.overdue, reactive[index]?.overdue ?? 0, shares[0] ?? 0),
  }));
}

/** The rows as the middle path has them: in proportion to the cases of each month that it keeps. */
function onPath(row: WorkRow, factors: readonly number[]): WorkRow {
  return {
    ...row,
    hours: row.hours.map((hours, month) => hours * (factors[month] ?? 0)),
    overdue: row.overdue * (factors[0] ?? 0),
  };
}

type Input = {
  base: ScenarioBase;
  assumed: Assumed;
  work: Work;
  terms: Coefficients;
  /** Capacity of each team by month. */
  capacity: ReadonlyArray<readonly number[]>;
};

function levelTeam(
  { base, assumed, work, terms }: Input,
  team: number,
  facts: { fixed: readonly number[]; capacity: readonly number[]; kept: Float64Array },
  into: Float64Array,
): LevellingOfTeam {
  const shares = reactiveShares(base, assumed, base.teams[team]?.team ?? '');
  const index = (level: number, month: number): number => month * terms.cells + team * LEVELS + level;
  const levels = Array.from({ length: LEVELS }, (_, level) => {
    const factors = base.months.map((_, month) => {
      const held = terms.held[index(level, month)] ?? 0;
      return held > 0 ? ((facts.kept[index(level, month)] ?? 0) / held) * assumed.hoursFactor : 0;
    });
    return blended(work, team, level, shares[level] ?? []).map((row) => onPath(row, factors));
  });
  const { rows, ...told } = estimateLevelling({ rows: levels.flat(), ...facts });
  let next = 0;
  for (const [level, own] of levels.entries()) {
    const moved = rows.slice(next, next + own.length);
    next += own.length;
    for (const month of base.months.keys()) {
      const kept = facts.kept[index(level, month)] ?? 0;
      const hours = sum(moved.map((row) => row[month] ?? 0));
      into[index(level, month)] = kept > 0 ? hours / kept : 0;
    }
  }
  return told;
}

/**
 * Levels the teams for which the scenario has levelling on. The work of cases not known yet cannot be moved, so it
 * stands as it is; other futures than the middle path meet the same plan.
 */
export function withLevelling(input: Input): {
  terms: Coefficients;
  levelling: Array<LevellingOfTeam | null>;
} {
  const { base, assumed, terms, capacity } = input;
  if (!assumed.levelling.includes(true)) {
    return { terms, levelling: base.teams.map(() => null) };
  }
  const path = middlePath(base.futures, terms);
  const kept = keptOnMiddlePath(base.futures, terms);
  const perHeld = Float64Array.from(terms.perHeld);
  const levelling = base.teams.map((_, team) =>
    assumed.levelling[team] === true
      ? levelTeam(
          input,
          team,
          { fixed: [...(path.newLoad[team] ?? [])], capacity: capacity[team] ?? [], kept },
          perHeld,
        )
      : null,
  );
  return { terms: { ...terms, perHeld }, levelling };
}
