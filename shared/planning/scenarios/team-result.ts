/** One team's figures, or the force's, out of its people and paths. */
import type { Month } from '#shared/domain/dates.ts';
import type { MaybeSpread, Spread, TeamResult, YearNeed } from '#shared/domain/scenario-result.ts';
import { fte, hours, utilisation } from '#shared/domain/units.ts';
import { quantile } from '../forecast/cases/ranges.ts';
import { fteNeeded, isOver } from '../staffing/need.ts';
import type { LevellingOfTeam } from './levelled.ts';
import type { Paths } from './paths.ts';

export type Staffing = {
  inPost: number[];
  fte: number[];
  /** Full-time equivalents that the ratio divides by. */
  divisor: number[];
  capacity: number[];
};

export type TeamInput = {
  team: string | null;
  /** Of the paths' rows. */
  index: number;
  months: readonly Month[];
  limit: number;
  staffing: Staffing;
  middle: Paths;
  all: Paths | null;
  levelling: LevellingOfTeam | null;
};

type PathKey = 'rsos' | 'counted' | 'load';

function spreadOf({ middle, all, index, months }: TeamInput, key: PathKey): Spread {
  const row = all?.[key][index];
  const low: number[] = [];
  const high: number[] = [];
  if (all && row) {
    for (let month = 0; month < months.length; month++) {
      const column = row.slice(month * all.runs, (month + 1) * all.runs).sort();
      low.push(quantile(column, 0.1));
      high.push(quantile(column, 0.9));
    }
  }
  return {
    middle: [...(middle[key][index] ?? [])],
    low: row ? low : null,
    high: row ? high : null,
  };
}

const divided = (spread: Spread, by: readonly number[]): MaybeSpread => {
  const each = (values: readonly number[] | null): Array<number | null> | null =>
    values?.map((value, month) => {
      const own = by[month] ?? 0;
      return own > 0 ? value / own : null;
    }) ?? null;
  return { middle: each(spread.middle) ?? [], low: each(spread.low), high: each(spread.high) };
};

function firstOver(
  spread: Spread,
  most: readonly number[],
  months: readonly Month[],
): TeamResult['firstOverLimit'] {
  const first = (values: readonly number[] | null): Month | null =>
    months[values?.findIndex((value, month) => isOver(value, most[month] ?? 0)) ?? -1] ?? null;
  return { middle: first(spread.middle), high: first(spread.high) };
}

const monthsOver = (spread: Spread, most: readonly number[]): number =>
  spread.middle.filter((value, month) => isOver(value, most[month] ?? 0)).length;

/**
 * Share of futures over in each month, and within in all months from `first` to `last`.
 *
 * @param row values at `month × runs + run`
 */
export function chances(
  row: Float64Array,
  runs: number,
  most: readonly number[],
  window: { first: number; last: number } = { first: 0, last: most.length - 1 },
): { over: number[]; within: number } {
  const isOut = new Uint8Array(runs);
  const over = most.map((value, month) => {
    let count = 0;
    for (let run = 0; run < runs; run++) {
      if (!isOver(row[month * runs + run] ?? 0, value)) continue;
      count++;
      if (month >= window.first && month <= window.last) isOut[run] = 1;
    }
    return count / runs;
  });
  return { over, within: isOut.reduce((total, out) => total + 1 - out, 0) / runs };
}

function needOf({ months, limit, staffing }: TeamInput, counted: Spread): YearNeed[] {
  return months.flatMap((month, at) => {
    if (!month.endsWith('-03')) return [];
    const needed = fteNeeded(counted.middle[at] ?? 0, limit);
    const low = counted.low?.[at];
    const high = counted.high?.[at];
    const there = staffing.divisor[at] ?? 0;
    return [
      {
        month,
        counted: counted.middle[at] ?? 0,
        needed,
        low: low === undefined ? null : fteNeeded(low, limit),
        high: high === undefined ? null : fteNeeded(high, limit),
        fte: fte(there),
        shortBy: fte(Math.max(0, needed - there)),
      },
    ];
  });
}

type Peaks = Pick<NonNullable<TeamInput['levelling']>, 'peakBefore' | 'peakAfter'>;

const peaksOf = ({ peakBefore, peakAfter }: Peaks) => ({
  peakBefore: peakBefore === null ? null : utilisation(peakBefore),
  peakAfter: peakAfter === null ? null : utilisation(peakAfter),
});

/** The figures of one team, or of the force, month by month: RSOs, people, ratio, load, capacity, chances and need (planning §4). */
export function teamResult(input: TeamInput): TeamResult {
  const { team, index, months, limit, staffing, middle, all, levelling } = input;
  const rsos = spreadOf(input, 'rsos');
  const counted = spreadOf(input, 'counted');
  const load = spreadOf(input, 'load');
  const most = staffing.divisor.map((value) => value * limit);
  const rows = all && { counted: all.counted[index], load: all.load[index] };
  const ofLimit = all && rows?.counted ? chances(rows.counted, all.runs, most) : null;
  const ofCapacity = all && rows?.load ? chances(rows.load, all.runs, staffing.capacity) : null;
  return {
    team,
    rsos,
    counted,
    inPost: staffing.inPost.map(fte),
    fte: staffing.fte.map(fte),
    divisor: staffing.divisor.map(fte),
    ratio: divided(counted, staffing.divisor),
    load,
    newLoad: [...(middle.newLoad[index] ?? [])].map(hours),
    capacity: staffing.capacity.map(hours),
    utilisation: divided(load, staffing.capacity),
    firstOverLimit: firstOver(counted, most, months),
    firstOverCapacity: firstOver(load, staffing.capacity, months),
    monthsOverLimit: monthsOver(counted, most),
    monthsOverCapacity: monthsOver(load, staffing.capacity),
    chanceOverLimit: ofLimit?.over ?? null,
    chanceOverCapacity: ofCapacity?.over ?? null,
    chanceWithinLimit: ofLimit?.within ?? null,
    chanceWithinCapacity: ofCapacity?.within ?? null,
    need: needOf(input, counted),
    levelling: levelling && {
      ...peaksOf(levelling),
      horizon: { months: levelling.horizon.months, ...peaksOf(levelling.horizon) },
      extraHours: hours(levelling.extraHours),
    },
  };
}
