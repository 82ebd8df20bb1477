/** Figures of a pack as they are printed: the same in the document, the workbook and its list of figures. */
import type { PackFigure, PackUnit } from '#shared/domain/case-pack.ts';
import { showMonth } from '#shared/domain/dates.ts';
import { unreachable } from '#shared/domain/units.ts';
import { showNumber, showPercentExactly, showRatio } from '../wording.ts';

/** Where there is no value: none to divide by, none held, never. */
export const NONE = '–';

const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export function showFigure(unit: PackUnit, value: PackFigure['value']): string {
  if (value === null) return unit === 'month' ? 'never' : NONE;
  if (typeof value === 'string') return showMonth(value);
  switch (unit) {
    case 'ratio':
      return showRatio(value);
    case 'share':
      return showPercentExactly(value);
    case 'fte':
      return oneDecimal.format(value);
    case 'pounds':
      return value < 0 ? `−£${showNumber(-value)}` : `£${showNumber(value)}`;
    case 'number':
    case 'hours':
    case 'months':
    case 'month':
    case 'posts':
      return showNumber(value);
    default:
      return unreachable(unit);
  }
}
