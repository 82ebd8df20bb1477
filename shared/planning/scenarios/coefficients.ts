/** A scenario as plain numbers for each month, team and level, so that a thousand futures take a moment. */
import { monthsBetween, type Month } from '#shared/domain/dates.ts';
import { bearsOn, type Assumed } from './assumed.ts';
import type { ScenarioBase } from './base.ts';
import { LEVELS } from '../forecast/cases/futures.ts';
import { levelIndex, workOf, type LevelWork } from './work.ts';

/** Values stand at `month × cells + cell`, a cell being `team × levels + level` in the order of the base's teams. */
export type Coefficients = {
  months: number;
  teams: number;
  cells: number;
  /** First cell of each team in the futures, or -1. */
  source: Int32Array;
  growth: Float64Array;
  /** Cases of the snapshot that are still held. */
  held: Float64Array;
  /** Hours of each of these, and of each case beyond them. */
  perHeld: Float64Array;
  perNew: Float64Array;
  /** Share that the ratio counts. */
  counted: Float64Array;
  /** What changes level: from that month on a share of the cases of one cell stands in another. */
  mixes: Array<{ month: number; from: number; to: number; share: number }>;
};

const monthIndex = (base: ScenarioBase, month: Month): number => monthsBetween(base.month0, month);

/** Share of a team's active cases of each level that are reactive instead, month by month. */
export function reactiveShares(base: ScenarioBase, assumed: Assumed, team: string): number[][] {
  const shares = Array.from({ length: LEVELS }, () => base.months.map(() => 0));
  for (const change of assumed.reactive) {
    if (!bearsOn(change.team, team)) continue;
    const from = Math.max(0, monthIndex(base, change.from));
    shares[levelIndex(change.risk)]?.fill(change.share, from);
  }
  return shares;
}

function mixesOf(base: ScenarioBase, assumed: Assumed): Coefficients['mixes'] {
  return assumed.mixes.flatMap((change) =>
    base.teams.flatMap(({ team }, index) =>
      bearsOn(change.team, team)
        ? [
            {
              month: monthIndex(base, change.from),
              from: index * LEVELS + levelIndex(change.fromRisk),
              to: index * LEVELS + levelIndex(change.toRisk),
              share: change.share,
            },
          ]
        : [],
    ),
  );
}

const blend = (held: number, reactive: number, share: number): number =>
  held * (1 - share) + reactive * share;

function fillLevel(
  into: Coefficients,
  at: { cell: number; growth: number },
  held: readonly number[],
  work: { held: LevelWork; reactive: LevelWork | undefined; shares: readonly number[] },
  factor: number,
): void {
  for (let month = 0; month < into.months; month++) {
    const index = month * into.cells + at.cell;
    const share = work.reactive ? (work.shares[month] ?? 0) : 0;
    const other = work.reactive ?? work.held;
    const cases = held[month] ?? 0;
    const hours = blend(work.held.hours[month] ?? 0, other.hours[month] ?? 0, share);
    into.growth[index] = (1 + at.growth) ** ((month + 1) / 12);
    into.held[index] = cases;
    into.perHeld[index] = cases > 0 ? (hours * factor) / cases : 0;
    into.perNew[index] = blend(work.held.perNew, other.perNew, share) * factor;
    into.counted[index] = blend(work.held.counted[month] ?? 1, other.counted[month] ?? 1, share);
  }
}

/** The terms by which futures are multiplied: growth, hours of each case and share counted, by month, team and risk level. */
export function coefficientsOf(base: ScenarioBase, assumed: Assumed): Coefficients {
  const work = workOf(base, assumed);
  const months = base.months.length;
  const cells = base.teams.length * LEVELS;
  const empty = (): Float64Array => new Float64Array(months * cells);
  const into: Coefficients = {
    months,
    teams: base.teams.length,
    cells,
    source: Int32Array.from(base.teams, ({ firstCell }) => firstCell ?? -1),
    growth: empty(),
    held: empty(),
    perHeld: empty(),
    perNew: empty(),
    counted: empty(),
    mixes: mixesOf(base, assumed),
  };
  for (const [index, { team }] of base.teams.entries()) {
    const own = work.asHeld[index];
    if (!own) continue;
    const shares = reactiveShares(base, assumed, team);
    for (const [level, held] of own.levels.entries()) {
      const at = { cell: index * LEVELS + level, growth: assumed.extraGrowth[index] ?? 0 };
      const reactive = work.reactive?.[index]?.levels[level];
      fillLevel(
        into,
        at,
        own.held[level] ?? [],
        { held, reactive, shares: shares[level] ?? [] },
        assumed.hoursFactor,
      );
    }
  }
  return into;
}
