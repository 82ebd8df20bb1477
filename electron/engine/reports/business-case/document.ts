/** A business case as a Word document. Every figure in it is one of the pack's, and stands in the workbook too. */
import type { CasePack, PackFigure, PackOption } from '#shared/domain/case-pack.ts';
import { isoDate, showDate, showMonth } from '#shared/domain/dates.ts';
import type { DocumentPart, DocumentTable, PreviewPart } from '#shared/domain/document.ts';
import { figureKeys } from '#shared/domain/scenario-result.ts';
import {
  chanceFigures,
  costFigure,
  errorFigure,
  errorFigures,
  optionFigure,
  pastErrorRows,
  teamCounts,
  teamFigure,
  teamFigures,
  yearFigure,
  type YearFigure,
} from '#shared/planning/case-pack/figures.ts';
import { yearsOf } from '#shared/planning/case-pack/layout.ts';
import { FOUR_FIFTHS, MISSING } from '#shared/planning/figures.ts';
import { figureNames } from '#shared/planning/scenarios/figures.ts';
import { wordReport, type WordPart } from '../docx.ts';
import { assumptionRows } from './assumption-rows.ts';
import { drawnCharts, wordCharts } from './charts.ts';
import { caseTitle, madeLine } from './workbook.ts';

export const caseDocument = (pack: CasePack): Promise<Uint8Array<ArrayBuffer>> =>
  wordReport({ title: caseTitle(pack), madeOn: isoDate(pack.madeAt.slice(0, 10)), parts: caseParts(pack) });

type Shown = (id: string) => string;

function shownOf({ figures }: CasePack): Shown {
  const book = new Map<string, PackFigure>(figures.map((figure) => [figure.id, figure]));
  return (id) => {
    const figure = book.get(id);
    if (!figure) throw new RangeError(`Expected the figure ${id} in the pack, found none.`);
    return figure.shown;
  };
}

const lines = (texts: readonly string[], look: 'plain' | 'quiet' = 'plain'): DocumentPart[] =>
  texts.map((text) => ({ text, look }));

const section = <T>(heading: string, ...parts: Array<DocumentPart | T>): Array<DocumentPart | T> => [
  { heading, level: 2 },
  ...parts,
];

export const caseParts = (pack: CasePack): WordPart[] => partsAround(pack, wordCharts(pack));

/** The document as a page shows it. */
export const casePreview = (pack: CasePack): PreviewPart[] => partsAround(pack, drawnCharts(pack));

function partsAround<T>(pack: CasePack, charts: readonly T[]): Array<DocumentPart | T> {
  const shown = shownOf(pack);
  const [first] = pack.months;
  const last = pack.months.at(-1);
  const span = first && last ? `${showMonth(first)} to ${showMonth(last)}. ` : '';
  return [
    { heading: caseTitle(pack) },
    { text: `${pack.layout}: ${span}${madeLine(pack)}.`, look: 'quiet' },
    ...section('Summary', ...lines(pack.summary.map(({ text }) => text))),
    ...section('Options', { table: optionsTable(pack) }, { table: figuresTable(pack, shown) }),
    ...section('Month by month', ...charts),
    ...section(
      'Posts needed and ratio, year by year',
      { text: pack.definition, look: 'quiet' },
      { text: 'Every month of every team, with ranges, stands in the workbook of this case.', look: 'quiet' },
      ...pack.options.flatMap((option) => yearsPart(pack, option, shown)),
    ),
    ...section('Cost by financial year', ...costParts(pack, shown)),
    ...section('Teams', ...pack.options.flatMap((option) => teamsPart(option, shown))),
    ...section(
      'What the options assume otherwise',
      { text: 'All else is as held; see the assumptions below.', look: 'quiet' },
      { table: differencesTable(pack) },
    ),
    ...section('How wrong such forecasts have been', ...pastErrorParts(pack, shown)),
    ...section('Method', ...lines(pack.method)),
    ...section('Limits', ...lines(pack.limits)),
    ...section('Assumptions', { table: assumptionsTable(pack) }),
    ...section('What it rests on', { table: groundTable(pack) }),
  ];
}

const optionsTable = ({ options }: CasePack): DocumentTable => ({
  columns: [{ heading: 'Option' }, { heading: 'Run' }, { heading: 'What it is' }, { heading: 'Changes' }],
  rows: options.map(({ name, run, description, changes }) => ({
    cells: [name, run, description, changes.length === 0 ? 'none' : changes.join('; ')],
  })),
});

const figuresTable = ({ options }: CasePack, shown: Shown): DocumentTable => ({
  columns: [
    { heading: 'The force as a whole' },
    ...options.map(({ name, run }) => ({ heading: `${name} (${run})`, isNumber: true })),
  ],
  rows: [
    ...figureKeys.map((key): [string, string] => [key, figureNames[key].name]),
    ...chanceFigures.map(({ key, name }): [string, string] => [key, name]),
    ...teamCounts.map(({ key, name }): [string, string] => [key, name]),
  ].map(([key, name]) => ({
    cells: [name, ...options.map((option) => shown(optionFigure(option.key, key)))],
  })),
});

