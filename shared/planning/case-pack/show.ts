/** Figures of a pack as they are printed: the same in the document, the workbook and its list of figures. */
import type { PackFigure, PackUnit } from '#shared/domain/case-pack.ts';
import { showMonth } from '#shared/domain/dates.ts';
import { unreachable } from '#shared/domain/units.ts';
import { MISSING, showCount, showOneDecimal, showPercentExactly, showPounds, showRatio } from '../figures.ts';

/** A figure as it is printed, with its unit; a month that never comes is `never`. */
export function showFigure(unit: PackUnit, value: PackFigure['value']): string {
  if (value === null) return unit === 'month' ? 'never' : MISSING;
  if (typeof value === 'string') return showMonth(value);
  switch (unit) {
    case 'ratio':
      return showRatio(value);
    case 'share':
      return showPercentExactly(value);
    case 'fte':
      return showOneDecimal(value);
    case 'pounds':
      return showPounds(value);
    case 'number':
    case 'hours':
    case 'months':
    case 'month':
    case 'posts':
      return showCount(value);
    default:
      return unreachable(unit);
  }
}
