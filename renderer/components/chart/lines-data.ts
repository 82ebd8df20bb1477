/** What a chart of lines against a limit is drawn from. */

export type ChartLine = {
  key: string;
  name: string;
  /** Said at the line's end, where there is little room. */
  short: string;
  colour: string;
  /** Strokes and gaps in px; unbroken when absent. */
  dash?: string;
  isThick?: boolean;
  values: ReadonlyArray<number | null>;
};

type Band = { low: ReadonlyArray<number | null>; high: ReadonlyArray<number | null> } | null;
export type LineRow = { x: number; band: [number, number] | null; [line: `line ${string}`]: number | null };

/** One row a point, as the drawing library reads them. */
export function lineRows(lines: readonly ChartLine[], band: Band): LineRow[] {
  const count = Math.max(0, ...lines.map(({ values }) => values.length));
  return Array.from({ length: count }, (_, x) => {
    const [low, high] = [band?.low[x] ?? null, band?.high[x] ?? null];
    return {
      x,
      band: low === null || high === null ? null : [low, high],
      ...Object.fromEntries(lines.map(({ key, values }) => [`line ${key}`, values[x] ?? null])),
    };
  });
}

/** Lowest and highest value drawn, the limit among them where there is one. */
export function lineReach(
  lines: readonly ChartLine[],
  band: Band,
  limit: number | null,
): { low: number; high: number } {
  const values = [...lines.flatMap((line) => line.values), ...(band?.low ?? []), ...(band?.high ?? [])]
    .concat(limit)
    .filter((value) => value !== null);
  return { low: Math.min(...values), high: Math.max(...values) };
}

/** The last known value of each line, under its short name. */
export const lineEnds = (
  lines: readonly ChartLine[],
): Array<{ name: string; value: number; colour: string }> =>
  lines.flatMap(({ short, colour, values }) => {
    const last = values.findLast((value) => value !== null);
    return last === undefined ? [] : [{ name: short, value: last, colour }];
  });
