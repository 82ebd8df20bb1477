import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsOf } from '../../../../renderer/components/chart/month-bars.tsx';
import {
  axisTicks,
  chartRows,
  endShifts,
  endsOf,
  type MonthMark,
} from '../../../../renderer/components/chart/month-data.ts';

const mark = (key: string): MonthMark => ({
  key,
  short: key,
  year: null,
  note: '',
  isOver: false,
  label: key,
});

describe('bars of months', () => {
  const stacks = [
    { key: 'a', name: 'A', colour: 'red', values: [60, 30] },
    { key: 'b', name: 'B', colour: 'blue', values: [70, null] },
  ];
  const spans = (ceiling: Array<number | null> | null, month: number) =>
    barsOf(2, stacks, null, ceiling, 'hatch')
      .filter((bar) => bar.month === month)
      .map(({ from, to, fill }) => [from, to, fill]);

  it('stand on one another, and are hatched from the ceiling up', () => {
    expect(spans([100, 100], 0)).toEqual([
      [0, 60, 'red'],
      [60, 130, 'blue'],
      [100, 130, 'url(#hatch)'],
    ]);
    expect(spans([100, 100], 1)).toEqual([[0, 30, 'red']]);
  });

  it('have no hatch where the ceiling is not known', () => {
    expect(spans([null, 100], 0)).toHaveLength(2);
    expect(spans(null, 0)).toHaveLength(2);
  });

  it('have the outline before them, from the ground up', () => {
    const outline = { name: 'Before', values: [150, null] };
    expect(barsOf(2, stacks, outline, null, 'hatch').filter((bar) => bar.isOutline)).toMatchObject([
      { month: 0, from: 0, to: 150, fill: 'none' },
    ]);
  });
});

describe('chart rows', () => {
  it('keep a missing value missing', () => {
    const line = { key: 'capacity', name: 'Capacity', colour: 'red', isDashed: false, values: [1, null] };
    expect(chartRows([mark('m1'), mark('m2')], [line])[1]?.['line capacity']).toBeNull();
  });
});

describe('axis ticks', () => {
  it('start at zero, are evenly spaced and end above the highest value', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (highest) => {
        const ticks = axisTicks(highest);
        const step = ticks[1] ?? 0;
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest);
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(8);
        ticks.forEach((tick, index) => {
          expect(tick).toBeCloseTo(index * step, 6);
        });
      }),
    );
  });

  it('are round', () => {
    expect(axisTicks(1262)).toEqual([0, 500, 1000, 1500]);
    expect(axisTicks(1.23)).toEqual([0, 0.5, 1, 1.5]);
  });

  it('do for nothing at all', () => {
    expect(axisTicks(0)).toEqual([0, 1]);
  });
});

describe('names at the ends of lines', () => {
  it('stay where they are when they are far apart', () => {
    expect(endShifts([100, 20], 100, 200)).toEqual([0, 0]);
  });

  it('move the lower one down when they would overlap', () => {
    const [upper, lower] = endShifts([100, 98], 100, 200);
    expect(upper).toBe(0);
    expect(lower).toBeCloseTo(10, 6);
  });

  it('leave a missing end alone', () => {
    const line = { key: 'a', name: 'a', colour: 'red', isDashed: false, values: [1, null] };
    const other = { ...line, key: 'b', name: 'b', values: [null, 50] };
    const ends = endsOf([line, other]);
    expect(ends).toEqual([{ name: 'b', colour: 'red', value: 50 }]);
    expect(
      endShifts(
        ends.map(({ value }) => value),
        100,
        200,
      ),
    ).toEqual([0]);
  });
});
