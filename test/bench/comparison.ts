/** Levelling against what a spreadsheet does, on invented teams. */
import { loadSolver } from '#electron/engine/workers/highs.ts';
import { isoDate, monthZero } from '#shared/domain/dates.ts';
import { level } from '#shared/planning/levelling/level.ts';
import { AS_AT } from './force.ts';
import { spreadsheet } from './spreadsheet.ts';
import { inventedTeams } from './teams.ts';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

type Result = { before: number; ours: number; bound: number; claimed: number; delivered: number };

async function compare(count: number): Promise<Result[]> {
  const solver = await loadSolver();
  const month0 = monthZero(isoDate(AS_AT));
  return inventedTeams(count).flatMap(({ team, problem }) => {
    const { peakBefore, peakAfter, lowerBound } = level({ team, month0, problem, solver });
    if (peakBefore === null || peakAfter === null || lowerBound === null) return [];
    const { claimed, delivered } = spreadsheet(problem);
    return [{ before: peakBefore, ours: peakAfter, bound: lowerBound, claimed, delivered }];
  });
}

function show(results: readonly Result[]): void {
  const row = (name: string, of: (one: Result) => number) => {
    const above = results.map((one) => of(one) / one.bound - 1);
    const mostAbove = Math.max(...above);
    return {
      peak: name,
      mean: percent(mean(results.map(of))),
      'above the bound, mean': percent(mean(above)),
      'above the bound, most': percent(mostAbove),
      'over capacity, teams': results.filter((one) => of(one) > 1).length,
    };
  };
  console.table([
    row('nothing moved', (one) => one.before),
    row('spreadsheet, as claimed', (one) => one.claimed),
    row('spreadsheet, as delivered', (one) => one.delivered),
    row('levelling', (one) => one.ours),
    row('bound', (one) => one.bound),
  ]);
  const count = (of: (one: Result) => boolean): string => String(results.filter(of).length);
  console.log(
    `${String(results.length)} teams. The spreadsheet delivers more than it claims in ` +
      `${count((one) => one.delivered > one.claimed + 1e-9)}, and a peak above that of moving nothing in ` +
      `${count((one) => one.delivered > one.before + 1e-9)}; levelling is lower in ` +
      `${count((one) => one.ours < one.delivered - 1e-9)}, higher in ` +
      `${count((one) => one.ours > one.delivered + 1e-9)}.`,
  );
}

/** @param teams how many invented teams both are given */
export async function benchComparison(teams = 200): Promise<void> {
  show(await compare(teams));
}
