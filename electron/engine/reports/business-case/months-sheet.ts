/** Every month of every option, team by team and for the force. All other sheets rest on this one. */
import type { CasePack, PackOption } from '#shared/domain/case-pack.ts';
import { FOUR_FIFTHS } from '#shared/planning/figures.ts';
import type { NumberLook, ReportCell, ReportTable } from '../report-table.ts';
import { limitCell } from './options-sheet-place.ts';
import { divided, FIRST_ROW, letterOf, placeCount, placesOf, type Place } from './sheet.ts';

const columns = [
  { key: 'run', heading: 'Run', width: 14 },
  { key: 'option', heading: 'Option', width: 26 },
  { key: 'team', heading: 'Team', width: 18 },
  { key: 'month', heading: 'Month', width: 11 },
  { key: 'rsos', heading: 'RSOs', width: 9 },
  { key: 'rsosLow', heading: `RSOs ${FOUR_FIFTHS} from`, width: 9 },
  { key: 'rsosHigh', heading: `RSOs ${FOUR_FIFTHS} to`, width: 9 },
  { key: 'counted', heading: 'RSOs counted in the ratio', width: 11 },
  { key: 'countedLow', heading: `Counted ${FOUR_FIFTHS} from`, width: 11 },
  { key: 'countedHigh', heading: `Counted ${FOUR_FIFTHS} to`, width: 11 },
  { key: 'inPost', heading: 'FTE in post', width: 10 },
  { key: 'fte', heading: 'FTE, newcomers in part', width: 10 },
  { key: 'divisor', heading: 'FTE that the ratio divides by', width: 12 },
  { key: 'ratio', heading: 'Ratio', width: 9 },
  { key: 'ratioLow', heading: `Ratio ${FOUR_FIFTHS} from`, width: 9 },
  { key: 'ratioHigh', heading: `Ratio ${FOUR_FIFTHS} to`, width: 9 },
  { key: 'load', heading: 'Load, hours', width: 10 },
  { key: 'loadLow', heading: `Load ${FOUR_FIFTHS} from`, width: 10 },
  { key: 'loadHigh', heading: `Load ${FOUR_FIFTHS} to`, width: 10 },
  { key: 'newLoad', heading: 'Of it new cases', width: 10 },
  { key: 'capacity', heading: 'Capacity, hours', width: 10 },
  { key: 'utilisation', heading: 'Utilisation', width: 11 },
  { key: 'utilisationLow', heading: `Utilisation ${FOUR_FIFTHS} from`, width: 11 },
  { key: 'utilisationHigh', heading: `Utilisation ${FOUR_FIFTHS} to`, width: 11 },
  { key: 'overLimit', heading: 'Over the limit', width: 9 },
  { key: 'overCapacity', heading: 'Over capacity', width: 9 },
  { key: 'chanceOverLimit', heading: 'Futures over the limit', width: 10 },
  { key: 'chanceOverCapacity', heading: 'Futures over capacity', width: 10 },
] as const;
type Key = (typeof columns)[number]['key'];

const SHEET = 'Months';
/** A limit that is just met is not passed: sums of part-time contracts are not exact. */
const ROUNDING = '1E-9';
const ROUNDING_VALUE = 1e-9;

const rowOf = (pack: CasePack, option: number, place: number, month: number): number =>
  FIRST_ROW + (option * placeCount(pack) + place) * pack.months.length + month;

/** The cell as other sheets name it. */
export const monthCell = (pack: CasePack, option: number, place: number, month: number, key: Key): string =>
  `${SHEET}!${letterOf(columns, key)}${String(rowOf(pack, option, place, month))}`;

/** Cells of a run of months, both ends counted. */
export function monthRangeOf(
  pack: CasePack,
  at: { option: number; place: number; first: number; last: number },
  key: Key,
): string {
  const letter = letterOf(columns, key);
  const row = (month: number): string => String(rowOf(pack, at.option, at.place, month));
  return `${SHEET}!${letter}${row(at.first)}:${letter}${row(at.last)}`;
}

export function monthsSheet(pack: CasePack): ReportTable {
  return {
    name: SHEET,
    titles: [
      `Middle path and ${FOUR_FIFTHS} ranges by month. The force’s rows add up its teams; ranges do not add up. Over: 1 where the middle path is.`,
    ],
    columns,
    rows: pack.options.flatMap((option, index) =>
      placesOf(option).flatMap((place) =>
        pack.months.map((_, month) => rowCells(pack, { option, index, place, month })),
      ),
    ),
  };
}

type At = { option: PackOption; index: number; place: Place; month: number };

function rowCells(pack: CasePack, at: At): ReportCell[] {
  const { option, index, place, month } = at;
  const { team } = place;
  const here = (key: Key): string =>
    `${letterOf(columns, key)}${String(rowOf(pack, index, place.index, month))}`;
  const cell = (look: NumberLook, value: number | null | undefined, formula?: string): ReportCell => ({
    number: value ?? null,
    look,
    ...(formula === undefined ? {} : { formula }),
  });
  /** The force is the sum of its teams. */
  const added = (key: Key): string | undefined => {
    if (team.team !== null || place.index === 0) return undefined;
    const row = (one: number): string => String(rowOf(pack, index, one, month));
    return Array.from({ length: place.index }, (_, one) => `${letterOf(columns, key)}${row(one)}`).join('+');
  };
  const over = (value: Key, by: Key, limit?: string): string =>
    `IF(${here(value)}>${here(by)}${limit === undefined ? '' : `*${limit}`}*(1+${ROUNDING})+${ROUNDING},1,0)`;
  const isOver = (value: number | undefined, most: number | undefined): number =>
    (value ?? 0) > (most ?? 0) * (1 + ROUNDING_VALUE) + ROUNDING_VALUE ? 1 : 0;
  const counted = team.counted.middle[month];
  const most = (team.divisor[month] ?? 0) * pack.limit;
  return [
    option.run,
    option.name,
    place.name,
    { month: pack.months[month] ?? null },
    cell('whole', team.rsos.middle[month], added('rsos')),
    cell('whole', team.rsos.low?.[month]),
    cell('whole', team.rsos.high?.[month]),
    cell('whole', counted, added('counted')),
    cell('whole', team.counted.low?.[month]),
    cell('whole', team.counted.high?.[month]),
    cell('tenth', team.inPost[month], added('inPost')),
    cell('tenth', team.fte[month], added('fte')),
    cell('tenth', team.divisor[month], added('divisor')),
    cell('ratio', team.ratio.middle[month], divided(here('counted'), here('divisor'))),
    cell('ratio', team.ratio.low?.[month], divided(here('countedLow'), here('divisor'))),
    cell('ratio', team.ratio.high?.[month], divided(here('countedHigh'), here('divisor'))),
    cell('whole', team.load.middle[month], added('load')),
    cell('whole', team.load.low?.[month]),
    cell('whole', team.load.high?.[month]),
    cell('whole', team.newLoad[month], added('newLoad')),
    cell('whole', team.capacity[month], added('capacity')),
    cell('share', team.utilisation.middle[month], divided(here('load'), here('capacity'))),
    cell('share', team.utilisation.low?.[month], divided(here('loadLow'), here('capacity'))),
    cell('share', team.utilisation.high?.[month], divided(here('loadHigh'), here('capacity'))),
    cell('whole', isOver(counted, most), over('counted', 'divisor', limitCell())),
    cell('whole', isOver(team.load.middle[month], team.capacity[month]), over('load', 'capacity')),
    cell('share', team.chanceOverLimit?.[month]),
    cell('share', team.chanceOverCapacity?.[month]),
  ];
}
