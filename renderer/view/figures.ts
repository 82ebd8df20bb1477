/** How the page writes figures: as all else does, and a missing one is a dash, never a nought. */
import type { Month } from '#shared/domain/dates.ts';
import { showMonth, showMonthShort } from '#shared/domain/dates.ts';
import * as figures from '#shared/planning/figures.ts';
import { listed } from '#shared/planning/wording.ts';

/** What stands where a value is missing: never a zero. */
export const MISSING = figures.MISSING;

const orMissing =
  (show: (value: number) => string) =>
  (value: number | null | undefined): string =>
    value === null || value === undefined || !Number.isFinite(value) ? MISSING : show(value);

export const showCount = orMissing(figures.showCount);
export const showHours = orMissing(figures.showHours);
export const showHoursExactly = orMissing(figures.showHoursExactly);
export const showFte = orMissing(figures.showOneDecimal);
export const showNumber = orMissing(figures.showNumber);
export const showPercent = orMissing(figures.showPercent);
export const showPercentExactly = orMissing(figures.showPercentExactly);
export const showRatio = orMissing(figures.showRatio);
export const showPounds = orMissing(figures.showPounds);

/** `Mar 2027`: short, and not to be taken for a day. */
export const showMonthYear = (month: Month): string =>
  `${showMonthShort(month).slice(0, 3)} ${month.slice(0, 4)}`;

/** Months as a reader says them: `March and April 2027`, `December 2026 and March 2027`. */
export function listMonths(months: readonly Month[]): string {
  return listed(
    months.map((month, index) => {
      const next = months[index + 1];
      const isYearSaidLater = next?.slice(0, 4) === month.slice(0, 4);
      return isYearSaidLater ? showMonth(month).replace(/ \d{4}$/, '') : showMonth(month);
    }),
  );
}
