/** The options beside each other: the force's figures, those of each team, and what they assume otherwise. */
import type { CasePack } from '#shared/domain/case-pack.ts';
import { figureKeys } from '#shared/domain/scenario-result.ts';
import {
  chanceFigures,
  optionFigure,
  teamCount,
  teamCounts,
  teamFigure,
  teamFigures,
} from '#shared/planning/case-pack/figures.ts';
import { figureNames, figureOf } from '#shared/planning/scenarios/figures.ts';
import { columnName } from '../xlsx.ts';
import type { ReportCell, ReportTable } from '../report-table.ts';
import { blockFormula } from './block-formulas.ts';
import { OPTIONS_SHEET } from './options-sheet-place.ts';
import { FIRST_ROW, placeCount, placesOf, valueCell, type Addresses } from './sheet.ts';

export function optionsSheet(pack: CasePack, addresses: Addresses): ReportTable {
  const { options, limit } = pack;
  const force = placeCount(pack) - 1;
  const rows: ReportCell[][] = [
    ['Run', ...options.map(({ run }) => run)],
    ['Limit of the ratio', ...options.map((): ReportCell => valueCell('ratio', limit))],
  ];
  const add = (key: string, name: string, cellOf: (index: number) => ReportCell): void => {
    for (const [index, option] of options.entries()) {
      const address = `${OPTIONS_SHEET}!${columnName(index + 1)}${String(FIRST_ROW + rows.length)}`;
      addresses.set(optionFigure(option.key, key), address);
    }
    rows.push([name, ...options.map((_, index) => cellOf(index))]);
  };
  for (const key of figureKeys) {
    const { name, unit } = figureNames[key];
    add(key, name, (index) => {
      const result = options[index]?.result;
      const value = result ? figureOf(key, { team: result.force, cost: result.cost, limit }) : null;
      return valueCell(unit, value, blockFormula(pack, { option: index, place: force }, key));
    });
  }
  for (const { key, name } of chanceFigures) {
    add(key, name, (index) => {
      const own = options[index]?.result.force;
      const value = key === 'within-limit' ? own?.chanceWithinLimit : own?.chanceWithinCapacity;
      return valueCell('share', value ?? null);
    });
  }
  for (const { key, name } of teamCounts) {
    add(key, name, (index) => {
      const own = options[index];
      return valueCell(
        'number',
        own ? teamCount(key, own.result) : null,
        `${countedBy[key]}(${teamsRange(pack, index, columnOf[key])})`,
      );
    });
  }
  return {
    name: OPTIONS_SHEET,
    titles: [pack.definition],
    columns: [
      { heading: 'The force as a whole', width: 42 },
      ...options.map(({ name }) => ({ heading: name, width: 22 })),
    ],
    rows,
  };
}

const TEAMS_SHEET = 'Teams';
const NAME_COLUMN = 2;
/** Every team has a name, and one that never goes over capacity has no first month over it. */
const countedBy = { teams: 'COUNTA', 'teams-over-capacity': 'COUNT' };
const columnOf = {
  teams: NAME_COLUMN,
  'teams-over-capacity': NAME_COLUMN + 1 + teamFigures.indexOf('first-over-capacity'),
};

/** An option's cells in a column of the teams' sheet. */
function teamsRange({ options }: CasePack, option: number, column: number): string {
  const above = options.slice(0, option).reduce((rows, { result }) => rows + result.teams.length, 0);
  const first = FIRST_ROW + above;
  const last = first + (options[option]?.result.teams.length ?? 0) - 1;
  const letter = columnName(column);
  return `${TEAMS_SHEET}!${letter}${String(first)}:${letter}${String(last)}`;
}

export function teamsSheet(pack: CasePack, addresses: Addresses): ReportTable {
  let row = FIRST_ROW - 1;
  const rows = pack.options.flatMap((option, index) =>
    placesOf(option)
      .filter(({ team }) => team.team !== null)
      .map(({ team, name, index: place }): ReportCell[] => {
        row += 1;
        const { cost, limit } = option.result;
        return [
          option.run,
          option.name,
          name,
          ...teamFigures.map((key, at): ReportCell => {
            addresses.set(
              teamFigure(option.key, key, place),
              `${TEAMS_SHEET}!${columnName(NAME_COLUMN + 1 + at)}${String(row)}`,
            );
            const formula = blockFormula(pack, { option: index, place }, key);
            return valueCell(figureNames[key].unit, figureOf(key, { team, cost, limit }), formula);
          }),
        ];
      }),
  );
  return {
    name: TEAMS_SHEET,
    titles: ['Each team in each option, at the end and over all months.'],
    columns: [
      { heading: 'Run', width: 14 },
      { heading: 'Option', width: 26 },
      { heading: 'Team', width: 18 },
      ...teamFigures.map((key) => ({ heading: figureNames[key].name, width: 14 })),
    ],
    rows,
  };
}

export const differencesSheet = ({ options, differences }: CasePack): ReportTable => ({
  name: 'Differences',
  titles: ['Where options assume something else than the state of things; all else is as held.'],
  columns: [
    { heading: 'Assumption', width: 42 },
    ...options.map(({ name }) => ({ heading: name, width: 40 })),
  ],
  rows: [
    ['Run', ...options.map(({ run }) => run)],
    ...differences.map(({ name, values }) => [name, ...values]),
  ],
});
