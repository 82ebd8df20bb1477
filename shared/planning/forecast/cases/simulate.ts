/**
 * The simulation. Cases alike (team, level, month in which notification ends) are counted, not named: a month takes
 * a draw for each team and level, and a step for each case to which something happens.
 *
 * Within a month, in this order: notifications end; then cases leave, change level or team; then cases join.
 */
import { addedUp, type Draws } from './draws.ts';
import { risks } from './facts.ts';
import { drawJoiners, meanJoiners } from './joiners.ts';
import { drawRates, type Estimate, type Rates } from './rates.ts';

/** A case as the simulation knows it; `end` is a month index, null for none that is known. */
export type Placed = { team: number; risk: number; end: number | null };

export type Start = {
  months: number;
  teams: number;
  /** Share of month 0 that is still to come. */
  firstShare: number;
  held: readonly Placed[];
  /** Whether counts are kept by team and level together too, which takes room. */
  keepsCells?: boolean;
};

/** Counts at each month's end by run: `run × months + month`. */
export type Outcomes = {
  force: Int32Array;
  teams: Int32Array[];
  risks: Int32Array[];
  /** By team and level together, `(run × months + month) × cells + cell`; null where not kept. */
  cells: Int32Array | null;
  /** Expected joiners by cell (`team × levels + level`) and month. */
  joiners: Float64Array;
};

type Step = { cell: number; hazard: number; totals: Float64Array; targets: Int32Array };

const LEAVES = -1;

/** For each cell: how likely something happens to a case in a month, and what. */
function stepsOf(rates: Rates, teams: number): Step[] {
  const levels = risks.length;
  return Array.from({ length: teams * levels }, (_, cell) => {
    const team = Math.floor(cell / levels);
    const risk = cell % levels;
    const events: Array<[target: number, hazard: number]> = [[LEAVES, rates.leaving[risk] ?? 0]];
    for (let to = 0; to < levels; to++) {
      events.push([team * levels + to, rates.riskChanges[risk * levels + to] ?? 0]);
    }
    for (let to = 0; to < teams; to++) events.push([to * levels + risk, rates.moves[team * teams + to] ?? 0]);
    const some = events.filter(([, hazard]) => hazard > 0);
    const total = some.reduce((sum, [, hazard]) => sum + hazard, 0);
    return {
      cell,
      hazard: total,
      totals: addedUp(some.map(([, hazard]) => hazard)),
      targets: Int32Array.from(some, ([target]) => target),
    };
  });
}

/** The caseload of one run: numbers by cell and end month; the last place is for those without an end. */
class Caseload {
  readonly #places: number;
  readonly #counts: Int32Array;
  readonly totals: Int32Array;

  constructor(months: number, cells: number) {
    this.#places = months + 1;
    this.#counts = new Int32Array(this.#places * cells);
    this.totals = new Int32Array(cells);
  }

  /** The place of an end month: beyond the horizon is as good as never. */
  place(end: number | null): number {
    return end === null || end >= this.#places ? this.#places - 1 : end;
  }

  reset(from: Caseload): void {
    this.#counts.set(from.#counts);
    this.totals.set(from.totals);
  }

  add(cell: number, place: number): void {
    const index = cell * this.#places + place;
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.totals[cell] = (this.totals[cell] ?? 0) + 1;
  }

  end(month: number): void {
    for (let cell = 0; cell < this.totals.length; cell++) {
      const index = cell * this.#places + month;
      const ending = this.#counts[index] ?? 0;
      if (ending === 0) continue;
      this.totals[cell] = (this.totals[cell] ?? 0) - ending;
      this.#counts[index] = 0;
    }
  }

