/** A scenario's result: people, work and futures put together, by team and for the force. */
import { unconfirmedPay } from '#shared/domain/pay.ts';
import type { ScenarioChange } from '#shared/domain/scenario.ts';
import type { ScenarioResult, TeamResult } from '#shared/domain/scenario-result.ts';
import { unconfirmedValues } from '#shared/domain/standard-values.ts';
import { addUp } from '../demand/load.ts';
import { showNumber, withUnit } from '../figures.ts';
import { ratioDefinition } from '../staffing/ratio.ts';
import { capacityOf } from './capacity.ts';
import { assumedBy, unchanged, type Assumed } from './assumed.ts';
import type { ScenarioBase } from './base.ts';
import { coefficientsOf, type Coefficients } from './coefficients.ts';
import { costOf, paidBy, type CostInput } from './cost.ts';
import { withLevelling, type LevellingOfTeam } from './levelled.ts';
import { allPaths, finished, middlePath, pathsInSteps, type Paths } from './paths.ts';
import { peopleOf, type TeamPeople } from './people.ts';
import { teamResult, type Staffing } from './team-result.ts';

/** Less than this of a post is 0 wherever it is shown. */
const SMALLEST_SHOWN = 0.005;

/** What a scenario comes to before any future is looked at. */
export type Prepared = {
  assumed: Assumed;
  people: TeamPeople[];
  /** Teams in order, the force last. */
  staffing: Staffing[];
  terms: Coefficients;
  levelling: Array<LevellingOfTeam | null>;
};

const addPeople = (teams: readonly Staffing[], months: number): Staffing => ({
  inPost: addUp(
    teams.map(({ inPost }) => inPost),
    months,
  ),
  fte: addUp(
    teams.map(({ fte }) => fte),
    months,
  ),
  divisor: addUp(
    teams.map(({ divisor }) => divisor),
    months,
  ),
  capacity: addUp(
    teams.map(({ capacity }) => capacity),
    months,
  ),
});

/** All of a scenario that no future bears on: people, capacity, the terms of the load and what levelling takes off it. */
export function prepareScenario(base: ScenarioBase, assumed: Assumed): Prepared {
  const people = base.teams.map((_, index) => peopleOf(base, assumed, index));
  const teams = people.map((own, index): Staffing => {
    const { capacity, rate } = capacityOf(base, assumed, own, index);
    const effective = base.settings.ratioDenominator === 'effective-fte' ? 1 - rate : 1;
    return { ...own, divisor: own.fte.map((value) => value * effective), capacity };
  });
  const { terms, levelling } = withLevelling({
    base,
    assumed,
    terms: coefficientsOf(base, assumed),
    capacity: teams.map(({ capacity }) => capacity),
  });
  return {
    assumed,
    people,
    staffing: [...teams, addPeople(teams, base.months.length)],
    terms,
    levelling,
  };
}

/** A prepared scenario's paths: the middle one, and all futures where ranges are wanted. */
export type Outcome = Prepared & { middle: Paths; all: Paths | null };

/** @param simulated whether all futures are run, for ranges and chances, or the middle one alone */
export function runScenario(base: ScenarioBase, assumed: Assumed, simulated: boolean): Outcome {
  const prepared = prepareScenario(base, assumed);
  return {
    ...prepared,
    middle: middlePath(base.futures, prepared.terms),
    all: simulated ? allPaths(base.futures, prepared.terms) : null,
  };
}

/** Figures of one team of a result, or of the force where `index` is the number of teams. */
export function resultOfTeam(base: ScenarioBase, outcome: Outcome, index: number): TeamResult {
  const staffing = outcome.staffing[index];
  if (!staffing) throw new RangeError(`Expected a team numbered 0 to ${String(base.teams.length)}.`);
  return teamResult({
    team: base.teams[index]?.team ?? null,
    index,
    months: base.months,
    limit: base.settings.ratioLimit,
    staffing,
    middle: outcome.middle,
    all: outcome.all,
    levelling: outcome.levelling[index] ?? null,
  });
}

const costInput = (base: ScenarioBase, assumed: Assumed, people: readonly TeamPeople[]): CostInput => ({
  months: base.months,
  paid: paidBy(
    people.map(({ paid }) => paid),
    base.months.length,
  ),
  pay: assumed.pay,
  rise: assumed.payRise,
});

