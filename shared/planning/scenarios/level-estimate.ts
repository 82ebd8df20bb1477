/**
 * What levelling could do to a team's load, estimated: the flow of the Levelling page, with work that can be split
 * (`split-flow.ts`), and its objective: the peak first, then evenness. The Levelling page's plan is of whole cases and
 * proven; this is quick enough to be redrawn while a scenario is written.
 */
import { peakOf } from '../levelling/level.ts';
import { sum } from '../sum.ts';
import type { SplitFlow } from './split-flow.ts';

export type MovableWork = {
  flow: SplitFlow;
  /** Hours of one occurrence, by the month in which it is done. */
  hours: Float64Array;
  /** Hours by month with nothing moved. */
  unmoved: readonly number[];
};

export type Estimated = {
  /** Hours by which each work changes each month. */
  changes: Float64Array[];
  /** Highest load ÷ capacity before and after; null without capacity. */
  peakBefore: number | null;
  peakAfter: number | null;
  /** The same of the months that the Levelling page plans: the first so many. */
  horizon: { months: number; peakBefore: number | null; peakAfter: number | null };
  /** Hours that early work adds over the months. */
  extraHours: number;
};

type Problem = {
  /** Hours by month with nothing moved, all work together. */
  load: readonly number[];
  capacity: readonly number[];
  /** Months that the Levelling page plans. */
  horizon: number;
  /** What of the load can be moved. */
  work: readonly MovableWork[];
};

/**
 * Minimised is the sum over months of capacity × utilisation to this power: high powers weigh the highest month alone,
 * then the next. The first leads near, the second to within a fraction of a percent of the lowest peak.
 */
const POWERS = [8, 32];
const PASSES = 30;
const HALVINGS = 8;
/** A pass that saves less than this share of a month's load is the last. */
const WORTH = 0.0002;
const SMALL = 1e-7;

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let left = exponent; left > 0; left >>= 1) {
    if (left & 1) result *= square;
    square *= square;
  }
  return result;
}

/** Brings work towards cheaper months, each in turn, by the share that lowers the sum the most. */
class Descent {
  readonly load: Float64Array;
  readonly work: Array<MovableWork & { now: Float64Array }>;
  readonly #capacity: readonly number[];
  #power = 1;
  /** Utilisation of the fullest month: there an hour costs 1. */
  #scale = 1;
  readonly #prices: Float64Array;
  /** Where work is to go: the cheapest months less where it is. */
  readonly #direction: Float64Array;

  constructor({ load, capacity, work }: Omit<Problem, 'horizon'>) {
    this.load = Float64Array.from(load);
    this.#capacity = capacity;
    this.#prices = new Float64Array(load.length);
    this.#direction = new Float64Array(load.length);
    this.work = work.map((own) => {
      const now = own.flow.leastMoved(own.hours);
      for (const [month, hours] of now.entries()) {
        this.load[month] = (this.load[month] ?? 0) + hours - (own.unmoved[month] ?? 0);
      }
      return { ...own, now };
    });
  }

  sharpen(to: number): void {
    this.#power = to;
    const peak = peakOf(this.load, this.#capacity) ?? 0;
    this.#scale = peak > 0 ? peak : 1;
    for (const [month, load] of this.load.entries()) this.#prices[month] = this.#price(month, load);
  }

  /** Hours' worth saved, at the price of the fullest month. */
  pass(): number {
    let saved = 0;
    for (const { flow, hours, now } of this.work) {
      const direction = flow.cheapest(hours, this.#prices, this.#direction);
      for (let month = 0; month < now.length; month++) {
        direction[month] = (direction[month] ?? 0) - (now[month] ?? 0);
      }
      const slope = this.#slope(0);
      if (slope >= -SMALL) continue;
      saved -= slope;
      this.#go(now, this.#best());
    }
    return saved;
  }

  /** What an hour more costs in the month. With nobody there it costs as much as in the fullest month. */
  #price(month: number, load: number): number {
    const capacity = this.#capacity[month] ?? 0;
    return capacity > 0 ? power(load / (capacity * this.#scale), this.#power - 1) : 1;
  }

  /** What going further in the direction costs, that share of it being gone; below 0 it saves. */
  #slope(share: number): number {
    let slope = 0;
    for (let month = 0; month < this.load.length; month++) {
      const change = this.#direction[month] ?? 0;
      if (change !== 0) slope += change * this.#price(month, (this.load[month] ?? 0) + share * change);
    }
    return slope;
  }

  /** The share of the way after which going on costs more than it saves. */
  #best(): number {
    if (this.#slope(1) <= 0) return 1;
    let low = 0;
    let high = 1;
    for (let step = 0; step < HALVINGS; step++) {
      const middle = (low + high) / 2;
      if (this.#slope(middle) < 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  #go(now: Float64Array, share: number): void {
    for (let month = 0; month < now.length; month++) {
      const change = share * (this.#direction[month] ?? 0);
      if (change === 0) continue;
      const load = (this.load[month] ?? 0) + change;
      now[month] = (now[month] ?? 0) + change;
      this.load[month] = load;
      this.#prices[month] = this.#price(month, load);
    }
  }
}

/** The load with its highest month as low as can be found, then the next: growth at the end leaves no year uneven. */
export function estimateLevelling(problem: Problem): Estimated {
  const descent = new Descent(problem);
  const worth = (WORTH * sum(problem.load)) / problem.load.length;
  for (const to of POWERS) {
    descent.sharpen(to);
    for (let pass = 0; pass < PASSES; pass++) if (descent.pass() <= worth) break;
  }
  const { load, capacity } = problem;
  const months = Math.min(problem.horizon, load.length);
  const first = capacity.slice(0, months);
  return {
    changes: descent.work.map(({ unmoved, now }) => now.map((hours, month) => hours - (unmoved[month] ?? 0))),
    peakBefore: peakOf(load, capacity),
    peakAfter: peakOf(descent.load, capacity),
    horizon: { months, peakBefore: peakOf(load, first), peakAfter: peakOf(descent.load, first) },
    extraHours: sum(descent.load) - sum(load),
  };
}