  /** Takes any case of the cell out and gives its place. */
  takeAny(cell: number, draws: Draws): number {
    const total = this.totals[cell] ?? 0;
    let left = Math.floor(draws.uniform() * total);
    // Most have no end in sight: looked at first.
    let place = this.#places - 1;
    while (place > 0 && left >= (this.#counts[cell * this.#places + place] ?? 0)) {
      left -= this.#counts[cell * this.#places + place] ?? 0;
      place--;
    }
    const index = cell * this.#places + place;
    this.#counts[index] = (this.#counts[index] ?? 0) - 1;
    this.totals[cell] = total - 1;
    return place;
  }
}

function happen(load: Caseload, steps: readonly Step[], share: number, draws: Draws): void {
  const arrivals: number[] = [];
  for (const { cell, hazard, totals, targets } of steps) {
    const happening = draws.happening(load.totals[cell] ?? 0, hazard * share);
    for (let count = 0; count < happening; count++) {
      const place = load.takeAny(cell, draws);
      const target = targets[draws.pickOf(totals)] ?? LEAVES;
      if (target !== LEAVES) arrivals.push(target, place);
    }
  }
  for (let index = 0; index < arrivals.length; index += 2) {
    load.add(arrivals[index] ?? 0, arrivals[index + 1] ?? 0);
  }
}

type Month = { month: number; share: number; start: Start; joiners: Float64Array };

function join(load: Caseload, rates: Rates, at: Month, draws: Draws): void {
  const { month, share, start, joiners } = at;
  let arriving = drawJoiners(
    meanJoiners(rates.joiners, month + start.firstShare) * share,
    rates.joiners.dispersion,
    draws,
  );
  for (; arriving > 0; arriving--) {
    const cell = draws.pickOf(rates.teams) * risks.length + draws.pickOf(rates.levels);
    const length = rates.lengths[Math.floor(draws.uniform() * rates.lengths.length)] ?? -1;
    load.add(cell, load.place(length < 0 ? null : month + Math.max(1, length)));
    const index = cell * start.months + month;
    joiners[index] = (joiners[index] ?? 0) + 1;
  }
}

function count(load: Caseload, at: number, teams: number, into: Outcomes): void {
  const levels = risks.length;
  for (let team = 0; team < teams; team++) {
    for (let risk = 0; risk < levels; risk++) {
      const cases = load.totals[team * levels + risk] ?? 0;
      if (cases === 0) continue;
      into.force[at] = (into.force[at] ?? 0) + cases;
      const ofTeam = into.teams[team];
      if (ofTeam) ofTeam[at] = (ofTeam[at] ?? 0) + cases;
      const ofRisk = into.risks[risk];
      if (ofRisk) ofRisk[at] = (ofRisk[at] ?? 0) + cases;
      if (into.cells) into.cells[at * teams * levels + team * levels + risk] = cases;
    }
  }
}

/** Runs between two words on how far it is. */
const RUNS_A_STEP = 50;

/**
 * @param draws one stream for all runs: the same seed gives the same outcomes
 * @param onStep told the share done every few runs; may throw to end the work
 */
export function simulate(
  start: Start,
  known: Estimate,
  runs: number,
  draws: Draws,
  onStep: (share: number) => void = () => undefined,
): Outcomes {
  const { months, teams, firstShare } = start;
  const cells = teams * risks.length;
  const values = (): Int32Array => new Int32Array(runs * months);
  const outcomes: Outcomes = {
    force: values(),
    teams: Array.from({ length: teams }, values),
    risks: risks.map(values),
    cells: start.keepsCells === true ? new Int32Array(runs * months * cells) : null,
    joiners: new Float64Array(cells * months),
  };
  const initial = new Caseload(months, cells);
  for (const { team, risk, end } of start.held) initial.add(team * risks.length + risk, initial.place(end));
  const load = new Caseload(months, cells);
  for (let run = 0; run < runs; run++) {
    if (run % RUNS_A_STEP === 0) onStep(run / runs);
    load.reset(initial);
    const rates = drawRates(known, draws);
    const steps = stepsOf(rates, teams);
    for (let month = 0; month < months; month++) {
      const share = month === 0 ? firstShare : 1;
      load.end(month);
      happen(load, steps, share, draws);
      join(load, rates, { month, share, start, joiners: outcomes.joiners }, draws);
      count(load, run * months + month, teams, outcomes);
    }
  }
  outcomes.joiners.forEach((sum, index) => (outcomes.joiners[index] = sum / runs));
  return outcomes;
}
