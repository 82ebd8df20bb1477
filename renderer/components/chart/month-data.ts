/** What a chart over months is drawn from: ready-made figures, no rounding or summing left to the drawing. */

import { sum } from '#shared/planning/sum.ts';

/** Room left of the plot for the axis figures and right of it for the names at the ends of lines, in px. */
export const PLOT_LEFT = 48;
export const PLOT_RIGHT = 84;
/** Room above the plot, and below it for the axis. */
export const PLOT_TOP = 12;
export const PLOT_BOTTOM = 22;

export type MonthMark = {
  key: string;
  /** `Mar` */
  short: string;
  /** `2027` under January and under the first month, else null. */
  year: string | null;
  /** A figure under the month's name, for example its utilisation. */
  note: string;
  isOver: boolean;
  /** The whole of it in words, for a screen reader and the pointer. */
  label: string;
};

export type StackSeries = { key: string; name: string; colour: string; values: ReadonlyArray<number | null> };

export type LineSeries = {
  key: string;
  name: string;
  colour: string;
  isDashed: boolean;
  values: ReadonlyArray<number | null>;
};

export type OutlineSeries = { name: string; values: ReadonlyArray<number | null> };

/** Where a month lies in the width of the plot, both in per cent; `share` of a month is less than the whole of it. */
export const monthSpan = (month: number, months: number, share = 1): { left: string; width: string } => ({
  left: `${String((100 * month) / months)}%`,
  width: `${String((100 * share) / months)}%`,
});

/** The month that lies `x` px from the plot's left edge; null beside the plot. */
export function monthAt(x: number, width: number, months: number): number | null {
  const index = Math.floor((x / width) * months);
  return index >= 0 && index < months ? index : null;
}

/** The highest value drawn: of a month's stack, its outline or a line. */
export function highestOf(
  stacks: readonly StackSeries[],
  lines: readonly LineSeries[],
  outline?: OutlineSeries,
): number {
  const months = stacks[0]?.values.length ?? lines[0]?.values.length ?? 0;
  const ofMonth = (month: number): number[] => [
    sum(stacks.map(({ values }) => values[month] ?? 0)),
    ...[...(outline ? [outline] : []), ...lines].map(({ values }) => values[month] ?? 0),
  ];
  return Math.max(0, ...Array.from({ length: months }, (_, month) => ofMonth(month)).flat());
}

export type Bar = {
  key: string;
  month: number;
  from: number;
  to: number;
  fill: string;
  isOutline: boolean;
};

/** Stacked from the ground up, then what is over the ceiling, then the outline before all. */
export function barsOf(
  months: number,
  stacks: readonly StackSeries[],
  outline: OutlineSeries | undefined,
  ceiling: ReadonlyArray<number | null> | undefined,
  hatch: string,
): Bar[] {
  return Array.from({ length: months }, (_, month) => {
    const bars: Bar[] = [];
    const add = (name: string, from: number, to: number, fill: string, isOutline = false): void => {
      bars.push({ key: `${name} ${String(month)}`, month, from, to, fill, isOutline });
    };
    let total = 0;
    for (const { key, values, colour } of stacks) {
      const value = values[month] ?? 0;
      if (value > 0) add(key, total, total + value, colour);
      total += Math.max(0, value);
    }
    const limit = ceiling?.[month] ?? null;
    if (limit !== null && total > limit) add('over', limit, total, `url(#${hatch})`);
    const outer = outline?.values[month] ?? 0;
    if (outer > 0) add('outline', 0, outer, 'none', true);
    return bars;
  }).flat();
}

/** A line that steps from month to month, a month being one wide and `top` the highest value; broken where none is known. */
export function stepPath(values: ReadonlyArray<number | null>, top: number): string {
  let isDrawing = false;
  return values
    .map((value, month) => {
      const begin = isDrawing ? 'V' : `M${String(month)} `;
      isDrawing = value !== null;
      return value === null ? '' : `${begin}${String(top - value)}H${String(month + 1)}`;
    })
    .join('');
}

/** The name of each line beside its last value; none where that is missing. */
export const endsOf = (
  lines: readonly LineSeries[],
): Array<{ name: string; colour: string; value: number }> =>
  lines.flatMap(({ name, colour, values }) => {
    const value = values[values.length - 1] ?? null;
    return value === null ? [] : [{ name, colour, value }];
  });

/**
 * How far, in px, the name at each line's end must move so that no two names overlap: names keep the order
 * of their lines.
 */
export function endShifts(ends: readonly number[], highest: number, height: number): number[] {
  const NAME_HEIGHT = 14;
  const order = ends
    .map((value, index) => ({ index, y: highest > 0 ? height * (1 - value / highest) : 0 }))
    .sort((a, b) => a.y - b.y);
  const shifts = ends.map(() => 0);
  let lowestFree = -Infinity;
  for (const { index, y } of order) {
    const placed = Math.max(y, lowestFree);
    shifts[index] = placed - y;
    lowestFree = placed + NAME_HEIGHT;
  }
  return shifts;
}

/** The round step that is just as long as, or longer than, the one asked for. */
export function roundStep(rough: number): number {
  const size = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((one) => one * size).find((one) => one >= rough * 0.999) ?? 10 * size;
}

/** Round marks of an axis from 0 to just above the highest value: four to six of them, evenly spaced. */
export function axisTicks(highest: number): number[] {
  if (!(highest > 0)) return [0, 1];
  const step = roundStep(highest / 4);
  const count = Math.ceil((highest * 1.02) / step);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
