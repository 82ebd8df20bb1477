/** Scenarios as tables for people at a terminal. */
import type { Scenario } from '#shared/domain/scenario.ts';
import type {
  Comparison,
  Figure,
  ScenarioResult,
  Sought,
  Sweep,
  TeamResult,
  Tornado,
} from '#shared/domain/scenario-result.ts';
import { FOUR_FIFTHS } from '#shared/planning/figures.ts';
import { number, percent, pounds, ratio, table, type Cell } from '../table.ts';

/** Rows of the table of months: one for each half year. */
const MONTHS_A_ROW = 6;

const monthRow = (team: TeamResult, month: string, at: number): Cell[] => [
  month,
  number(team.rsos.middle[at] ?? null),
  number(team.rsos.low?.[at] ?? null),
  number(team.rsos.high?.[at] ?? null),
  number(team.fte[at] ?? null, 1),
  ratio(team.ratio.middle[at]),
  number(team.load.middle[at] ?? null),
  number(team.capacity[at] ?? null),
  percent(team.utilisation.middle[at] ?? null),
];

const teamRow = (team: TeamResult): Cell[] => [
  team.team ?? 'Force',
  ratio(team.ratio.middle.at(-1)),
  team.firstOverLimit.middle,
  team.monthsOverLimit,
  team.firstOverCapacity.middle,
  team.monthsOverCapacity,
  percent(team.chanceWithinLimit),
  percent(team.chanceWithinCapacity),
];

export function resultText(result: ScenarioResult): string {
  const { force, teams, cost } = result;
  const months = result.months.flatMap((month, at) =>
    at === 0 || (at + 1) % MONTHS_A_ROW === 0 ? [monthRow(force, month, at)] : [],
  );
  return [
    `${result.name}, from the snapshot as at ${result.asAt}. ${result.definition}`,
    table(
      ['month', 'RSOs', `${FOUR_FIFTHS} from`, 'to', 'FTE', 'ratio', 'load', 'capacity', 'utilisation'],
      months,
    ),
    table(
      [
        'team',
        'ratio at end',
        'over limit',
        'months',
        'over capacity',
        'months',
        'within limit',
        'within capacity',
      ],
      [...teams, force].map(teamRow),
    ),
    table(
      ['at end of', 'RSOs counted', 'needed', 'there', 'short by'],
      force.need.map((year) => [
        year.month,
        number(year.counted),
        number(year.needed, 1),
        number(year.fte, 1),
        number(year.shortBy, 1),
      ]),
    ),
    table(
      ['year', 'months', 'FTE', 'cost', 'added', 'added so far'],
      cost.years.map((year) => [
        year.year,
        year.months,
        number(year.fte, 1),
        pounds(year.total),
        pounds(year.added),
        pounds(year.cumulativeAdded),
      ]),
    ),
    cost.notes.join('\n'),
  ].join('\n\n');
}

function figureCell(unit: Figure['unit'], value: Figure['values'][number]): Cell {
  if (value === null || typeof value === 'string') return value;
  switch (unit) {
    case 'ratio':
      return ratio(value);
    case 'share':
      return percent(value);
    case 'fte':
      return number(value, 1);
    case 'pounds':
      return pounds(value);
    case 'number':
    case 'months':
    case 'month':
      return number(value);
  }
}

export function comparisonText({ scenarios, assumptions, figures, team }: Comparison): string {
  const names = scenarios.map(({ name }) => name);
  return [
    table(
      ['assumption', ...names],
      assumptions.map(({ name, values }) => [name, ...values]),
    ),
    table(
      [team ?? 'Force', ...names],
      figures.map(({ name, unit, values }) => [name, ...values.map((value) => figureCell(unit, value))]),
    ),
  ].join('\n\n');
}

export const tornadoText = ({ name, unit, now, bars }: Tornado): string =>
  [
    `${name}: ${String(figureCell(unit, now) ?? '–')} as the scenario has it.`,
    table(
      ['assumption', 'lower', 'gives', 'higher', 'gives'],
      bars.map((bar) => [
        bar.name,
        bar.low,
        figureCell(unit, bar.atLow),
        bar.high,
        figureCell(unit, bar.atHigh),
      ]),
    ),
  ].join('\n\n');

export const sweepText = ({ first, last, points, team }: Sweep): string =>
  [
    `${team ?? 'Force'}; chances of staying within in every month from ${first} to ${last}, and highest utilisation of these.`,
    table(
      [
        'posts',
        'highest ratio',
        'ratio at end',
        'highest utilisation',
        'within limit',
        'within capacity',
        'cost added',
      ],
      points.map((point) => [
        point.posts,
        ratio(point.ratioWorst),
        ratio(point.ratioEnd),
        percent(point.peakLookedAt),
        percent(point.chanceWithinLimit),
        percent(point.chanceWithinCapacity),
        pounds(point.costAdded),
      ]),
    ),
  ].join('\n\n');

export const soughtText = ({ answer }: Sought): string => answer;

export const scenariosText = (scenarios: readonly Scenario[]): string =>
  scenarios.length === 0
    ? 'No scenario is kept yet.'
    : table(
        ['id', 'name', 'changes', 'changed', 'archived'],
        scenarios.map((one) => [
          one.id,
          one.name,
          one.changes.length,
          one.changedAt.slice(0, 10),
          one.archivedAt?.slice(0, 10) ?? null,
        ]),
      );
