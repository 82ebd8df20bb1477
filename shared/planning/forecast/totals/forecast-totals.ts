/** Forecast from yearly totals: methods scored on the series itself, the choice, its ranges and its past error. */
import {
  totalsMethods,
  type PastError,
  type TotalsForecast,
  type TotalsMethod,
} from '#shared/domain/forecast.ts';
import { showPercent, showPercentExactly } from '#shared/planning/figures.ts';
import { FOUR_FIFTHS, HALF } from '../../figures.ts';
import { methodNames, methods, nationalGrowth, type Series } from './methods.ts';
import { meanError, outcomes, outcomesOf, SCORED_AHEAD, type Outcome } from './rolling-origin.ts';

/** Fewer years say nothing of a method: national growth it is. */
const FEWEST_YEARS = 3;
/** Fewer past forecasts are luck: until then the mean of methods stands, whatever their errors. */
const FORECASTS_TO_CHOOSE = 10;
/** Spread of a one-year forecast where the series tells none, and the number of own errors it weighs as much as. */
const USUAL_SPREAD = 0.035;
const USUAL_WEIGHT = 4;
/** A series that leaps beyond this tells nothing, and no range would be wide enough. */
const WIDEST_SPREAD = 0.5;
/** Errors grow with the years ahead, faster than those of chance alone (0.5), slower than a wrong trend's (1). */
const SPREAD_POWER = 0.75;
const Z50 = 0.6745;
const Z80 = 1.2816;

/** Student's t from the normal quantile (Cornish and Fisher's first term). */
const heavier = (z: number, freedom: number): number => z * (1 + (z * z + 1) / (4 * freedom));

type Candidate = { method: TotalsMethod; results: Outcome[]; error: number | null };

/** The best of the methods where there is enough to tell; before that the combined one, which needs no luck. */
function choose(series: Series, candidates: readonly Candidate[]): TotalsMethod {
  if (series.length < FEWEST_YEARS) {
    return methods['national-growth'](series, 1) === null ? 'same-as-last-year' : 'national-growth';
  }
  const scored = candidates.filter(({ results }) => results.length >= FORECASTS_TO_CHOOSE);
  const [best] = scored.sort((a, b) => (a.error ?? Infinity) - (b.error ?? Infinity));
  return best?.method ?? 'combined';
}

const candidatesOf = (series: Series): Candidate[] =>
  totalsMethods.map((method) => {
    const results = outcomesOf(method, series);
    return { method, results, error: meanError(results) };
  });

/** Typical relative error of a one-year forecast: the method's own errors, steadied by what is usual. */
function spreadOf(results: readonly Outcome[]): { spread: number; freedom: number } {
  const squares = results.reduce(
    (sum, { forecast, truth, ahead }) => sum + ((forecast - truth) / truth / ahead ** SPREAD_POWER) ** 2,
    0,
  );
  const freedom = results.length + USUAL_WEIGHT;
  const spread = Math.sqrt((squares + USUAL_WEIGHT * USUAL_SPREAD ** 2) / freedom);
  return { spread: Math.min(spread, WIDEST_SPREAD), freedom };
}

type Point = { method: TotalsMethod; mean: number; low: number; high: number; low50: number; high50: number };

/** The forecast of the years asked for, by the method that the series itself calls for. */
function pointsOf(series: Series, ahead: readonly number[], candidates: readonly Candidate[]): Point[] {
  const method = choose(series, candidates);
  const results = candidates.find((one) => one.method === method)?.results ?? [];
  const { spread, freedom } = spreadOf(results);
  return ahead.map((years) => {
    const mean = Math.max(0, methods[method](series, years) ?? 0);
    const wide = spread * years ** SPREAD_POWER;
    const at = (z: number): number => mean * Math.exp(heavier(z, freedom) * wide);
    return { method, mean, low: at(-Z80), high: at(Z80), low50: at(-Z50), high50: at(Z50) };
  });
}

