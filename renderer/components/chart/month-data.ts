/** What a chart over months is drawn from: ready-made figures, no rounding or summing left to the drawing. */

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

export type ChartRow = Record<string, string | number | null>;

/** One row a month, as the drawing library reads them: the lines only, the bars are drawn by `month-bars.tsx`. */
export function chartRows(marks: readonly MonthMark[], lines: readonly LineSeries[]): ChartRow[] {
  return marks.map((mark, index) => ({
    month: mark.key,
    ...Object.fromEntries(lines.map((line) => [`line ${line.key}`, line.values[index] ?? null])),
  }));
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
