/** Cases and work of one or many futures under a scenario: nothing but multiplying and adding. */
import type { Coefficients } from './coefficients.ts';
import { LEVELS, type Futures } from '../forecast/cases/futures.ts';

/** Values by team (the force last) at `month × runs + run`, so that a month's futures lie side by side. */
export type Paths = {
  runs: number;
  rsos: Float64Array[];
  counted: Float64Array[];
  load: Float64Array[];
  /** Of the load that of cases beyond those held. */
  newLoad: Float64Array[];
};

function emptyPaths(teams: number, months: number, runs: number): Paths {
  const rows = (): Float64Array[] => Array.from({ length: teams + 1 }, () => new Float64Array(months * runs));
  return { runs, rsos: rows(), counted: rows(), load: rows(), newLoad: rows() };
}

/** One month's cases by cell, with the scenario's growth and mix. */
function casesOf(
  values: ArrayLike<number>,
  offset: number,
  month: number,
  terms: Coefficients,
  into: Float64Array,
): void {
  const at = month * terms.cells;
  for (let team = 0; team < terms.teams; team++) {
    const first = terms.source[team] ?? -1;
    for (let level = 0; level < LEVELS; level++) {
      const cell = team * LEVELS + level;
      into[cell] = first < 0 ? 0 : (values[offset + first + level] ?? 0) * (terms.growth[at + cell] ?? 1);
    }
  }
  for (const { month: from, from: out, to, share } of terms.mixes) {
    if (month < from) continue;
    const moved = (into[out] ?? 0) * share;
    into[out] = (into[out] ?? 0) - moved;
    into[to] = (into[to] ?? 0) + moved;
  }
}

function addMonth(cases: Float64Array, month: number, at: number, terms: Coefficients, paths: Paths): void {
  const force = terms.teams;
  const add = (rows: Float64Array[], team: number, value: number): void => {
    const row = rows[team];
    const all = rows[force];
    if (row) row[at] = value;
    if (all) all[at] = (all[at] ?? 0) + value;
  };
  for (let team = 0; team < force; team++) {
    let rsos = 0;
    let counted = 0;
    let known = 0;
    let fresh = 0;
    for (let level = 0; level < LEVELS; level++) {
      const cell = team * LEVELS + level;
      const index = month * terms.cells + cell;
      const number = cases[cell] ?? 0;
      const held = terms.held[index] ?? 0;
      rsos += number;
      counted += number * (terms.counted[index] ?? 0);
      known += Math.min(number, held) * (terms.perHeld[index] ?? 0);
      fresh += Math.max(0, number - held) * (terms.perNew[index] ?? 0);
    }
    add(paths.rsos, team, rsos);
    add(paths.counted, team, counted);
    add(paths.load, team, known + fresh);
    add(paths.newLoad, team, fresh);
  }
}

/**
 * Cases held in the snapshot keep their rolled-out work while a future has as many of the level; fewer cut it in
 * proportion, and every case beyond them brings the even work of a case to come.
 *
 * @param values cases of the futures: `(run × months + month) × source cells + cell`
 * @param from first run to add to the paths; `to` is the one after the last
 */
function addRuns(
  values: ArrayLike<number>,
  { from, to }: { from: number; to: number },
  terms: Coefficients,
  paths: Paths,
): void {
  const { months, cells } = terms;
  const sourceCells = months === 0 ? 0 : values.length / (paths.runs * months);
  const cases = new Float64Array(cells);
  for (let run = from; run < to; run++) {
    for (let month = 0; month < months; month++) {
      casesOf(values, (run * months + month) * sourceCells, month, terms, cases);
      addMonth(cases, month, month * paths.runs + run, terms, paths);
    }
  }
}

/** The middle path of the futures. */
export function middlePath(futures: Futures, terms: Coefficients): Paths {
  const paths = emptyPaths(terms.teams, terms.months, 1);
  addRuns(futures.middle, { from: 0, to: 1 }, terms, paths);
  return paths;
}

/** Futures between two pauses. */
const RUNS_A_STEP = 100;

/** All of them, with a pause now and then for whoever shares the thread. */
export function* pathsInSteps(futures: Futures, terms: Coefficients): Generator<undefined, Paths> {
  const paths = emptyPaths(terms.teams, terms.months, futures.runs);
  for (let from = 0; from < futures.runs; from += RUNS_A_STEP) {
    addRuns(futures.cells, { from, to: Math.min(futures.runs, from + RUNS_A_STEP) }, terms, paths);
    yield;
  }
  return paths;
}

/** The result of steps, taken without a pause. */
export function finished<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What {@link pathsInSteps} gives, in one go. */
export const allPaths = (futures: Futures, terms: Coefficients): Paths =>
  finished(pathsInSteps(futures, terms));

/** Of the middle path: how many of the cases held it keeps, at `month × cells + cell`. */
export function keptOnMiddlePath(futures: Futures, terms: Coefficients): Float64Array {
  const { months, cells } = terms;
  const kept = new Float64Array(months * cells);
  const cases = new Float64Array(cells);
  const sourceCells = months === 0 ? 0 : futures.middle.length / months;
  for (let month = 0; month < months; month++) {
    casesOf(futures.middle, month * sourceCells, month, terms, cases);
    for (let cell = 0; cell < cells; cell++) {
      const at = month * cells + cell;
      kept[at] = Math.min(cases[cell] ?? 0, terms.held[at] ?? 0);
    }
  }
  return kept;
}
