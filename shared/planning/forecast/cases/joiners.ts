/**
 * Joiners as a counting process: a monthly level with a yearly trend, both uncertain, and more spread than chance
 * alone where the data say so. For each trend on a grid the level's posterior is a gamma, so both are drawn exactly.
 */
import type { Draws } from './draws.ts';
import type { Interval } from './history.ts';

/** Yearly trends thought possible, on the log scale, and how far they are thought to lie from none beforehand. */
const TREND_STEP = 0.02;
const TREND_STEPS = 20;
const TREND_SPREAD = 0.05;
/** Joiners that the level assumed beforehand weighs as much as. */
const PRIOR_JOINERS = 2;
/** Intervals that "no more spread than chance" weighs as much as. */
const PRIOR_INTERVALS = 4;
/** Share of a month's trend that is left a month later: no trend is carried on for ever. */
const TREND_DAMPING = 0.99;

export type JoinerModel = {
  trends: number[];
  /** Of each trend: how likely, and the gamma of the level at the newest snapshot. */
  weights: number[];
  shapes: number[];
  rates: number[];
  /** Variance ÷ mean of a month's joiners, at least 1. */
  dispersion: number;
};

export type JoinerRate = { level: number; trend: number; dispersion: number };

function fit(intervals: readonly Interval[], prior: number, dispersion: number): JoinerModel {
  const total = intervals.reduce((sum, { joiners }) => sum + joiners, 0) / dispersion;
  const moment = intervals.reduce((sum, { joiners, middle }) => sum + joiners * middle, 0) / dispersion;
  const trends = Array.from(
    { length: 2 * TREND_STEPS + 1 },
    (_, index) => (index - TREND_STEPS) * TREND_STEP,
  );
  const shape = PRIOR_JOINERS + total;
  const rates = trends.map((trend) => {
    const lived = intervals.reduce((sum, { months, middle }) => sum + months * Math.exp(trend * middle), 0);
    return PRIOR_JOINERS / prior + lived / dispersion;
  });
  const logs = trends.map(
    (trend, index) =>
      -((trend / TREND_SPREAD) ** 2) / 2 + trend * moment - shape * Math.log(rates[index] ?? 1),
  );
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  return { trends, weights, rates, shapes: trends.map(() => shape), dispersion };
}

const meanOf = (model: JoinerModel, value: (index: number) => number): number => {
  const total = model.weights.reduce((sum, weight) => sum + weight, 0);
  return model.weights.reduce((sum, weight, index) => sum + weight * value(index), 0) / total;
};

/** Level and trend as expected. */
export const expectedRate = (model: JoinerModel): JoinerRate => ({
  level: meanOf(model, (index) => (model.shapes[index] ?? 0) / (model.rates[index] ?? 1)),
  trend: meanOf(model, (index) => model.trends[index] ?? 0),
  dispersion: model.dispersion,
});

/** Pearson's measure of spread around the fitted trend, steadied; 1 unless it is more than chance would give. */
function dispersionOf(intervals: readonly Interval[], model: JoinerModel): number {
  const { level, trend } = expectedRate(model);
  const chi = intervals.reduce((sum, { joiners, months, middle }) => {
    const mean = level * months * Math.exp(trend * middle);
    return mean <= 0 ? sum : sum + (joiners - mean) ** 2 / mean;
  }, 0);
  const freedom = Math.max(0, intervals.length - 2);
  // Chance alone gives a spread beyond its own standard error one time in six.
  if (freedom === 0 || chi < freedom + Math.sqrt(2 * freedom)) return 1;
  return (chi + PRIOR_INTERVALS) / (freedom + PRIOR_INTERVALS);
}

/** @param prior joiners a month assumed beforehand, above 0 */
export function joinerModel(intervals: readonly Interval[], prior: number): JoinerModel {
  const plain = fit(intervals, prior, 1);
  return fit(intervals, prior, dispersionOf(intervals, plain));
}

/** One rate of joining that the snapshots allow, as likely as they make it. */
export function drawRate(model: JoinerModel, draws: Draws): JoinerRate {
  const index = draws.pick(model.weights);
  return {
    level: draws.gamma(model.shapes[index] ?? 0, model.rates[index] ?? 1),
    trend: model.trends[index] ?? 0,
    dispersion: model.dispersion,
  };
}

/** Expected joiners of the month that ends `months` months after the newest snapshot, per month. */
export const meanJoiners = ({ level, trend }: JoinerRate, months: number): number =>
  level * Math.exp(((trend / 12) * (1 - TREND_DAMPING ** (months - 0.5))) / (1 - TREND_DAMPING));

/** A number of joiners with that mean. */
export const drawJoiners = (mean: number, dispersion: number, draws: Draws): number =>
  dispersion > 1
    ? draws.poisson(draws.gamma(mean / (dispersion - 1), 1 / (dispersion - 1)))
    : draws.poisson(mean);