/** Past error of the whole procedure: at each origin the choice and the ranges rest on what was known then. */
function pastErrorOf(series: Series): PastError | null {
  let [in50, in80] = [0, 0];
  const results = outcomes(series, FEWEST_YEARS, (known, ahead) => {
    const [point] = pointsOf(known, [ahead], candidatesOf(known));
    const truth = series.find(({ year }) => year === (known.at(-1)?.year ?? 0) + ahead)?.count ?? NaN;
    if (!point) return null;
    if (truth >= point.low50 && truth <= point.high50) in50++;
    if (truth >= point.low && truth <= point.high) in80++;
    return point.mean;
  });
  const mape = meanError(results);
  const last = meanError(outcomes(series, FEWEST_YEARS, methods['same-as-last-year']));
  if (mape === null || last === null) return null;
  const count = results.length;
  return { forecasts: count, mape, sameAsLast: last, covered50: in50 / count, covered80: in80 / count };
}

type Told = { method: TotalsMethod; scored: number; pastError: PastError | null };

function notesOf(series: Series, { method, scored, pastError }: Told): string[] {
  const last = series.at(-1)?.year ?? 0;
  const national = nationalGrowth(last);
  const notes: string[] = [];
  if (series.length < FEWEST_YEARS) {
    notes.push(
      method === 'national-growth'
        ? `Fewer than three years are given: the count grows as England and Wales did, and its range is the usual one.`
        : `Fewer than three years are given, and no national growth was known by ${String(last)}: the last count is carried on.`,
    );
  }
  if (national && methods['national-growth'](series, 1) !== null) {
    notes.push(
      `National growth: ${showPercentExactly(Math.expm1(national.growth))} a year up to 31 March ${String(national.last.year)} (MAPPA annual reports, as quoted in the press).`,
    );
  }
  if (series.length >= FEWEST_YEARS && scored < FORECASTS_TO_CHOOSE) {
    notes.push(
      'The years given are too few to tell one method from another by its errors: the mean of methods stands.',
    );
  }
  notes.push(
    pastError === null
      ? 'There is not enough history to say how wrong such a forecast has been.'
      : `Forecasts one to ${String(SCORED_AHEAD)} years ahead of years already known were wrong by ${showPercentExactly(pastError.mape)} on average (same as last year: ${showPercentExactly(pastError.sameAsLast)}); their ${FOUR_FIFTHS} ranges held ${showPercent(pastError.covered80)} of ${String(pastError.forecasts)}, their ${HALF} ranges ${showPercent(pastError.covered50)}.`,
  );
  return notes;
}

/** In order of years. @throws RangeError of an empty series, a year given twice, a count below zero */
function ordered(counts: Series): Series {
  if (counts.length === 0) throw new RangeError('Expected at least one year with its count, found none.');
  const series = [...counts].sort((a, b) => a.year - b.year);
  series.forEach(({ year, count }, index) => {
    if (series[index + 1]?.year === year) {
      throw new RangeError(`Expected each year once, found ${String(year)} twice.`);
    }
    if (!Number.isFinite(count) || count < 0) {
      throw new RangeError(`Expected a count of 0 or more for ${String(year)}, found ${String(count)}.`);
    }
  });
  return series;
}

/**
 * The counts of the `years` years after the last one given, with 50 % and 80 % ranges. Years may be missing and in
 * any order. Never below zero.
 *
 * @throws RangeError when no year is given, one is given twice, or a count is below zero
 */
export function forecastTotals(counts: Series, years: number): TotalsForecast {
  const series = ordered(counts);
  const candidates = candidatesOf(series);
  const ahead = Array.from({ length: years }, (_, index) => index + 1);
  const points = pointsOf(series, ahead, candidates);
  const method = choose(series, candidates);
  const pastError = pastErrorOf(series);
  const last = series.at(-1)?.year ?? 0;
  return {
    given: series.map(({ year, count }) => ({ year, count })),
    years: ahead.map((one) => last + one),
    mean: points.map(({ mean }) => mean),
    low: points.map(({ low }) => low),
    high: points.map(({ high }) => high),
    low50: points.map(({ low50 }) => low50),
    high50: points.map(({ high50 }) => high50),
    method,
    candidates: candidates.map(({ method: key, results, error }) => ({
      method: key,
      name: methodNames[key],
      error,
      forecasts: results.length,
    })),
    pastError,
    notes: notesOf(series, { method, scored: outcomesOf('combined', series).length, pastError }),
  };
}
