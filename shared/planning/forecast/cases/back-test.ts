/** Past error: the last months held are hidden, forecast from what was known before, and compared. */
import type { CasesPastError, PastError } from '#shared/domain/forecast.ts';
import { teamKey } from '#shared/domain/team.ts';
import { closestMonthEnd, monthsApart, type SnapshotFacts } from './facts.ts';
import { project } from './project.ts';
import { rangeOf } from './ranges.ts';

/** Fewer snapshots give no rate worth testing. */
export const FEWEST_SNAPSHOTS = 3;
const RUNS = 200;
const MOST_ORIGINS = 12;
/** Months between two origins at the least, and before the newest snapshot. */
const STEP_MONTHS = 3;
/** Months ahead at which forecasts are compared. */
const HORIZONS = [3, 6, 12, 24, 36];

type Made = { months: number; truth: number; last: number; median: number; in50: boolean; in80: boolean };

function scored(made: readonly Made[]): PastError {
  const mean = (value: (one: Made) => number): number =>
    made.reduce((sum, one) => sum + value(one), 0) / Math.max(1, made.length);
  return {
    forecasts: made.length,
    mape: mean(({ median, truth }) => Math.abs(median - truth) / truth),
    sameAsLast: mean(({ last, truth }) => Math.abs(last - truth) / truth),
    covered50: mean(({ in50 }) => (in50 ? 1 : 0)),
    covered80: mean(({ in80 }) => (in80 ? 1 : 0)),
  };
}

function countsByTeam({ cases }: SnapshotFacts): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { team } of cases) counts.set(team, (counts.get(team) ?? 0) + 1);
  const byKey = new Map<string, number>();
  for (const [team, count] of counts) byKey.set(teamKey(team), (byKey.get(teamKey(team)) ?? 0) + count);
  return byKey;
}

/** Indices of the snapshots to forecast from, newest first. */
function originsOf(snapshots: readonly SnapshotFacts[]): number[] {
  const newest = snapshots.at(-1);
  const first = snapshots[FEWEST_SNAPSHOTS - 1];
  if (!newest || !first) return [];
  const span = monthsApart(first.asAt, newest.asAt);
  const step = STEP_MONTHS * Math.max(1, Math.ceil(span / STEP_MONTHS / MOST_ORIGINS));
  const found: number[] = [];
  let wanted = STEP_MONTHS;
  for (let index = snapshots.length - 1; index >= FEWEST_SNAPSHOTS - 1; index--) {
    const snapshot = snapshots[index];
    // A month is 28 to 31 days: a little short of three months are three.
    if (!snapshot || monthsApart(snapshot.asAt, newest.asAt) < wanted - 0.2) continue;
    found.push(index);
    wanted += step;
  }
  return found.slice(0, MOST_ORIGINS);
}

/** Later snapshots at the months compared, each with the index of its month. */
function laterOnes(snapshots: readonly SnapshotFacts[], origin: number): Array<[SnapshotFacts, number]> {
  const from = snapshots[origin];
  if (!from) return [];
  const byMonth = new Map<number, SnapshotFacts>();
  for (const later of snapshots.slice(origin + 1)) byMonth.set(closestMonthEnd(from.asAt, later.asAt), later);
  return HORIZONS.flatMap((months): Array<[SnapshotFacts, number]> => {
    const later = byMonth.get(months - 1);
    return later ? [[later, months - 1]] : [];
  });
}

type Tested = { force: Made[]; teams: Made[] };

function test(snapshots: readonly SnapshotFacts[], origin: number, seed: number): Tested {
  const compared = laterOnes(snapshots, origin);
  const months = 1 + Math.max(-1, ...compared.map(([, month]) => month));
  if (months === 0) return { force: [], teams: [] };
  const known = snapshots.slice(0, origin + 1);
  const { outcomes, teams, newest } = project({ snapshots: known, months, runs: RUNS, seed });
  const make = (values: Int32Array, truthOf: (later: SnapshotFacts) => number, last: number): Made[] => {
    const range = rangeOf(values, months);
    return compared.flatMap(([later, month]) => {
      const truth = truthOf(later);
      const at = (list: readonly number[]): number => list[month] ?? 0;
      if (truth === 0) return [];
      const isIn = (low: readonly number[], high: readonly number[]): boolean =>
        truth >= at(low) && truth <= at(high);
      return {
        months: month + 1,
        truth,
        last,
        median: at(range.median),
        in50: isIn(range.low50, range.high50),
        in80: isIn(range.low, range.high),
      };
    });
  };
  const counts = new Map(compared.map(([later]) => [later, countsByTeam(later)]));
  const now = countsByTeam(newest);
  return {
    force: make(outcomes.force, ({ cases }) => cases.length, newest.cases.length),
    teams: teams.names.flatMap((name, index) => {
      const key = teamKey(name);
      const truthOf = (later: SnapshotFacts): number => counts.get(later)?.get(key) ?? 0;
      return make(outcomes.teams[index] ?? new Int32Array(0), truthOf, now.get(key) ?? 0);
    }),
  };
}

/**
 * How wrong forecasts from earlier snapshots held have been; null where there are too few to tell.
 *
 * @param snapshots oldest first
 */
export function backTest(
  snapshots: readonly SnapshotFacts[],
  seed: number,
  onStep: (share: number) => void = () => undefined,
): CasesPastError | null {
  const origins = originsOf(snapshots);
  const tested = origins.map((origin, index) => {
    onStep(index / origins.length);
    return test(snapshots, origin, seed);
  });
  const force = tested.flatMap((one) => one.force);
  if (force.length === 0) return null;
  const horizons = HORIZONS.filter((months) => force.some((made) => made.months === months));
  return {
    ...scored(force),
    origins: tested.filter((one) => one.force.length > 0).length,
    byHorizon: horizons.map((months) => ({
      ...scored(force.filter((made) => made.months === months)),
      months,
    })),
    teams: scored(tested.flatMap((one) => one.teams)),
  };
}
