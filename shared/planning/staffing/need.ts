/** What a number of RSOs calls for at a limit, and when a forecast passes it at today's strength (planning §4). */
import type { Month } from '#shared/domain/dates.ts';
import type { Range } from '#shared/domain/forecast.ts';
import { fte, type Fte } from '#shared/domain/units.ts';

/** Sums of part-time contracts are not exact: a limit that is just met is not passed. */
const ROUNDING = 1e-9;

/**
 * Offender managers needed so that RSOs are at or below the limit.
 *
 * @example 2,202 RSOs need 44.04 FTE at 1:50
 */
export const fteNeeded = (offenders: number, limit: number): Fte => fte(offenders / limit);

/**
 * Share of all cases that a ratio counts. A forecast counts every case, a ratio maybe those in the community only:
 * the share of today is carried on. Null without cases.
 */
export const countedShare = (counted: number, all: number): number | null => (all > 0 ? counted / all : null);

export type Outlook = {
  months: readonly Month[];
  /** All cases at the end of each month. */
  forecast: Pick<Range, 'median' | 'low' | 'high'>;
  /** See `countedShare`. */
  share: number;
  /** RSOs per offender manager. */
  limit: number;
};

export type NeedAt = {
  month: Month;
  /** RSOs that the ratio counts, by the median. */
  counted: number;
  median: Fte;
  /** Ends of the 80 % range. */
  low: Fte;
  high: Fte;
};

/** Offender managers needed at the end of each financial year of the forecast: 31 March. */
export function needByYear({ months, forecast, share, limit }: Outlook): NeedAt[] {
  return months.flatMap((month, index) => {
    if (!month.endsWith('-03')) return [];
    const counted = (values: readonly number[]): number => (values[index] ?? 0) * share;
    const needed = (values: readonly number[]): Fte => fteNeeded(counted(values), limit);
    return [
      {
        month,
        counted: counted(forecast.median),
        median: needed(forecast.median),
        low: needed(forecast.low),
        high: needed(forecast.high),
      },
    ];
  });
}

/** The first month at whose end there are more cases than so many; null when there is none. */
export function firstMonthOver(
  months: readonly Month[],
  cases: readonly number[],
  most: number,
): Month | null {
  const index = cases.findIndex((count) => count > most * (1 + ROUNDING));
  return months[index] ?? null;
}

/** All cases with which so many offender managers stand exactly at the limit. */
export const casesAtLimit = (managers: number, limit: number, share: number): number =>
  (managers * limit) / share;

/** When the median, and the upper end of the 80 % range, pass the limit at today's strength; null where never. */
export function passesLimit(
  { months, forecast, share, limit }: Outlook,
  managers: number,
): { median: Month | null; high: Month | null } {
  const most = casesAtLimit(managers, limit, share);
  return {
    median: firstMonthOver(months, forecast.median, most),
    high: firstMonthOver(months, forecast.high, most),
  };
}
