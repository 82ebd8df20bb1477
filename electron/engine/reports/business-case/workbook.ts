/** A business case as a workbook: every table, every figure with its run, totals and ratios as live formulas. */
import type { CasePack } from '#shared/domain/case-pack.ts';
import { showDate } from '#shared/domain/dates.ts';
import { xlsxBook } from '../xlsx.ts';
import type { ReportCell, ReportTable } from '../report-table.ts';
import { costSheet } from './cost-sheet.ts';
import { assumptionsSheet, pastErrorSheet, runsSheet, searchSheet, snapshotsSheet } from './ground-sheets.ts';
import { monthsSheet } from './months-sheet.ts';
import { differencesSheet, optionsSheet, teamsSheet } from './options-sheets.ts';
import { valueCell, type Addresses } from './sheet.ts';
import { yearsSheet } from './years-sheet.ts';

export const caseWorkbook = (pack: CasePack): Uint8Array<ArrayBuffer> => xlsxBook(caseSheets(pack));

function caseSheets(pack: CasePack): ReportTable[] {
  const addresses: Addresses = new Map();
  const sheets = [
    optionsSheet(pack, addresses),
    yearsSheet(pack, addresses),
    costSheet(pack, addresses),
    teamsSheet(pack, addresses),
    monthsSheet(pack),
    searchSheet(pack, addresses),
    differencesSheet(pack),
    assumptionsSheet(pack, addresses),
    pastErrorSheet(pack, addresses),
    runsSheet(pack),
    snapshotsSheet(pack),
  ];
  return [textsSheet(pack), ...sheets, figuresSheet(pack, addresses)];
}

/** Words of the document, so that none of its sentences stands in it alone. */
function textsSheet(pack: CasePack): ReportTable {
  const rows = (about: string, texts: readonly string[]): ReportCell[][] =>
    texts.map((text) => [about, text]);
  return {
    name: 'Summary',
    titles: [caseTitle(pack)],
    columns: [
      { heading: 'About', width: 18 },
      { heading: 'In words', width: 120 },
    ],
    rows: [
      ...rows(
        'Summary',
        pack.summary.map(({ text }) => text),
      ),
      ...rows('Layout', [pack.layout]),
      ...rows('Past error', pack.pastErrorNotes),
      ...rows('Method', pack.method),
      ...rows('Limits', pack.limits),
      ...rows('Made', [madeLine(pack)]),
    ],
  };
}

export const caseTitle = ({ forceName, asAt }: CasePack): string =>
  `Business case for offender managers${forceName === '' ? '' : `, ${forceName}`}: from the snapshot as at ${showDate(asAt)}`;

export const madeLine = ({ version, madeAt }: CasePack): string =>
  `Made by Evenkeel ${version} at ${madeAt.slice(0, 16).replace('T', ' ')} UTC`;

/** Each figure that the document prints, led back to the cell and the run it comes from. */
function figuresSheet({ figures }: CasePack, addresses: Addresses): ReportTable {
  return {
    name: 'Figures',
    titles: ['Every figure of the document: its value is that of the cell it refers to.'],
    columns: [
      { heading: 'Figure', width: 40 },
      { heading: 'Run', width: 14 },
      { heading: 'What', width: 60 },
      { heading: 'Value', width: 14 },
      { heading: 'As printed', width: 16 },
    ],
    rows: figures.map(({ id, run, name, unit, value, shown }) => {
      const address = addresses.get(id);
      if (address === undefined) throw new RangeError(`Expected the figure ${id} on a sheet, found none.`);
      return [id, run, name, valueCell(unit, value, referTo(address)), shown];
    }),
  };
}

/** An empty cell that is referred to would show as 0. */
const referTo = (address: string): string => `IF(${address}="","",${address})`;
