/** What a fan chart is drawn from: what was, what is expected, and how sure that is. */

import { roundStep } from './month-data.ts';

export type FanPoint = {
  /** Its place along the axis, 0 being the last value known. */
  x: number;
  /** The value where it is known. */
  past: number | null;
  /** The median, and the ends of its 50 % and 80 % ranges. */
  range: { low: number; low50: number; median: number; high50: number; high: number } | null;
};

/** A limit across: its value at each point, where it has one. */
export type FanLine = { name: string; values: ReadonlyArray<number | null> };

export type FanRow = {
  x: number;
  past: number | null;
  median: number | null;
  middle: [number, number] | null;
  wide: [number, number] | null;
  [line: `line ${string}`]: number | null;
};

export const lineKey = ({ name }: FanLine): `line ${string}` => `line ${name}`;

/** One row a point, as the drawing library reads them. */
export const fanRows = (points: readonly FanPoint[], lines: readonly FanLine[]): FanRow[] =>
  points.map(({ x, past, range }, index) => ({
    x,
    past,
    median: range?.median ?? null,
    middle: range && [range.low50, range.high50],
    wide: range && [range.low, range.high],
    ...Object.fromEntries(lines.map((line) => [lineKey(line), line.values[index] ?? null])),
  }));

const known = ({ values }: FanLine): number[] => values.filter((value) => value !== null);

/** Lowest and highest value that a fan reaches, and the lines across it. */
export function fanReach(
  points: readonly FanPoint[],
  lines: readonly FanLine[] = [],
): { low: number; high: number } {
  const ofPoints = points.flatMap(({ past, range }) => [
    ...(past === null ? [] : [past]),
    ...(range ? [range.low, range.high] : []),
  ]);
  const values = [...ofPoints, ...lines.flatMap(known)];
  return values.length === 0 ? { low: 0, high: 1 } : { low: Math.min(...values), high: Math.max(...values) };
}

/** Lines that lie so near the fan that drawing them does not press it flat. */
export function linesNear<Line extends FanLine>(points: readonly FanPoint[], lines: readonly Line[]): Line[] {
  const { low, high } = fanReach(points);
  const room = high - low;
  return lines.filter((line) => known(line).every((value) => value >= low - room && value <= high + room));
}

/**
 * Round marks around the values that matter, evenly spaced: a caseload of 1,200 is not drawn from zero.
 *
 * @param most what no value can be above: no mark is, either
 */
export function ticksAround(low: number, high: number, most = Infinity): number[] {
  const span = Math.max(high - low, Math.abs(high) * 0.02, 4);
  const step = roundStep(span / 4);
  const first = Math.max(0, Math.floor((low - span * 0.02) / step));
  const last = Math.ceil(Math.min(most, high + span * 0.02) / step);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}