const numbers = (...headings: string[]): DocumentTable['columns'] =>
  headings.map((heading) => ({ heading, isNumber: true }));

function yearsPart({ months }: CasePack, option: PackOption, shown: Shown): DocumentPart[] {
  const rows = yearsOf(months).map(({ year, end }) => {
    const own = (key: YearFigure): string => shown(yearFigure(option.key, key, end));
    const range = (key: 'rsos' | 'ratio'): string =>
      own(`${key}-low`) === MISSING
        ? own(key)
        : `${own(key)} (${own(`${key}-low`)} to ${own(`${key}-high`)})`;
    return {
      cells: [
        `${year}, end of ${showMonth(end)}`,
        range('rsos'),
        own('counted'),
        own('fte'),
        range('ratio'),
        own('needed'),
        own('short'),
        own('load'),
        own('capacity'),
        own('utilisation'),
      ],
    };
  });
  const columns = [
    { heading: 'Financial year' },
    ...numbers(
      `RSOs (${FOUR_FIFTHS} range)`,
      'Counted in the ratio',
      'FTE',
      `Ratio (${FOUR_FIFTHS} range)`,
      'FTE needed',
      'Posts short',
      'Load, h',
      'Capacity, h',
      'Utilisation',
    ),
  ];
  return [{ heading: `${option.name} (${option.run})`, level: 3 }, { table: { columns, rows } }];
}

function costParts({ options }: CasePack, shown: Shown): DocumentPart[] {
  return options.flatMap((option): DocumentPart[] => [
    { heading: `${option.name} (${option.run})`, level: 3 },
    {
      table: {
        columns: [
          { heading: 'Financial year' },
          ...numbers('Months of it', 'Cost', 'Added', 'Cost so far', 'Added so far'),
        ],
        rows: option.result.cost.years.map(({ year, months }) => ({
          cells: [
            year,
            months,
            ...(['total', 'added', 'cumulative', 'cumulativeAdded'] as const).map((key) =>
              shown(costFigure(option.key, key, year)),
            ),
          ],
        })),
      },
    },
  ]);
}

function teamsPart(option: PackOption, shown: Shown): DocumentPart[] {
  return [
    { heading: `${option.name} (${option.run})`, level: 3 },
    {
      table: {
        columns: [{ heading: 'Team' }, ...numbers(...teamFigures.map((key) => figureNames[key].name))],
        rows: option.result.teams.map(({ team }, index) => ({
          cells: [team, ...teamFigures.map((key) => shown(teamFigure(option.key, key, index)))],
        })),
      },
    },
  ];
}

const differencesTable = ({ options, differences }: CasePack): DocumentTable => ({
  columns: [{ heading: 'Assumption' }, ...options.map(({ name }) => ({ heading: name }))],
  rows: differences.map(({ name, values }) => ({ cells: [name, ...values] })),
});

function pastErrorParts({ pastError, pastErrorNotes }: CasePack, shown: Shown): DocumentPart[] {
  const told = lines(pastErrorNotes);
  if (pastError === null) return told;
  return [
    ...told,
    {
      table: {
        columns: [{ heading: 'Forecasts' }, ...numbers('How many', ...errorFigures.map(({ name }) => name))],
        rows: pastErrorRows(pastError).map(({ key: row, name }) => ({
          cells: [
            name,
            ...['forecasts', ...errorFigures.map(({ key }) => key)].map((key) =>
              shown(errorFigure(row, key)),
            ),
          ],
        })),
      },
    },
  ];
}

const assumptionsTable = ({ assumptions }: CasePack): DocumentTable => ({
  columns: [
    { heading: 'About' },
    { heading: 'Value of' },
    { heading: 'Value' },
    { heading: 'Source' },
    { heading: 'Of' },
    { heading: 'Confirmed' },
  ],
  rows: assumptionRows(assumptions).map(({ group, name, value, source, year, confirmed }) => ({
    cells: [group, name, value, source, year, confirmed],
  })),
});

const groundTable = ({ snapshots, roster }: CasePack): DocumentTable => ({
  columns: [
    { heading: 'What' },
    { heading: 'As at' },
    { heading: 'Cases or people', isNumber: true },
    { heading: 'Fingerprint (SHA-256)' },
  ],
  rows: [
    ...snapshots.map(({ id, asAt, cases, fingerprint }) => ({
      cells: [`Caseload ${String(id)}`, showDate(asAt), cases, fingerprint],
    })),
    ...(roster === null
      ? []
      : [{ cells: ['Staff list', showDate(roster.asAt), roster.people, roster.fingerprint] }]),
  ],
});