/** @param before the roster as it is, which added cost is told against */
export function costOfScenario(
  base: ScenarioBase,
  { assumed, people }: Prepared,
  before: Assumed = unchanged(base),
) {
  const peopleBefore = base.teams.map((_, index) => peopleOf(base, before, index));
  return costOf(costInput(base, assumed, people), costInput(base, before, peopleBefore));
}

const denominatorOf = ({ settings }: ScenarioBase): 'effective-fte' | 'in-post-fte' =>
  settings.ratioDenominator === 'effective-fte' ? 'effective-fte' : 'in-post-fte';

const definitionOf = (base: ScenarioBase): string =>
  `${ratioDefinition(base.settings.ratioNumerator, denominatorOf(base), base.settings.ratioLimit, base.asAt)} ` +
  'Months ahead: RSOs at the month’s end, managers as the mean of its working days, those in training in part.';

/** Teams of which more posts are taken away than there are: the cost and the ratio know only those that are. */
function beyondSaid(base: ScenarioBase, people: readonly TeamPeople[]): string[] {
  return base.teams.flatMap(({ team }, index) => {
    const beyond = people[index]?.beyond ?? 0;
    if (beyond < SMALLEST_SHOWN) return [];
    const posts = withUnit(showNumber(beyond), 'FTE');
    return [
      `${team}: of the posts taken away, ${posts} are not there, or not of that contract, in at least one month. ` +
        'No more is taken away, or saved, than is there.',
    ];
  });
}

function notesOf(base: ScenarioBase, { assumed, people }: Prepared): string[] {
  const notes = beyondSaid(base, people);
  const { ratioDenominator } = base.settings;
  if (ratioDenominator !== denominatorOf(base)) {
    notes.push(
      'Months ahead are told per full-time equivalent in post, whatever the ratio of today divides by.',
    );
  }
  if (assumed.levelling.includes(true)) {
    notes.push(
      'Levelling is estimated by the rules of the Levelling page, with work that can be split; the load of new cases, which a plan of the cases held does not count, comes on top.',
    );
  }
  return notes;
}

type Named = { name: string; changes: readonly ScenarioChange[] };

function resultOf(base: ScenarioBase, name: string, outcome: Outcome, teams: TeamResult[]): ScenarioResult {
  const { snapshotId, asAt, rosterAsAt, settings, futures } = base;
  return {
    name,
    snapshotId,
    asAt,
    rosterAsAt,
    months: [...base.months],
    limit: settings.ratioLimit,
    definition: definitionOf(base),
    runs: futures.runs,
    seed: futures.seed,
    simulated: outcome.all !== null,
    teams,
    force: resultOfTeam(base, outcome, base.teams.length),
    cost: costOfScenario(base, outcome),
    unconfirmed: [...unconfirmedValues(outcome.assumed.standards), ...unconfirmedPay(outcome.assumed.pay)],
    notes: notesOf(base, outcome),
  };
}

/** A scenario's middle path by month, by team and for the force: no ranges, no chances, quickly. */
export function scenarioResult(base: ScenarioBase, { name, changes }: Named): ScenarioResult {
  const outcome = runScenario(base, assumedBy(changes, base), false);
  return resultOf(
    base,
    name,
    outcome,
    base.teams.map((_, index) => resultOfTeam(base, outcome, index)),
  );
}

/** The same with ranges and chances over all futures, with pauses for whoever shares the thread. */
export function* simulatedInSteps(
  base: ScenarioBase,
  { name, changes }: Named,
): Generator<undefined, ScenarioResult> {
  const prepared = prepareScenario(base, assumedBy(changes, base));
  yield;
  const all = yield* pathsInSteps(base.futures, prepared.terms);
  const outcome = { ...prepared, middle: middlePath(base.futures, prepared.terms), all };
  const teams: TeamResult[] = [];
  for (const index of base.teams.keys()) {
    teams.push(resultOfTeam(base, outcome, index));
    yield;
  }
  return resultOf(base, name, outcome, teams);
}

/** The same base and changes give the same result. */
export const simulatedResult = (base: ScenarioBase, scenario: Named): ScenarioResult =>
  finished(simulatedInSteps(base, scenario));
