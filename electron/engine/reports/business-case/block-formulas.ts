/** Formulas of the figures by which options are told apart, over one team's block of months. */
import type { CasePack } from '#shared/domain/case-pack.ts';
import type { FigureKey } from '#shared/domain/scenario-result.ts';
import { unreachable } from '#shared/domain/units.ts';
import { lastCost } from './cost-sheet.ts';
import { monthCell, monthRangeOf } from './months-sheet.ts';
import { limitCell } from './options-sheet-place.ts';
import { divided } from './sheet.ts';

type Key = Parameters<typeof monthCell>[4];

/** @param at the option and the place: a team's number, or the number of teams for the force */
export function blockFormula(
  pack: CasePack,
  at: { option: number; place: number },
  figure: FigureKey,
): string | undefined {
  const end = pack.months.length - 1;
  const last = (key: Key): string => monthCell(pack, at.option, at.place, end, key);
  const all = (key: Key): string => monthRangeOf(pack, { ...at, first: 0, last: end }, key);
  const highest = (key: Key): string => `IF(COUNT(${all(key)})=${String(end + 1)},MAX(${all(key)}),"")`;
  const firstOver = (key: Key): string =>
    `IF(SUM(${all(key)})=0,"",INDEX(${all('month')},MATCH(1,${all(key)},0)))`;
  switch (figure) {
    case 'rsos-end':
      return last('rsos');
    case 'fte-end':
      return last('divisor');
    case 'ratio-end':
      return last('ratio');
    case 'ratio-worst':
      return highest('ratio');
    case 'first-over-limit':
      return firstOver('overLimit');
    case 'months-over-limit':
      return `SUM(${all('overLimit')})`;
    case 'peak-utilisation':
      return highest('utilisation');
    case 'mean-utilisation':
      return divided(`SUM(${all('load')})`, `SUM(${all('capacity')})`);
    case 'first-over-capacity':
      return firstOver('overCapacity');
    case 'months-over-capacity':
      return `SUM(${all('overCapacity')})`;
    case 'needed-end':
      return `${last('counted')}/${limitCell()}`;
    case 'short-end':
      return `MAX(0,${last('counted')}/${limitCell()}-${last('divisor')})`;
    case 'cost-total':
      return lastCost(pack, at.option, 'cumulative') ?? undefined;
    case 'cost-added':
      return lastCost(pack, at.option, 'cumulativeAdded') ?? undefined;
    default:
      return unreachable(figure);
  }
}
