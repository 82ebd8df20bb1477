/** What a case rests on: the search for the minimum, past error, assumptions, runs, snapshots, texts. */
import type { CasePack, PackFigure } from '#shared/domain/case-pack.ts';
import { showDate } from '#shared/domain/dates.ts';
import { confirmedSaid } from '#shared/planning/case-pack/assumptions.ts';
import { errorFigure, errorFigures, pastErrorRows } from '#shared/planning/case-pack/figures.ts';
import { columnName } from '../xlsx.ts';
import type { ReportCell, ReportTable } from '../report-table.ts';
import { FIRST_ROW, valueCell, type Addresses } from './sheet.ts';

const byId = ({ figures }: CasePack): Map<string, PackFigure> =>
  new Map(figures.map((figure) => [figure.id, figure]));

export function searchSheet(pack: CasePack, addresses: Addresses): ReportTable {
  const own = pack.figures.filter(({ id }) => id.startsWith('search.'));
  return {
    name: 'Minimum',
    titles: [pack.sought.answer],
    columns: [
      { heading: 'Run', width: 14 },
      { heading: 'Of the search', width: 46 },
      { heading: 'Value', width: 14 },
    ],
    rows: own.map(({ id, run, name, unit, value }, index) => {
      addresses.set(id, `Minimum!C${String(FIRST_ROW + index)}`);
      return [run, name, valueCell(unit, value)];
    }),
  };
}

export function pastErrorSheet(pack: CasePack, addresses: Addresses): ReportTable {
  const figures = byId(pack);
  const keys = ['forecasts', ...errorFigures.map(({ key }) => key)];
  const rows = pack.pastError === null ? [] : pastErrorRows(pack.pastError);
  return {
    name: 'Past error',
    titles: ['How wrong forecasts of the same kind have been on the snapshots held.'],
    columns: [
      { heading: 'Forecasts', width: 26 },
      { heading: 'How many', width: 10 },
      ...errorFigures.map(({ name }) => ({ heading: name, width: 14 })),
      { heading: 'Run', width: 14 },
    ],
    rows: rows.map(({ key: row, name }, at): ReportCell[] => [
      name,
      ...keys.map((key, column): ReportCell => {
        const id = errorFigure(row, key);
        addresses.set(id, `'Past error'!${columnName(column + 1)}${String(FIRST_ROW + at)}`);
        const figure = figures.get(id);
        return figure ? valueCell(figure.unit, figure.value) : null;
      }),
      figures.get(errorFigure(row, 'forecasts'))?.run ?? null,
    ]),
  };
}

export function assumptionsSheet(pack: CasePack, addresses: Addresses): ReportTable {
  const column = (letter: string): string => {
    const last = FIRST_ROW + pack.assumptions.length - 1;
    return `Assumptions!${letter}${String(FIRST_ROW)}:${letter}${String(last)}`;
  };
  addresses.set('assumptions.all', `COUNT(${column('C')})`);
  addresses.set('assumptions.unconfirmed', `COUNTIF(${column('G')},"no")`);
  return {
    name: 'Assumptions',
    titles: ['Every value that the figures rest on, its source, and whether the force has confirmed it.'],
    columns: [
      { heading: 'About', width: 26 },
      { heading: 'Value of', width: 40 },
      { heading: 'Value', width: 10 },
      { heading: 'Unit', width: 12 },
      { heading: 'Source', width: 60 },
      { heading: 'Of', width: 18 },
      { heading: 'Confirmed', width: 11 },
    ],
    rows: pack.assumptions.map((assumption) => {
      const { group, name, value, unit, source, year } = assumption;
      return [group, name, value, unit, source, year, confirmedSaid(assumption)];
    }),
  };
}

export const runsSheet = ({ options }: CasePack): ReportTable => ({
  name: 'Runs',
  titles: ['What each run id stands for. The same id again gives the same figures.'],
  columns: [
    { heading: 'Run', width: 14 },
    { heading: 'Option', width: 30 },
    { heading: 'As at', width: 14 },
    { heading: 'Snapshot', width: 10 },
    { heading: 'Futures', width: 9 },
    { heading: 'Seed', width: 8 },
    { heading: 'Months', width: 8 },
    { heading: 'Changes', width: 70 },
  ],
  rows: options.map(({ run, name, changes, result }) => [
    run,
    name,
    showDate(result.asAt),
    result.snapshotId,
    result.runs,
    result.seed,
    result.months.length,
    changes.length === 0 ? 'none' : changes.join('; '),
  ]),
});

export const snapshotsSheet = ({ snapshots, roster }: CasePack): ReportTable => ({
  name: 'Snapshots',
  titles: ['The files that everything rests on, known by the SHA-256 of what they held.'],
  columns: [
    { heading: 'What', width: 12 },
    { heading: 'As at', width: 14 },
    { heading: 'Number', width: 9 },
    { heading: 'Cases or people', width: 12 },
    { heading: 'Fingerprint', width: 70 },
  ],
  rows: [
    ...snapshots.map(({ id, asAt, cases, fingerprint }): ReportCell[] => [
      'Caseload',
      showDate(asAt),
      id,
      cases,
      fingerprint,
    ]),
    ...(roster === null
      ? []
      : [['Staff list', showDate(roster.asAt), null, roster.people, roster.fingerprint] as ReportCell[]]),
  ],
});
