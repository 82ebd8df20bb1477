import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axisTicks,
  chartRows,
  endShifts,
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

describe('chart rows', () => {
  const stacks = [
    { key: 'a', name: 'A', colour: 'red', values: [60, 30] },
    { key: 'b', name: 'B', colour: 'blue', values: [70, null] },
  ];

  it('split each stack at the ceiling, for the hatch above it', () => {
    const rows = chartRows([mark('m1'), mark('m2')], stacks, [], null, [100, 100]);
    expect(rows.map((row) => [row.within, row.over])).toEqual([
      [100, 30],
      [30, 0],
    ]);
  });

  it('have no hatch where the ceiling is not known', () => {
    const rows = chartRows([mark('m1')], stacks, [], null, [null]);
    expect(rows[0]).toMatchObject({ within: null, over: null });
  });

  it('keep a missing value missing', () => {
    const rows = chartRows([mark('m1'), mark('m2')], stacks, [], null, null);
    expect(rows[1]?.['stack b']).toBeNull();
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
    expect(endShifts([null, 50], 100, 200)).toEqual([0, 0]);
  });
});
