/** Every figure that a pack prints, each with an id, a name and the run it came from. */
import type { PackFigure, PackOption, PackUnit } from '#shared/domain/case-pack.ts';
import { showMonth, type Month } from '#shared/domain/dates.ts';
import type { CasesPastError } from '#shared/domain/forecast.ts';
import {
  figureKeys,
  type FigureKey,
  type ScenarioResult,
  type Sought,
  type TeamResult,
} from '#shared/domain/scenario-result.ts';
import { FOUR_FIFTHS, HALF } from '../figures.ts';
import { figureNames, figureOf } from '../scenarios/figures.ts';
import { teamsOver } from '../scenarios/teams-over.ts';
import { sum } from '../sum.ts';
import { yearsOf, type PackYear } from './layout.ts';
import { showFigure } from './show.ts';

type Bare = Omit<PackFigure, 'shown'>;

/** What is told of each team. */
export const teamFigures = [
  'rsos-end',
  'fte-end',
  'ratio-end',
  'first-over-limit',
  'peak-utilisation',
  'first-over-capacity',
] as const satisfies readonly FigureKey[];

/** What is told of each financial year: the state at its end, and its hours all together. */
export const yearFigures = [
  { key: 'rsos', name: 'RSOs', unit: 'number' },
  { key: 'rsos-low', name: 'RSOs, lower end', unit: 'number' },
  { key: 'rsos-high', name: 'RSOs, upper end', unit: 'number' },
  { key: 'counted', name: 'RSOs counted in the ratio', unit: 'number' },
  { key: 'fte', name: 'Offender managers', unit: 'fte' },
  { key: 'ratio', name: 'Ratio', unit: 'ratio' },
  { key: 'ratio-low', name: 'Ratio, lower end', unit: 'ratio' },
  { key: 'ratio-high', name: 'Ratio, upper end', unit: 'ratio' },
  { key: 'needed', name: 'Offender managers needed', unit: 'fte' },
  { key: 'short', name: 'Posts short', unit: 'fte' },
  { key: 'load', name: 'Load of the year', unit: 'hours' },
  { key: 'capacity', name: 'Capacity of the year', unit: 'hours' },
  { key: 'utilisation', name: 'Utilisation of the year', unit: 'share' },
] as const satisfies ReadonlyArray<{ key: string; name: string; unit: PackUnit }>;
export type YearFigure = (typeof yearFigures)[number]['key'];

const at = <T>(values: readonly T[] | null, index: number): T | null => values?.[index] ?? null;

/** A year's figure, as the workbook works it out too. */
export function yearValue(
  key: YearFigure,
  team: TeamResult,
  { first, last }: PackYear,
  limit: number,
): number | null {
  const ofYear = (values: readonly number[]): number => sum(values.slice(first, last + 1));
  const needed = (at(team.counted.middle, last) ?? 0) / limit;
  switch (key) {
    case 'rsos':
      return at(team.rsos.middle, last);
    case 'rsos-low':
      return at(team.rsos.low, last);
    case 'rsos-high':
      return at(team.rsos.high, last);
    case 'counted':
      return at(team.counted.middle, last);
    case 'fte':
      return at(team.divisor, last);
    case 'ratio':
      return at(team.ratio.middle, last);
    case 'ratio-low':
      return at(team.ratio.low, last);
    case 'ratio-high':
      return at(team.ratio.high, last);
    case 'needed':
      return needed;
    case 'short':
      return Math.max(0, needed - (at(team.divisor, last) ?? 0));
    case 'load':
      return ofYear(team.load.middle);
    case 'capacity':
      return ofYear(team.capacity);
    case 'utilisation': {
      const time = ofYear(team.capacity);
      return time > 0 ? ofYear(team.load.middle) / time : null;
    }
  }
}

/** `team-2`; the force is `force`. */
const placeKey = (index: number | null): string => (index === null ? 'force' : `team-${String(index + 1)}`);

/** Id of an option’s figure of the force: `preferred.peak-utilisation`. */
export const optionFigure = (option: string, key: string): string => `${option}.${key}`;
/** Id of a team’s figure: `preferred.peak-utilisation.team-2`. */
export const teamFigure = (option: string, key: FigureKey, team: number): string =>
  `${option}.${key}.${placeKey(team)}`;
/** Id of the force’s figure at a year’s end: `preferred.ratio.2031-03`. */
export const yearFigure = (option: string, key: YearFigure, end: Month): string => `${option}.${key}.${end}`;

export const costFigures = [
  { key: 'total', name: 'Cost' },
  { key: 'added', name: 'Added cost' },
  { key: 'cumulative', name: 'Cost so far' },
  { key: 'cumulativeAdded', name: 'Added cost so far' },
] as const;
type CostFigure = (typeof costFigures)[number]['key'];
/** Id of the cost of a financial year: `preferred.cost-added.2027-28`. */
export const costFigure = (option: string, key: CostFigure, year: string): string =>
  `${option}.cost-${key}.${year.replace('/', '-')}`;

export const chanceFigures = [
  { key: 'within-limit', name: 'Futures within the limit in every month' },
  { key: 'within-capacity', name: 'Futures within capacity in every month' },
] as const;

/** What the force as a whole does not tell: a team can be over while others have time to spare. */
export const teamCounts = [
  { key: 'teams', name: 'Teams' },
  { key: 'teams-over-capacity', name: 'Teams over capacity in some month' },
] as const;
type TeamCount = (typeof teamCounts)[number]['key'];

