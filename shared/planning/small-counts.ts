/**
 * Small counts in what is shared beyond the team: a table that says “one case of very high risk in Harbour” says
 * who it is. Such counts are flagged, or withheld together with as many others as it takes, so that no total gives
 * them away.
 */
import type { SmallCountRule } from '#shared/domain/small-counts.ts';

/** A count as it is shared: `null` where it is withheld. */
export type SharedCount = { count: number | null; isSmall: boolean };

export type SharedTable = {
  rows: SharedCount[][];
  rowTotals: SharedCount[];
  columnTotals: SharedCount[];
  total: SharedCount;
};

/**
 * A list of counts and its total, as a report may share them.
 *
 * @example
 * shareList([2, 40, 9], { handling: 'withhold', below: 5 }).counts.map(({ count }) => count) // [null, 40, null]
 */
export function shareList(
  counts: readonly number[],
  rule: SmallCountRule,
): { counts: SharedCount[]; total: SharedCount } {
  const cells = [...counts, counts.reduce((sum, count) => sum + count, 0)];
  const shared = share(
    cells.map((value): Cell => ({ value, ends: [0, 1] })),
    rule,
  );
  return { counts: shared.slice(0, -1), total: shared.at(-1) ?? { count: 0, isSmall: false } };
}

/** A table of counts with the totals of its rows and columns, as a report may share them. */
export function shareTable(table: ReadonlyArray<readonly number[]>, rule: SmallCountRule): SharedTable {
  const width = Math.max(0, ...table.map((row) => row.length));
  const whole = table.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? 0));
  const columnTotals = Array.from({ length: width }, (_, column) =>
    whole.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  const withTotals = [...whole, columnTotals].map((row) => [
    ...row,
    row.reduce((sum, count) => sum + count, 0),
  ]);
  const height = withTotals.length;
  const cells = withTotals.flatMap((row, at) =>
    row.map((value, column): Cell => ({ value, ends: [at, height + column] })),
  );
  const shared = share(cells, rule);
  const lines = withTotals.map((row, at) => shared.slice(at * row.length, (at + 1) * row.length));
  const last = lines.at(-1) ?? [];
  return {
    rows: lines.slice(0, -1).map((line) => line.slice(0, -1)),
    rowTotals: lines.slice(0, -1).flatMap((line) => line.slice(-1)),
    columnTotals: last.slice(0, -1),
    total: last.at(-1) ?? { count: 0, isSmall: false },
  };
}

/**
 * A count and the two sums it is part of, as a line between two points. A withheld count can be worked out from
 * what is shown just when no ring of withheld counts leads through it: along a ring, ones can be added and taken
 * away in turn without changing a single sum.
 */
type Cell = { value: number; ends: readonly [number, number] };

function share(cells: readonly Cell[], { handling, below }: SmallCountRule): SharedCount[] {
  const isSmall = (value: number): boolean => value > 0 && value < below;
  const withheld = new Set<number>();
  if (handling === 'withhold') {
    const small = cells.flatMap(({ value }, index) => (isSmall(value) ? [index] : []));
    for (const index of small) withheld.add(index);
    for (const index of small) for (const other of ringThrough(cells, index, withheld)) withheld.add(other);
  }
  return cells.map(({ value }, index) => ({
    count: withheld.has(index) ? null : value,
    isSmall: handling !== 'show' && isSmall(value),
  }));
}

/**
 * The other counts of the ring through one that withholds the least besides what is withheld already. A zero is
 * never part of it: nothing can be taken from it, so it would hide nothing.
 */
function ringThrough(cells: readonly Cell[], index: number, withheld: ReadonlySet<number>): number[] {
  const start = cells[index];
  if (!start) return [];
  const [from, to] = start.ends;
  const cost = new Map<number, number>([[from, 0]]);
  const cameBy = new Map<number, { cell: number; point: number }>();
  const settled = new Set<number>();
  for (;;) {
    const point = [...cost.keys()]
      .filter((key) => !settled.has(key))
      .sort((a, b) => (cost.get(a) ?? 0) - (cost.get(b) ?? 0))[0];
    if (point === undefined || point === to) break;
    settled.add(point);
    for (const [cell, { value, ends }] of cells.entries()) {
      if (cell === index || value === 0 || !ends.includes(point)) continue;
      const next = ends[0] === point ? ends[1] : ends[0];
      const sum = (cost.get(point) ?? 0) + (withheld.has(cell) ? 0 : value);
      if (sum >= (cost.get(next) ?? Infinity)) continue;
      cost.set(next, sum);
      cameBy.set(next, { cell, point });
    }
  }
  const ring: number[] = [];
  for (let step = cameBy.get(to); step; step = cameBy.get(step.point)) ring.push(step.cell);
  return ring;
}
