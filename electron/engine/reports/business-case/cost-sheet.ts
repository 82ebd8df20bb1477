/** Cost by financial year and cumulative. */
import type { CasePack } from '#shared/domain/case-pack.ts';
import { costFigure, costFigures } from '#shared/planning/case-pack/figures.ts';
import type { ReportCell, ReportTable } from '../report-table.ts';
import { FIRST_ROW, letterOf, valueCell, type Addresses } from './sheet.ts';

const columns = [
  { key: 'run', heading: 'Run', width: 14 },
  { key: 'option', heading: 'Option', width: 26 },
  { key: 'year', heading: 'Financial year', width: 10 },
  { key: 'months', heading: 'Months of it', width: 8 },
  { key: 'fte', heading: 'FTE paid, mean', width: 10 },
  { key: 'total', heading: 'Cost', width: 14 },
  { key: 'added', heading: 'Added: beyond the roster as it is', width: 14 },
  { key: 'cumulative', heading: 'Cost so far', width: 14 },
  { key: 'cumulativeAdded', heading: 'Added so far', width: 14 },
] as const;
type Key = (typeof columns)[number]['key'];

const SHEET = 'Cost';

export function costSheet(pack: CasePack, addresses: Addresses): ReportTable {
  let row = FIRST_ROW - 1;
  const rows = pack.options.flatMap(({ key: option, run, name, result }) =>
    result.cost.years.map((year, at): ReportCell[] => {
      row += 1;
      const here = (key: Key, above = 0): string => `${letterOf(columns, key)}${String(row - above)}`;
      for (const { key } of costFigures) {
        addresses.set(costFigure(option, key, year.year), `${SHEET}!${here(key)}`);
      }
      /** What is missing in one year is missing in the sum. */
      const soFar = (sum: Key, own: Key): string =>
        at === 0
          ? `IF(${here(own)}="","",${here(own)})`
          : `IF(OR(${here(sum, 1)}="",${here(own)}=""),"",${here(sum, 1)}+${here(own)})`;
      return [
        run,
        name,
        year.year,
        year.months,
        valueCell('fte', year.fte),
        valueCell('pounds', year.total),
        valueCell('pounds', year.added),
        valueCell('pounds', year.cumulative, soFar('cumulative', 'total')),
        valueCell('pounds', year.cumulativeAdded, soFar('cumulativeAdded', 'added')),
      ];
    }),
  );
  return {
    name: SHEET,
    titles: ['Pounds by financial year, April to March. An empty sum lacks a pay or an on-cost.'],
    columns,
    rows,
  };
}

/** Where an option's last sum stands. */
export function lastCost(
  pack: CasePack,
  option: number,
  key: 'cumulative' | 'cumulativeAdded',
): string | null {
  const years = pack.options.slice(0, option + 1).map(({ result }) => result.cost.years.length);
  const rows = years.reduce((total, count) => total + count, 0);
  return years.at(-1) === 0 ? null : `${SHEET}!${letterOf(columns, key)}${String(FIRST_ROW + rows - 1)}`;
}