/** How many teams there are, or are over capacity in some month. */
export const teamCount = (key: TeamCount, { teams }: Pick<ScenarioResult, 'teams'>): number =>
  key === 'teams' ? teams.length : teamsOver(teams, 'capacity');

function figuresOfOption({ key: option, name: called, run, result }: PackOption): Bare[] {
  const { force, teams, cost, limit, months } = result;
  const named = (id: string, what: string, unit: PackUnit, value: PackFigure['value']): Bare => ({
    id,
    run,
    name: `${called}: ${what}`,
    unit,
    value,
  });
  const source = (team: TeamResult) => ({ team, cost, limit });
  const unitOf = (key: FigureKey): PackUnit => figureNames[key].unit;
  const overall = figureKeys.map((key) =>
    named(optionFigure(option, key), figureNames[key].name, unitOf(key), figureOf(key, source(force))),
  );
  const chances = chanceFigures.map(({ key, name }) =>
    named(
      optionFigure(option, key),
      name,
      'share',
      key === 'within-limit' ? force.chanceWithinLimit : force.chanceWithinCapacity,
    ),
  );
  const counts = teamCounts.map(({ key, name }) =>
    named(optionFigure(option, key), name, 'number', teamCount(key, result)),
  );
  const byYear = yearsOf(months).flatMap((year) =>
    yearFigures.map(({ key, name, unit }) =>
      named(
        yearFigure(option, key, year.end),
        `${name}, ${showMonth(year.end)}`,
        unit,
        yearValue(key, force, year, limit),
      ),
    ),
  );
  const byTeam = teams.flatMap((team, index) =>
    teamFigures.map((key) =>
      named(
        teamFigure(option, key, index),
        `${figureNames[key].name}, ${team.team ?? ''}`,
        unitOf(key),
        figureOf(key, source(team)),
      ),
    ),
  );
  const costs = cost.years.flatMap((year) =>
    costFigures.map(({ key, name }) =>
      named(costFigure(option, key, year.year), `${name}, ${year.year}`, 'pounds', year[key]),
    ),
  );
  return [...overall, ...chances, ...counts, ...byYear, ...byTeam, ...costs];
}

function figuresOfSearch(sought: Sought, run: string): Bare[] {
  const named = (key: string, name: string, unit: PackUnit, value: PackFigure['value']): Bare => ({
    id: `search.${key}`,
    run,
    name: `Minimum: ${name}`,
    unit,
    value,
  });
  return [
    named('posts', 'fewest posts', 'posts', sought.posts),
    named('latest-start', 'latest month to begin recruiting', 'month', sought.latestStart),
    named('first', 'first month looked at', 'month', sought.first),
    named('last', 'last month looked at', 'month', sought.last),
    named('chance', 'futures within the goal', 'share', sought.chance),
    named('chance-one-fewer', 'futures within the goal, one post fewer', 'share', sought.chanceOneFewer),
    named('most-tried', 'most posts tried', 'posts', sought.mostTried),
    named('chance-of-most', 'futures within the goal with the most tried', 'share', sought.chanceOfMost),
    named('wanted', 'wanted share of the futures', 'share', sought.probability),
  ];
}

export const errorFigures = [
  { key: 'mape', name: 'Mean error' },
  { key: 'sameAsLast', name: 'Mean error of the last count carried on' },
  { key: 'covered50', name: `Held by the ${HALF} range` },
  { key: 'covered80', name: `Held by the ${FOUR_FIFTHS} range` },
] as const;

/** Rows of the table of past errors: all, each horizon, and the teams' forecasts. */
export function pastErrorRows(past: CasesPastError) {
  return [
    ...past.byHorizon.map((row) => ({
      key: `${String(row.months)}-months`,
      name: `${String(row.months)} months ahead`,
      row,
    })),
    { key: 'all', name: 'All forecasts of the force', row: past },
    { key: 'teams', name: 'All forecasts of teams', row: past.teams },
  ];
}

/** Id of a figure of past errors: `past-error.12-months.mape`. */
export const errorFigure = (row: string, key: string): string => `past-error.${row}.${key}`;

const figuresOfPast = (past: CasesPastError, run: string): Bare[] =>
  pastErrorRows(past).flatMap(({ key: row, name: which, row: values }) => [
    {
      id: errorFigure(row, 'forecasts'),
      run,
      name: `Past error, ${which}: forecasts`,
      unit: 'number' as const,
      value: values.forecasts,
    },
    ...errorFigures.map(({ key, name }) => ({
      id: errorFigure(row, key),
      run,
      name: `Past error, ${which}: ${name}`,
      unit: 'share' as const,
      value: values[key],
    })),
  ]);

type Parts = {
  options: readonly PackOption[];
  sought: Sought;
  pastError: CasesPastError | null;
  /** Run of the forecast behind the past error. */
  forecastRun: string;
};

/** Every figure that the case prints, each with its name and the run that it came from. */
export function packFigures({ options, sought, pastError, forecastRun }: Parts): PackFigure[] {
  const minimum = options.find(({ kind }) => kind === 'minimum') ?? options[0];
  return [
    ...options.flatMap(figuresOfOption),
    ...figuresOfSearch(sought, minimum?.run ?? forecastRun),
    ...(pastError ? figuresOfPast(pastError, forecastRun) : []),
  ].map((figure) => ({ ...figure, shown: showFigure(figure.unit, figure.value) }));
}
