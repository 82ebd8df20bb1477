/** Which months a pack covers, and how they fall into financial years. */
import { addMonths, monthRange, monthZero, type IsoDate, type Month } from '#shared/domain/dates.ts';
import type { PackYears } from '#shared/domain/case-pack.ts';
import { SCENARIO_MONTHS } from '../forecast/cases/futures.ts';
import { financialYearOf, showFinancialYear } from '../scenarios/cost.ts';

const YEAR = 12;

/**
 * Five years: all months that scenarios look ahead. Four: what is left of the financial year, and four whole ones, so
 * that each year of a force management statement is told in full. A financial year just begun is the first of the four.
 *
 * @example as at 31 October 2026, four years are November 2026 to March 2031
 */
export function layoutMonths(asAt: IsoDate, years: PackYears): Month[] {
  const month0 = monthZero(asAt);
  if (years === 5) return monthRange(month0, SCENARIO_MONTHS);
  const left = monthsLeft(month0);
  return monthRange(month0, (left === YEAR ? 0 : left) + 4 * YEAR);
}

/** Months up to the next March, both counted. */
const monthsLeft = (month: Month): number =>
  monthRange(month, YEAR).findIndex((one) => one.endsWith('-03')) + 1;

export type PackYear = {
  /** `2026/27` */
  year: string;
  /** Index of its first and of its last month among those covered. */
  first: number;
  last: number;
  /** March, or the last month covered. */
  end: Month;
};

/** The financial years of the months, the first and the last maybe cut. */
export function yearsOf(months: readonly Month[]): PackYear[] {
  const years: PackYear[] = [];
  for (const [at, month] of months.entries()) {
    const year = showFinancialYear(financialYearOf(month));
    const own = years.at(-1);
    if (own?.year === year) Object.assign(own, { last: at, end: month });
    else years.push({ year, first: at, last: at, end: month });
  }
  return years;
}

/** What the layout is for, in words. */
export function layoutInWords(months: readonly Month[], years: PackYears): string {
  const [first] = months;
  const cut = first !== undefined && financialYearOf(first) === financialYearOf(addMonths(first, -1));
  return years === 4
    ? `Four financial years, as a force management statement asks${cut ? ', after what is left of this one' : ''}`
    : 'Five years ahead, as the inspectorate’s recommendation asks; the first and the last financial year may be cut';
}
