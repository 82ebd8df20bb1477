/** How the page writes figures: a missing one is a dash, never a nought. */
import type { Month } from '#shared/domain/dates.ts';
import { showMonth, showMonthShort } from '#shared/domain/dates.ts';

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const upToTwo = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** What stands where a value is missing: never a zero. */
export const MISSING = '–';

const shown = (value: number | null | undefined, show: (value: number) => string): string =>
  value === null || value === undefined || !Number.isFinite(value) ? MISSING : show(value);

/** `1,234` */
export const showCount = (value: number | null | undefined): string => shown(value, (v) => whole.format(v));
/** `812 h` */
export const showHours = (value: number | null | undefined): string =>
  shown(value, (v) => `${whole.format(v)} h`);
/** `44.6` */
export const showFte = (value: number | null | undefined): string =>
  shown(value, (v) => oneDecimal.format(v));
/** `3.5`, `7`, `0.25` */
export const showNumber = (value: number | null | undefined): string =>
  shown(value, (v) => upToTwo.format(v));
/** `123 %`, the space not breaking. */
export const showPercent = (share: number | null | undefined): string =>
  shown(share, (v) => `${whole.format(v * 100)} %`);
/** `85.3 %`, for figures that are compared closely. */
export const showPercentExactly = (share: number | null | undefined): string =>
  shown(share, (v) => `${oneDecimal.format(v * 100)} %`);
/** `1:52.6` */
export const showRatio = (ratio: number | null | undefined): string =>
  shown(ratio, (v) => `1:${oneDecimal.format(v)}`);
/** `+21`, `−3`, `0` */
export const showChange = (value: number): string =>
  value === 0 ? '0' : `${value > 0 ? '+' : '−'}${upToTwo.format(Math.abs(value))}`;

/** `1 visit`, `3 visits` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${whole.format(count)} ${count === 1 ? one : many}`;

/** `a, b and c` */
export function listed(parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1] ?? ''}`;
}

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
