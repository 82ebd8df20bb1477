/** Each financial year of each option: the state at its end, posts needed, and its hours all together. */
import type { CasePack, PackUnit } from '#shared/domain/case-pack.ts';
import type { TeamResult } from '#shared/domain/scenario-result.ts';
import { yearFigure, yearFigures, yearValue } from '#shared/planning/case-pack/figures.ts';
import { yearsOf, type PackYear } from '#shared/planning/case-pack/layout.ts';
import { FOUR_FIFTHS } from '#shared/planning/figures.ts';
import type { ReportCell, ReportTable } from '../report-table.ts';
import { monthCell, monthRangeOf } from './months-sheet.ts';
import { limitCell } from './options-sheet-place.ts';
import { divided, FIRST_ROW, letterOf, placeCount, placesOf, valueCell, type Addresses } from './sheet.ts';

const columns = [
  { key: 'run', heading: 'Run', width: 14 },
  { key: 'option', heading: 'Option', width: 26 },
  { key: 'team', heading: 'Team', width: 18 },
  { key: 'year', heading: 'Financial year', width: 10 },
  { key: 'months', heading: 'Months of it', width: 8 },
  { key: 'end', heading: 'At the end of', width: 11 },
  { key: 'rsos', heading: 'RSOs', width: 9 },
  { key: 'rsos-low', heading: `RSOs ${FOUR_FIFTHS} from`, width: 9 },
  { key: 'rsos-high', heading: `RSOs ${FOUR_FIFTHS} to`, width: 9 },
  { key: 'counted', heading: 'RSOs counted in the ratio', width: 11 },
  { key: 'fte', heading: 'FTE that the ratio divides by', width: 12 },
  { key: 'ratio', heading: 'Ratio', width: 9 },
  { key: 'ratio-low', heading: `Ratio ${FOUR_FIFTHS} from`, width: 9 },
  { key: 'ratio-high', heading: `Ratio ${FOUR_FIFTHS} to`, width: 9 },
  { key: 'needed', heading: 'FTE needed at the limit', width: 11 },
  { key: 'needed-low', heading: `Needed ${FOUR_FIFTHS} from`, width: 9 },
  { key: 'needed-high', heading: `Needed ${FOUR_FIFTHS} to`, width: 9 },
  { key: 'short', heading: 'Posts short', width: 9 },
  { key: 'load', heading: 'Load of the year, hours', width: 11 },
  { key: 'capacity', heading: 'Capacity of the year, hours', width: 11 },
  { key: 'utilisation', heading: 'Utilisation of the year', width: 11 },
] as const;
type Key = (typeof columns)[number]['key'];

type Figure = Exclude<Key, 'run' | 'option' | 'team' | 'year' | 'months' | 'end'>;

const SHEET = 'Years';
const units = new Map<string, PackUnit>(yearFigures.map(({ key, unit }) => [key, unit]));
/** What a row says before its figures: run, option, team, year, its months, its end. */
const WORDS = 6;
const figureColumns = columns.slice(WORDS).map(({ key }) => key as Figure);

export function yearsSheet(pack: CasePack, addresses: Addresses): ReportTable {
  const years = yearsOf(pack.months);
  const rows = pack.options.flatMap((option, index) =>
    placesOf(option).flatMap((place) =>
      years.map((year, at): ReportCell[] => {
        const row = FIRST_ROW + (index * placeCount(pack) + place.index) * years.length + at;
        if (place.team.team === null) noteForce(addresses, option.key, year, row);
        const formulas = formulasOf(pack, { option: index, place: place.index, year, row });
        const words = [option.run, option.name, place.name, year.year, year.last - year.first + 1];
        const figures = figureColumns.map((key) =>
          valueCell(units.get(key) ?? 'fte', valueOf(key, place.team, year, pack.limit), formulas[key]),
        );
        return [...words, { month: year.end }, ...figures];
      }),
    ),
  );
  return {
    name: SHEET,
    titles: ['By financial year, April to March: at its end, or at the last month where it is cut.'],
    columns,
    rows,
  };
}

/** The document prints the force's years. */
function noteForce(addresses: Addresses, option: string, { end }: PackYear, row: number): void {
  for (const { key } of yearFigures) {
    addresses.set(yearFigure(option, key, end), `${SHEET}!${letterOf(columns, key)}${String(row)}`);
  }
}

function valueOf(
  key: Figure,
  { counted, ...team }: TeamResult,
  year: PackYear,
  limit: number,
): number | null {
  const needed = (count: number | undefined): number | null => (count === undefined ? null : count / limit);
  if (key === 'needed-low') return needed(counted.low?.[year.last]);
  if (key === 'needed-high') return needed(counted.high?.[year.last]);
  return yearValue(key, { counted, ...team }, year, limit);
}

type At = { option: number; place: number; year: PackYear; row: number };

function formulasOf(pack: CasePack, { option, place, year, row }: At): Record<Figure, string> {
  const here = (key: Key): string => `${letterOf(columns, key)}${String(row)}`;
  const last = (key: Parameters<typeof monthCell>[4]): string =>
    monthCell(pack, option, place, year.last, key);
  const total = (key: Parameters<typeof monthCell>[4]): string =>
    `SUM(${monthRangeOf(pack, { option, place, first: year.first, last: year.last }, key)})`;
  return {
    rsos: last('rsos'),
    'rsos-low': last('rsosLow'),
    'rsos-high': last('rsosHigh'),
    counted: last('counted'),
    fte: last('divisor'),
    ratio: divided(here('counted'), here('fte')),
    'ratio-low': last('ratioLow'),
    'ratio-high': last('ratioHigh'),
    needed: `${here('counted')}/${limitCell()}`,
    'needed-low': `${last('countedLow')}/${limitCell()}`,
    'needed-high': `${last('countedHigh')}/${limitCell()}`,
    short: `MAX(0,${here('needed')}-${here('fte')})`,
    load: total('load'),
    capacity: total('capacity'),
    utilisation: divided(here('load'), here('capacity')),
  };
}
