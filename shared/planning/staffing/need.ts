/** What a number of RSOs calls for at a limit, and when a forecast passes it at today's strength (planning §4). */
import type { Month } from '#shared/domain/dates.ts';
import { fte, type Fte } from '#shared/domain/units.ts';
import type { CountedAhead } from './counted.ts';

const ROUNDING = 1e-9;

/** Whether a limit is passed: one that is just met is not, as sums of part-time contracts are not exact. */
export const isOver = (value: number, most: number): boolean => value > most * (1 + ROUNDING) + ROUNDING;

/**
 * Offender managers needed so that RSOs are at or below the limit.
 *
 * @example 2,202 RSOs need 44.04 FTE at 1:50
 */
export const fteNeeded = (offenders: number, limit: number): Fte => fte(offenders / limit);

export type Outlook = {
  months: readonly Month[];
  /** RSOs that the ratio counts at the end of each month. */
  ahead: CountedAhead;
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
export function needByYear({ months, ahead, limit }: Outlook): NeedAt[] {
  return months.flatMap((month, index) => {
    if (!month.endsWith('-03')) return [];
    const counted = (values: readonly number[]): number => values[index] ?? 0;
    return [
      {
        month,
        counted: counted(ahead.median),
        median: fteNeeded(counted(ahead.median), limit),
        low: fteNeeded(counted(ahead.low), limit),
        high: fteNeeded(counted(ahead.high), limit),
      },
    ];
  });
}

/** The first month at whose end a ratio counts more RSOs than so many; null when there is none. */
export function firstMonthOver(
  months: readonly Month[],
  counted: readonly number[],
  most: number,
): Month | null {
  const index = counted.findIndex((count) => isOver(count, most));
  return months[index] ?? null;
}

/** When the median, and the upper end of the 80 % range, pass the limit at today's strength; null where never. */
export function passesLimit(
  { months, ahead, limit }: Outlook,
  managers: number,
): { median: Month | null; high: Month | null } {
  const most = managers * limit;
  return {
    median: firstMonthOver(months, ahead.median, most),
    high: firstMonthOver(months, ahead.high, most),
  };
}
