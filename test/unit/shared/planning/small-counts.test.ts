import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SmallCountRule } from '#shared/domain/small-counts.ts';
import { shareList, shareTable, type SharedTable } from '#shared/planning/small-counts.ts';

const withhold: SmallCountRule = { handling: 'withhold', below: 5 };
const numbers = (counts: ReadonlyArray<{ count: number | null }>): Array<number | null> =>
  counts.map(({ count }) => count);

describe('a list', () => {
  it('withholds a small count, and one more so that the total does not give it away', () => {
    const { counts, total } = shareList([2, 40, 9], withhold);
    expect(numbers(counts)).toEqual([null, 40, null]);
    expect(total.count).toBe(51);
  });

  it('withholds two small counts and nothing else', () => {
    expect(numbers(shareList([2, 40, 3], withhold).counts)).toEqual([null, 40, null]);
  });

  it('withholds the total where nothing else could hide the small count', () => {
    const { counts, total } = shareList([0, 3, 0], withhold);
    expect([numbers(counts), total.count]).toEqual([[0, null, 0], null]);
  });

  it('shows zeros and counts that are not small', () => {
    expect(numbers(shareList([0, 5, 12], withhold).counts)).toEqual([0, 5, 12]);
  });

  it('flags, where that is the setting, and shows', () => {
    const { counts } = shareList([2, 5], { handling: 'flag', below: 5 });
    expect(counts).toEqual([
      { count: 2, isSmall: true },
      { count: 5, isSmall: false },
    ]);
    expect(shareList([2], { handling: 'show', below: 5 }).counts).toEqual([{ count: 2, isSmall: false }]);
  });
});

describe('a table', () => {
  it('withholds a rectangle around a single small count, the cheapest there is', () => {
    const { rows, total } = shareTable(
      [
        [1, 10, 90],
        [20, 30, 80],
        [70, 60, 50],
      ],
      withhold,
    );
    expect(rows.map(numbers)).toEqual([
      [null, null, 90],
      [null, null, 80],
      [70, 60, 50],
    ]);
    expect(total.count).toBe(411);
  });

  it('of nothing has no totals to show but zero', () => {
    expect(shareTable([], withhold)).toEqual({
      rows: [],
      rowTotals: [],
      columnTotals: [],
      total: { count: 0, isSmall: false },
    });
  });

  const tables = fc
    .record({ height: fc.integer({ min: 1, max: 5 }), width: fc.integer({ min: 1, max: 5 }) })
    .chain(({ height, width }) =>
      fc.array(
        fc.array(fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 60 })), { minLength: width, maxLength: width }),
        { minLength: height, maxLength: height },
      ),
    );

  it('lets no small count be worked out from what it shows, totals included', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const shared = shareTable(table, withhold);
        expect(workedOut(shared)).toEqual([]);
        expect(everyCount(shared).filter(({ count }) => count !== null && count > 0 && count < 5)).toEqual(
          [],
        );
      }),
      { numRuns: 300 },
    );
  });

  it('shows only true counts', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { rows } = shareTable(table, withhold);
        for (const [at, row] of rows.entries())
          for (const [column, { count }] of row.entries())
            if (count !== null) expect(count).toBe(table[at]?.[column]);
      }),
      { numRuns: 100 },
    );
  });
});

const everyCount = ({
  rows,
  rowTotals,
  columnTotals,
  total,
}: SharedTable): Array<{ count: number | null }> => [...rows.flat(), ...rowTotals, ...columnTotals, total];

/**
 * The withheld counts that the sums determine, found by elimination: an attacker's way, not the one by which they
 * were withheld. An unknown is determined when some combination of the sums holds it alone.
 */
function workedOut({ rows, rowTotals, columnTotals, total }: SharedTable): number[] {
  const grid = [...rows.map((row, at) => [...row, rowTotals[at]]), [...columnTotals, total]];
  const unknowns = grid.flatMap((row, at) =>
    row.flatMap((cell, column) => (cell?.count === null ? [{ at, column }] : [])),
  );
  const isTotal = (place: number, length: number): number => (place === length - 1 ? -1 : 1);
  const sums = [
    ...grid.map((row, line) =>
      unknowns.map(({ at, column }) => (at === line ? isTotal(column, row.length) : 0)),
    ),
    ...(grid[0] ?? []).map((_, line) =>
      unknowns.map(({ at, column }) => (column === line ? isTotal(at, grid.length) : 0)),
    ),
  ];
  return reduced(sums, unknowns.length).flatMap((row) => {
    const held = row.flatMap((factor, index) => (Math.abs(factor) > 1e-9 ? [index] : []));
    return held.length === 1 ? held : [];
  });
}

/** Reduced row echelon form. */
function reduced(matrix: number[][], width: number): number[][] {
  let rows = matrix;
  let done = 0;
  for (let column = 0; column < width; column++) {
    const at = rows.findIndex((row, index) => index >= done && Math.abs(row[column] ?? 0) > 1e-9);
    const pivot = rows[at];
    if (!pivot) continue;
    const unit = pivot.map((factor) => factor / (pivot[column] ?? 1));
    const rest = rows
      .filter((_, index) => index !== at)
      .map((row) => row.map((factor, index) => factor - (row[column] ?? 0) * (unit[index] ?? 0)));
    rows = [...rest.slice(0, done), unit, ...rest.slice(done)];
    done++;
  }
  return rows;
}
