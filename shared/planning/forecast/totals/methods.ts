/**
 * Methods that carry a series of yearly counts forward. Each looks at the series given and nothing else, but for the
 * national counts published up to its last year. Years may be missing: a change over k years counts as k yearly ones.
 */
import type { TotalsMethod } from '#shared/domain/forecast.ts';
import { nationalCounts, type YearCount } from '#shared/domain/national-counts.ts';

/** Oldest first, each year once, at least one. */
export type Series = readonly YearCount[];

/** The count `ahead` years after the last; null where the method cannot say. May be below zero. */
type Forecaster = (series: Series, ahead: number) => number | null;

export const methodNames: Record<TotalsMethod, string> = {
  'same-as-last-year': 'Same as last year',
  drift: 'Drift: the mean yearly change goes on',
  'damped-trend': 'Damped trend: a cautious yearly change that fades',
  theta: 'Theta: half the fitted trend over a smoothed level',
  'national-growth': 'National growth, leaned on by the series’ own',
  combined: 'Mean of damped trend, theta and national growth',
};

/** Share of a yearly change that is left a year later. */
const DAMPING = 0.8;
const NATIONAL_DAMPING = 0.9;
/** Years over which national growth is taken, and the years of own growth that it weighs as much as. */
const NATIONAL_SPAN = 5;
const NATIONAL_WEIGHT = 4;
/** A series above this share of the national count is no area's: it has no greater whole to lean on. */
const LARGEST_AREA = 0.5;

const ends = (series: Series): { first: YearCount; last: YearCount } => {
  const [first] = series;
  const last = series.at(-1);
  if (!first || !last) throw new RangeError('Expected at least one year, found none.');
  return { first, last };
};

/** 1 + d + d² … of `ahead` terms. */
const damped = (ahead: number, damping: number): number => (1 - damping ** ahead) / (1 - damping);

function meanChange(series: Series): number | null {
  const { first, last } = ends(series);
  return series.length < 2 ? null : (last.count - first.count) / (last.year - first.year);
}

function drift(series: Series, ahead: number): number | null {
  const change = meanChange(series);
  return change === null ? null : ends(series).last.count + ahead * change;
}

/** The lesser of the last change and the mean one, none where they point apart. */
function dampedTrend(series: Series, ahead: number): number | null {
  const change = meanChange(series);
  const { last } = ends(series);
  const before = series.at(-2);
  if (change === null || !before) return null;
  const lately = (last.count - before.count) / (last.year - before.year);
  const cautious =
    lately * change <= 0 ? 0 : Math.sign(change) * Math.min(Math.abs(change), Math.abs(lately));
  return last.count + cautious * damped(ahead, DAMPING);
}

/** Slope of the least-squares line through the counts. */
function slope(series: Series): number {
  const meanYear = series.reduce((sum, { year }) => sum + year, 0) / series.length;
  const meanCount = series.reduce((sum, { count }) => sum + count, 0) / series.length;
  let above = 0;
  let below = 0;
  for (const { year, count } of series) {
    above += (year - meanYear) * (count - meanCount);
    below += (year - meanYear) ** 2;
  }
  return below === 0 ? 0 : above / below;
}

/** Exponential smoothing: its last level and the sum of its squared one-step errors. */
function smoothed(series: Series, weight: number): { level: number; error: number } {
  let { count: level, year: then } = ends(series).first;
  let error = 0;
  for (const { year, count } of series.slice(1)) {
    error += (count - level) ** 2;
    level += (1 - (1 - weight) ** (year - then)) * (count - level);
    then = year;
  }
  return { level, error };
}

/** Theta as Assimakopoulos and Nikolopoulos gave it (2000), in the form of smoothing with half the slope as drift. */
function theta(series: Series, ahead: number): number | null {
  if (series.length < 2) return null;
  const { first, last } = ends(series);
  let best = { level: last.count, error: Infinity };
  let weight = 1;
  for (let step = 20; step >= 1; step--) {
    const tried = smoothed(series, step / 20);
    if (tried.error < best.error) [best, weight] = [tried, step / 20];
  }
  const span = last.year - first.year + 1;
  return best.level + (slope(series) / 2) * (ahead - 1 + (1 - (1 - weight) ** span) / weight);
}

const logGrowth = (from: YearCount, to: YearCount): number =>
  from.count > 0 && to.count > 0 ? Math.log(to.count / from.count) / (to.year - from.year) : 0;

/** Yearly growth of the national count over the years up to `year`, and its last count; null before there are two. */
export function nationalGrowth(year: number): { growth: number; last: YearCount } | null {
  const known = nationalCounts.filter((one) => one.year <= year);
  const last = known.at(-1);
  if (!last || known.length < 2) return null;
  const from = known.findLast((one) => last.year - one.year >= NATIONAL_SPAN) ?? known[0];
  return from ? { growth: logGrowth(from, last), last } : null;
}

function leaningOnNational(series: Series, ahead: number): number | null {
  const { first, last } = ends(series);
  const national = nationalGrowth(last.year);
  if (!national || last.count > LARGEST_AREA * national.last.count) return null;
  // Of one or two years the own growth is mostly noise.
  const years = series.length < 3 ? 0 : last.year - first.year;
  const own = years === 0 ? 0 : logGrowth(first, last);
  const growth = (NATIONAL_WEIGHT * national.growth + years * own) / (NATIONAL_WEIGHT + years);
  return last.count * Math.exp(growth * damped(ahead, NATIONAL_DAMPING));
}

function combined(series: Series, ahead: number): number | null {
  const parts = [dampedTrend, theta, leaningOnNational]
    .map((method) => method(series, ahead))
    .filter((value) => value !== null);
  return parts.length < 2 ? null : parts.reduce((sum, value) => sum + value, 0) / parts.length;
}

export const methods: Record<TotalsMethod, Forecaster> = {
  'same-as-last-year': (series) => ends(series).last.count,
  drift,
  'damped-trend': dampedTrend,
  theta,
  'national-growth': leaningOnNational,
  combined,
};
