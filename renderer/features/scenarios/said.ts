/** How figures of scenarios, and the differences between them, are written. */
import { addMonths, monthsBetween, type Month } from '#shared/domain/dates.ts';
import type { Figure } from '#shared/domain/scenario-result.ts';
import { signed } from '#shared/planning/figures.ts';
import { counted } from '#shared/planning/wording.ts';
import {
  MISSING,
  showCount,
  showFte,
  showMonthYear,
  showPercent,
  showPounds,
  showRatio,
} from '../../view/figures.ts';

export type Unit = Figure['unit'];
export type Value = number | Month | null;

const isMonth = (value: Value): value is Month => typeof value === 'string';

/** A figure in its unit. A month that does not come is `never`; any other missing value a dash. */
export function showValue(value: Value, unit: Unit): string {
  if (isMonth(value)) return showMonthYear(value);
  switch (unit) {
    case 'month':
      return 'never';
    case 'number':
    case 'months':
      return showCount(value);
    case 'fte':
      return showFte(value);
    case 'ratio':
      return showRatio(value);
    case 'share':
      return showPercent(value);
    case 'pounds':
      return showPounds(value);
  }
}

/** A figure that counts months from month 0, as the month it means. */
export const showAhead = (value: number | null, unit: Unit, month0: Month): string =>
  unit === 'month' && value !== null ? showMonthYear(addMonths(month0, value)) : showValue(value, unit);

type Counted = Exclude<Unit, 'month'>;
const differenceUnits: Record<Counted, (size: number) => string> = {
  number: showCount,
  months: (size) => counted(size, 'month'),
  fte: showFte,
  ratio: showFte,
  share: (size) => counted(Math.round(size * 100), 'point'),
  pounds: showPounds,
};

/** What one of each unit is written in: a share of 1 in 100 points. */
const steps: Record<Counted, number> = { number: 1, months: 1, fte: 10, ratio: 10, share: 100, pounds: 1 };

/** In steps, as a reader sees it. */
const written = (value: number, unit: Counted): number =>
  Math.sign(value) * Math.round(Math.abs(value) * steps[unit]);

/**
 * A figure less the baseline's, in words: `−2.1`, `3 months later`, `no longer`, `same`. Of the figures as they are
 * written, so that a reader who takes one from the other finds it.
 */
export function differenceSaid(value: Value, base: Value, unit: Unit): string {
  if (unit === 'month') return monthDifference(value, base);
  if (typeof value !== 'number' || typeof base !== 'number') return MISSING;
  const by = written(value, unit) - written(base, unit);
  return by === 0 ? 'same' : signed(by / steps[unit], differenceUnits[unit]);
}

function monthDifference(value: Value, base: Value): string {
  if (isMonth(value) && isMonth(base)) {
    const by = monthsBetween(base, value);
    return by === 0 ? 'same' : `${counted(Math.abs(by), 'month')} ${by > 0 ? 'later' : 'earlier'}`;
  }
  if (value === base) return 'same';
  return value === null ? 'no longer' : 'newly';
}

/** A chance, never rounded to what it is not: `over 99 %`. */
export function showChance(chance: number | null): string {
  if (chance === null) return MISSING;
  if (chance > 0.995 && chance < 1) return `over ${showPercent(0.99)}`;
  if (chance < 0.005 && chance > 0) return `under ${showPercent(0.01)}`;
  return showPercent(chance);
}

/** A share as a person types it: 0.353 is `35.3`. */
export const asPercent = (share: number): number => Number((share * 100).toPrecision(10));
