/**
 * The weekly pack as a workbook: a sheet for each section with a table, the teams below each other, and one for all that
 * is said in words. Sheets are sorted and filtered: every row names its team.
 */
import type { WeeklyPack } from '#shared/domain/weekly-pack.ts';
import { word, type PackCell, type PackTable } from '#shared/planning/weekly/pack-table.ts';
import { actionsTable, packHeadline, packSections, packSummary } from '#shared/planning/weekly/sections.ts';
import { unconfirmedLines } from '#shared/planning/wording.ts';
import type { ReportTable } from './report-table.ts';
import { xlsxBook } from './xlsx.ts';

type OfTeam = { team: string; table: PackTable };
type Column = PackTable['columns'][number];

export function weeklyBook(pack: WeeklyPack): Uint8Array<ArrayBuffer> {
  const titles = [packHeadline(pack), ...unconfirmedLines(pack.unconfirmed)];
  const sections = pack.teams.flatMap((team) =>
    packSections(team, pack).map((section) => ({ team: team.team, ...section })),
  );
  const sectionSheets = [...new Set(sections.map(({ title }) => title))].flatMap((title) => {
    const own = sections.flatMap(({ team, table, title: of }) =>
      table !== null && of === title ? [{ team, table }] : [],
    );
    return own.length === 0 ? [] : [ofTeams(title, titles, own)];
  });
  const lines = sections.flatMap(({ team, title, lines: said }) => said.map((line) => [team, title, line]));
  return xlsxBook([
    ...(pack.teams.length > 1 ? [sheet('All teams', titles, packSummary(pack))] : []),
    {
      name: 'In words',
      titles,
      columns: [
        { heading: 'Team', width: TEAM_WIDTH },
        { heading: 'Section', width: 28 },
        { heading: 'In words', width: 110 },
      ],
      rows: lines,
    },
    ...sectionSheets,
    ...actionSheets(pack, titles),
  ]);
}

function actionSheets(pack: WeeklyPack, titles: readonly string[]): ReportTable[] {
  const actions = [...pack.teams.flatMap((team) => team.actions), ...pack.otherActions];
  if (actions.length === 0) return [];
  return [
    ofTeams(
      'Actions',
      titles,
      actions.map((action) => ({ team: action.team, table: actionsTable([action]) })),
    ),
  ];
}

/** Teams below each other. One may have a column that another lacks: the widest comes first and sets the order. */
function ofTeams(name: string, titles: readonly string[], tables: readonly OfTeam[]): ReportTable {
  const widestFirst = tables.map(({ table }) => table).sort((a, b) => b.columns.length - a.columns.length);
  const columns = new Map(widestFirst.flatMap((table) => table.columns.map((one) => [one.heading, one])));
  const rows = tables.flatMap(({ team, table }) =>
    named(table).rows.map(({ isStrong, cells }) => {
      const held = new Map(table.columns.map(({ heading }, place) => [heading, cells[place] ?? null]));
      return { isStrong, cells: [team, ...[...columns.keys()].map((heading) => held.get(heading) ?? null)] };
    }),
  );
  return sheet(name, titles, { columns: [word('Team'), ...columns.values()], rows });
}

/** On a page a row without a name goes on with the one above; in a sheet that is sorted each has its own. */
function named(table: PackTable): PackTable {
  let name: PackCell = null;
  const rows = table.rows.map(({ cells: [first = null, ...rest], isStrong }) => {
    if (first !== '') name = first;
    return { cells: [name, ...rest], isStrong };
  });
  return { ...table, rows };
}

const TEAM_WIDTH = 16;
const widthOf = ({ heading, isNumber }: Column): number =>
  isNumber ? Math.max(10, heading.length + 3) : Math.max(TEAM_WIDTH, heading.length + 3);

const sheet = (
  name: string,
  titles: readonly string[],
  { columns, rows }: Pick<PackTable, 'columns' | 'rows'>,
): ReportTable => ({
  name,
  titles,
  columns: columns.map((column) => ({ heading: column.heading, width: widthOf(column) })),
  rows: rows.map(({ cells }) => cells),
});
