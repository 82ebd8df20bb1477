import { showMonth, showMonthShort, type Month } from '#shared/domain/dates.ts';
import { NOBODY } from '#shared/planning/wording.ts';
import type { MonthMark } from '../components/chart/month-data.ts';
import { showPercent } from './figures.ts';

/**
 * The months under a chart, with each month's utilisation as its figure.
 *
 * @param over those over capacity: one of them without utilisation has nobody in post
 */
export function monthMarks(
  months: readonly Month[],
  utilisation: ReadonlyArray<number | null>,
  over: ReadonlySet<Month> = new Set(months.filter((_, index) => (utilisation[index] ?? 0) > 1)),
): MonthMark[] {
  return months.map((month, index) => {
    const share = utilisation[index] ?? null;
    const isOver = over.has(month);
    const isYearShown = index === 0 || month.endsWith('-01');
    return {
      key: month,
      short: showMonthShort(month).slice(0, 3),
      year: isYearShown ? month.slice(0, 4) : null,
      note: share === null ? '–' : String(Math.round(share * 100)),
      isOver,
      label:
        share === null
          ? `${showMonth(month)}: ${isOver ? `${NOBODY}, over` : 'no capacity known'}`
          : `${showMonth(month)}: ${showPercent(share)} of capacity${isOver ? ', over' : ''}`,
    };
  });
}
