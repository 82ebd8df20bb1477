/** The case-by-case forecast against invented forces whose truth is known. */
import { forecastCases } from '#shared/planning/forecast/cases/forecast-cases.ts';
import { project } from '#shared/planning/forecast/cases/project.ts';
import { rangeOf } from '#shared/planning/forecast/cases/ranges.ts';
import { largeForce } from './force.ts';
import { inventWorld } from './forecast-world.ts';
import { measure, type Figure } from './measure.ts';

const SNAPSHOTS = 24;
const HORIZONS = [12, 36];
const RUNS = 300;

type Tally = {
  forecasts: number;
  in50: number;
  in80: number;
  below: number;
  error: number;
  bias: number;
  last: number;
  drift: number;
};
const empty = (): Tally => ({
  forecasts: 0,
  in50: 0,
  in80: 0,
  below: 0,
  error: 0,
  bias: 0,
  last: 0,
  drift: 0,
});

type Made = { truth: number; median: number; low: number; high: number; low50: number; high50: number };

function add(tally: Tally, made: Made, last: number, drift: number): void {
  const { truth, median, low, high, low50, high50 } = made;
  tally.forecasts++;
  if (truth >= low && truth <= high) tally.in80++;
  if (truth >= low50 && truth <= high50) tally.in50++;
  if (truth < low) tally.below++;
  tally.error += Math.abs(median - truth) / truth;
  tally.bias += (median - truth) / truth;
  tally.last += Math.abs(last - truth) / truth;
  tally.drift += Math.abs(drift - truth) / truth;
}

const at = (values: readonly number[], index: number): number => values[index] ?? NaN;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Prints how often the ranges held the truth and how wrong the medians were. */
export function benchForecastCases(forces = 200): void {
  const tallies = new Map<string, Tally>();
  const tallyOf = (name: string): Tally => {
    const tally = tallies.get(name) ?? empty();
    tallies.set(name, tally);
    return tally;
  };
  let time = 0;
  for (let force = 0; force < forces; force++) {
    const world = inventWorld(1000 + force, SNAPSHOTS, HORIZONS);
    const started = performance.now();
    const { outcomes, teams, newest } = project({
      snapshots: world.snapshots,
      months: Math.max(...HORIZONS),
      runs: RUNS,
      seed: force,
    });
    const range = rangeOf(outcomes.force, Math.max(...HORIZONS));
    time += performance.now() - started;
    const ofTeams = outcomes.teams.map((values) => rangeOf(values, Math.max(...HORIZONS)));
    const [first = 0] = world.counts;
    const last = world.counts.at(-1) ?? 0;
    for (const [index, horizon] of HORIZONS.entries()) {
      const made = (of: typeof range, truth: number): Made => ({
        truth,
        median: at(of.median, horizon - 1),
        low: at(of.low, horizon - 1),
        high: at(of.high, horizon - 1),
        low50: at(of.low50, horizon - 1),
        high50: at(of.high50, horizon - 1),
      });
      const drift = last + ((last - first) / (SNAPSHOTS - 1)) * horizon;
      add(tallyOf(`force, ${String(horizon)} months`), made(range, world.truths[index] ?? NaN), last, drift);
      for (const [team, of] of ofTeams.entries()) {
        const name = teams.names[team] ?? '';
        const then = (snapshot: typeof newest | undefined): number =>
          snapshot?.cases.filter((one) => one.team === name).length ?? 0;
        const [before, now] = [then(world.snapshots[0]), then(newest)];
        const straight = now + ((now - before) / (SNAPSHOTS - 1)) * horizon;
        const truth = world.teamTruths[index]?.get(name) ?? 0;
        if (truth > 0) add(tallyOf(`teams, ${String(horizon)} months`), made(of, truth), now, straight);
      }
    }
  }
  console.table(
    [...tallies].map(([name, tally]) => {
      const share = (sum: number): string => percent(sum / tally.forecasts);
      return {
        forecasts: `${String(tally.forecasts)} × ${name}`,
        'in 80 %': share(tally.in80),
        'in 50 %': share(tally.in50),
        below: share(tally.below),
        'median error': share(tally.error),
        bias: share(tally.bias),
        'last value': share(tally.last),
        'straight line': share(tally.drift),
      };
    }),
  );
  console.log(`${String(RUNS)} runs a force; ${(time / forces).toFixed(0)} ms a force on average.`);
}

/** Speed: 1,000 runs of a whole force over five years, alone and with their back-test. */
export async function benchForecastTime(): Promise<Figure[]> {
  const { snapshots } = largeForce(36);
  const input = { snapshots, months: 60, runs: 1000, seed: 1 };
  return [
    await measure('2,200 cases × 60 months × 1,000 runs forecast', 1000, () => project(input), 5),
    await measure('the same with its back-test', 3000, () => forecastCases(input), 3),
  ];
}
