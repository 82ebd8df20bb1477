/** What the sheets of a business case share: columns by name, cells by address, figures by where they stand. */
import type { CasePack, PackFigure, PackOption, PackUnit } from '#shared/domain/case-pack.ts';
import type { TeamResult } from '#shared/domain/scenario-result.ts';
import { columnName, firstRow } from '../xlsx.ts';
import type { MonthCell, NumberCell, NumberLook } from '../report-table.ts';

/** `Months!N65` by the id of the figure that stands there. */
export type Addresses = Map<string, string>;

/** Every sheet of a case has one title line under the marking, so that rows are known before they are written. */
export const FIRST_ROW = firstRow({ titles: [''] });

export const letterOf = <K extends string>(columns: ReadonlyArray<{ key: K }>, key: K): string =>
  columnName(columns.findIndex((column) => column.key === key));

export type Place = { team: TeamResult; name: string; index: number };

/** Teams in order, the force last. */
export const placesOf = ({ result }: PackOption): Place[] =>
  [...result.teams, result.force].map((team, index) => ({ team, index, name: team.team ?? 'Force' }));

export const placeCount = ({ options: [first] }: CasePack): number => (first?.result.teams.length ?? 0) + 1;

const lookOf: Record<PackUnit, NumberLook> = {
  number: 'whole',
  fte: 'tenth',
  hours: 'whole',
  ratio: 'ratio',
  share: 'share',
  months: 'whole',
  month: 'whole',
  pounds: 'pounds',
  posts: 'whole',
};

const formulaPart = (formula: string | undefined): { formula?: string } =>
  formula === undefined ? {} : { formula };

/** A figure's value as a cell, worked out by the formula where there is one. */
export function valueCell(
  unit: PackUnit,
  value: PackFigure['value'],
  formula?: string,
): NumberCell | MonthCell {
  if (typeof value === 'string' || unit === 'month') {
    return { month: typeof value === 'string' ? value : null, ...formulaPart(formula) };
  }
  return { number: value, look: lookOf[unit], ...formulaPart(formula) };
}

/** `IF(K5>0,H5/K5,"")`: nothing where there is nothing to divide by. */
export const divided = (value: string, by: string): string => `IF(${by}>0,${value}/${by},"")`;
