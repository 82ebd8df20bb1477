/**
 * What levelling could do to a team's load, estimated: work is taken as hours that can be split, and moved as the
 * rules allow (never later than due; overdue work within its catch-up), with the knock-on of each move. The Levelling
 * page's plan is of whole cases and proven; this is quick enough to be redrawn while a scenario is written.
 */
import { peakOf } from '../levelling/level.ts';
import { nextDue } from '../rollout.ts';
import { sum } from '../sum.ts';
import type { WorkRow } from './work.ts';

export type Estimated = {
  /** Hours of each row by month, moved. */
  rows: number[][];
  /** Highest load ÷ capacity before and after; null without capacity. */
  peakBefore: number | null;
  peakAfter: number | null;
  /** Hours that early work adds over the months. */
  extraHours: number;
};

type Problem = { rows: readonly WorkRow[]; fixed: readonly number[]; capacity: readonly number[] };

/** A month is held against the mean of the year around it: growing load is levelled all along, not at its end alone. */
const YEAR = 12;
/** How far moves may push others on to make room. */
const DEPTH = 3;
const HALVINGS = 10;
const SMALL = 1e-6;

class Attempt {
  readonly load: number[];
  readonly hours: number[][];
  /** Of the hours those that have been moved into the month: they may not go on. */
  readonly #moved: number[][];
  readonly #rows: readonly WorkRow[];
  readonly #limit: readonly number[];
  readonly #widest: number;

  constructor(problem: Problem, limit: readonly number[]) {
    const months = limit.length;
    this.#rows = problem.rows;
    this.#limit = limit;
    this.hours = problem.rows.map((row) => [...row.hours]);
    this.#moved = problem.rows.map(() => new Array<number>(months).fill(0));
    this.load = limit.map(
      (_, month) => (problem.fixed[month] ?? 0) + sum(problem.rows.map((row) => row.hours[month] ?? 0)),
    );
    this.#widest = Math.max(0, ...problem.rows.map((row) => row.window));
  }

  #change(row: number, month: number, by: number): void {
    const hours = this.hours[row];
    if (!hours || month >= this.load.length) return;
    hours[month] = (hours[month] ?? 0) + by;
    this.load[month] = (this.load[month] ?? 0) + by;
  }

  /** What followed from work in `from` follows from work in `to`: the same hours, so many months sooner or later. */
  #knockOn(row: number, from: number, to: number, hours: number): void {
    const own = this.#rows[row];
    if (!own) return;
    const shift = shiftOf(own, from, to);
    if (shift === 0) return;
    let left = hours;
    const months = this.load.length;
    for (let due = from + own.interval; Math.min(due, due + shift) < months; due += own.interval) {
      // Where notifications end fewer hours are left than moved.
      if (due < months) {
        left = Math.min(left, this.#free(row, due));
        this.#change(row, due, -left);
      }
      if (left <= SMALL) return;
      this.#change(row, due + shift, left);
    }
  }

  #free(row: number, month: number): number {
    return Math.max(0, (this.hours[row]?.[month] ?? 0) - (this.#moved[row]?.[month] ?? 0));
  }

  #move(row: number, from: number, to: number, hours: number): void {
    this.#change(row, from, -hours);
    this.#change(row, to, hours);
    const moved = this.#moved[row];
    if (moved) moved[to] = (moved[to] ?? 0) + hours;
    this.#knockOn(row, from, to, hours);
  }

  #room(month: number): number {
    return Math.max(0, (this.#limit[month] ?? 0) - (this.load[month] ?? 0));
  }

  /** Overdue work of month 0 that is too much goes into the months of its catch-up. */
  spreadOverdue(): void {
    for (const [row, own] of this.#rows.entries()) {
      let overdue = own.overdue;
      for (let to = 1; to <= own.catchUp && to < this.load.length; to++) {
        const over = (this.load[0] ?? 0) - (this.#limit[0] ?? 0);
        const hours = Math.min(over, this.#room(to), overdue, this.#free(row, 0));
        if (hours <= SMALL) continue;
        this.#move(row, 0, to, hours);
        overdue -= hours;
      }
    }
  }

  /** Moves up to `need` hours out of a month into earlier ones, making room there first where it must. */
  relieve(month: number, need: number, depth = DEPTH): void {
    let left = need;
    for (let early = 1; early <= this.#widest && early <= month; early++) {
      const to = month - early;
      for (const [row, own] of this.#rows.entries()) {
        if (left <= SMALL) return;
        if (own.window < early) continue;
        const movable = Math.min(left, this.#free(row, month));
        if (movable <= SMALL) continue;
        if (depth > 0 && this.#room(to) < movable) this.relieve(to, movable - this.#room(to), depth - 1);
        const hours = Math.min(movable, this.#room(to), this.#free(row, month));
        if (hours <= SMALL) continue;
        this.#move(row, month, to, hours);
        left -= hours;
      }
    }
  }

  excess(month: number): number {
    return (this.load[month] ?? 0) - (this.#limit[month] ?? 0);
  }
}

/** Overdue work stands in month 0 whenever it was due, and is taken as due then. */
const shiftOf = (row: WorkRow, from: number, to: number): number =>
  nextDue(row, from, to) - from - row.interval;

function attempt(problem: Problem, limit: readonly number[]): Attempt | null {
  const made = new Attempt(problem, limit);
  made.spreadOverdue();
  for (let month = 0; month < limit.length; month++) {
    const excess = made.excess(month);
    if (excess > SMALL) made.relieve(month, excess);
  }
  return limit.every((_, month) => made.excess(month) <= 1e-3) ? made : null;
}

/** Mean utilisation of the year around each month; at the ends, of the first and the last year. */
function around(load: readonly number[], capacity: readonly number[]): number[] {
  return load.map((_, month) => {
    const from = Math.max(0, Math.min(month - YEAR / 2, load.length - YEAR));
    const to = from + YEAR;
    const hours = sum(load.slice(from, to));
    const time = sum(capacity.slice(from, to));
    return time > 0 ? hours / time : 0;
  });
}

/**
 * The load with each month brought as close to the mean around it as can be found, the same share above it for all
 * months. Nothing is moved where that would not lower the peak.
 */
export function estimateLevelling(problem: Problem): Estimated {
  const { rows, fixed, capacity } = problem;
  const before = fixed.map((hours, month) => hours + sum(rows.map((row) => row.hours[month] ?? 0)));
  const peakBefore = peakOf(before, capacity);
  const means = around(before, capacity);
  const above = before.map((hours, month) => {
    const level = (means[month] ?? 0) * (capacity[month] ?? 0);
    return level > 0 ? hours / level : 1;
  });
  let low = 1;
  let high = Math.max(1, ...above);
  let best: Attempt | null = null;
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    // Without capacity nothing is asked of a month, and nothing is moved into it.
    const limit = before.map((hours, month) =>
      (capacity[month] ?? 0) > 0 ? (means[month] ?? 0) * (capacity[month] ?? 0) * middle : hours,
    );
    const made = attempt(problem, limit);
    if (made) {
      best = made;
      high = middle;
    } else low = middle;
  }
  const peakAfter = best === null ? peakBefore : peakOf(best.load, capacity);
  if (best === null || peakBefore === null || (peakAfter ?? 0) > peakBefore) {
    return { rows: rows.map((row) => [...row.hours]), peakBefore, peakAfter: peakBefore, extraHours: 0 };
  }
  return { rows: best.hours, peakBefore, peakAfter, extraHours: sum(best.load) - sum(before) };
}
