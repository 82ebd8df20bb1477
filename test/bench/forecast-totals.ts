/** Forecasts from yearly totals against published counts of areas, when the file of counts is at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { totalsMethods, type TotalsMethod } from '#shared/domain/forecast.ts';
import type { YearCount } from '#shared/domain/national-counts.ts';
import { forecastTotals } from '#shared/planning/forecast/totals/forecast-totals.ts';
import { methods } from '#shared/planning/forecast/totals/methods.ts';

/** Published counts by area: no part of the project, used where they are at hand. */
const file = new URL('../../../shared/data/mappa.csv', import.meta.url);

type Area = { area: string; series: YearCount[] };
type Case = { area: string; known: YearCount[]; ahead: number; truth: number };
type Shown = 'shipped choice' | TotalsMethod;

const MEASURE = 'rso_31_march';

/** Counts by area from a file with the columns area, year, measure, value. */
function areasOf(): Area[] {
  const rows: string[][] = parse(readFileSync(file), { relax_column_count: true });
  const areas = new Map<string, YearCount[]>();
  for (const [area = '', year, measure, value] of rows) {
    if (measure !== MEASURE) continue;
    areas.set(area, [...(areas.get(area) ?? []), { year: Number(year), count: Number(value) }]);
  }
  return [...areas].map(([area, series]) => ({ area, series: series.sort((a, b) => a.year - b.year) }));
}

/** Runs of consecutive years. */
function runsOf(series: readonly YearCount[]): YearCount[][] {
  const runs: YearCount[][] = [];
  for (const one of series) {
    const run = runs.at(-1);
    if (run?.at(-1)?.year === one.year - 1) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

function casesOf(area: string, series: readonly YearCount[], most: number): Case[] {
  return series.flatMap((origin, at) =>
    at < 2
      ? []
      : series
          .slice(at + 1)
          .filter(({ year }) => year - origin.year <= most)
          .map(({ year, count }) => ({
            area,
            known: series.slice(0, at + 1),
            ahead: year - origin.year,
            truth: count,
          })),
  );
}

const keyOf = ({ area, known, ahead }: Case): string =>
  `${area} ${String(known.at(-1)?.year)} ${String(ahead)}`;

function errorOf(cases: readonly Case[], shown: Shown): number {
  const errors = cases.map(({ known, ahead, truth }) => {
    const value =
      shown === 'shipped choice'
        ? forecastTotals(known, ahead).mean[ahead - 1]
        : (methods[shown](known, ahead) ?? known.at(-1)?.count);
    return Math.abs((value ?? NaN) - truth) / truth;
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

function coverage(cases: readonly Case[]): { in50: number; in80: number } {
  let [in50, in80] = [0, 0];
  for (const { known, ahead, truth } of cases) {
    const { low, high, low50, high50 } = forecastTotals(known, ahead);
    if (truth >= (low[ahead - 1] ?? 0) && truth <= (high[ahead - 1] ?? 0)) in80++;
    if (truth >= (low50[ahead - 1] ?? 0) && truth <= (high50[ahead - 1] ?? 0)) in50++;
  }
  return { in50: in50 / cases.length, in80: in80 / cases.length };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Prints the errors of every method; says so and does nothing where the counts are not at hand. */
export function benchForecastTotals(): void {
  if (!existsSync(file)) {
    console.log('Forecast from totals: not measured, the file of published counts is not at hand.');
    return;
  }
  const areas = areasOf();
  const main = areas.flatMap(({ area, series }) =>
    runsOf(series)
      .filter((run) => run.length >= 4)
      .flatMap((run) => casesOf(area, run, 3)),
  );
  const used = new Set(main.map(keyOf));
  const others = areas
    .flatMap(({ area, series }) => casesOf(area, series, 5))
    .filter((one) => !used.has(keyOf(one)));
  const isNational = ({ area }: Case): boolean => area === 'England and Wales';
  const sets = {
    [`${String(main.length)} forecasts, unbroken years`]: main,
    'of them areas': main.filter((one) => !isNational(one)),
    [`${String(others.length)} others, years missing`]: others,
  };
  const shown: Shown[] = ['shipped choice', ...totalsMethods];
  console.table(
    shown.map((one) => ({
      method: one,
      ...Object.fromEntries(
        Object.entries(sets).map(([name, cases]) => [name, percent(errorOf(cases, one))]),
      ),
    })),
  );
  for (const [name, cases] of Object.entries(sets)) {
    const { in50, in80 } = coverage(cases);
    console.log(`Ranges, ${name}: the 50 % range held ${percent(in50)}, the 80 % range ${percent(in80)}.`);
  }
}
