import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axisTicks,
  barsOf,
  endShifts,
  endsOf,
  highestOf,
  monthAt,
  monthSpan,
  stepPath,
} from '../../../../renderer/components/chart/month-data.ts';

describe('bars of months', () => {
  const stacks = [
    { key: 'a', name: 'A', colour: 'red', values: [60, 30] },
    { key: 'b', name: 'B', colour: 'blue', values: [70, null] },
  ];
  const spans = (ceiling: Array<number | null> | undefined, month: number) =>
    barsOf(2, stacks, undefined, ceiling, 'hatch')
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
    expect(spans(undefined, 0)).toHaveLength(2);
  });

  it('have the outline before them, from the ground up', () => {
    const outline = { name: 'Before', values: [150, null] };
    expect(barsOf(2, stacks, outline, undefined, 'hatch').filter((bar) => bar.isOutline)).toMatchObject([
      { month: 0, from: 0, to: 150, fill: 'none' },
    ]);
  });
});

describe('a month in the width of a plot', () => {
  it('is where the pointer finds it again, at any width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.nat(),
        fc.integer({ min: 100, max: 4000 }),
        (n, at, width) => {
          const month = at % n;
          const span = monthSpan(month, n);
          const middle = ((parseFloat(span.left) + parseFloat(span.width) / 2) / 100) * width;
          expect(monthAt(middle, width, n)).toBe(month);
        },
      ),
    );
  });

  it('is none beside the plot', () => {
    expect(monthAt(-1, 240, 24)).toBeNull();
    expect(monthAt(240, 240, 24)).toBeNull();
  });
});

describe('the highest value drawn', () => {
  const series = (key: string, values: Array<number | null>) => ({ key, name: key, colour: 'red', values });
  const line = (values: Array<number | null>) => ({ ...series('line', values), isDashed: false });

  it('is that of a stack, which adds up, or of a line or outline, which do not', () => {
    const stacks = [series('a', [60, 30]), series('b', [70, null])];
    expect(highestOf(stacks, [line([100, 120])])).toBe(130);
    expect(highestOf(stacks, [line([100, 140])])).toBe(140);
    expect(highestOf(stacks, [], { name: 'Before', values: [null, 150] })).toBe(150);
    expect(highestOf([], [line([null, 5])])).toBe(5);
    expect(highestOf([], [])).toBe(0);
  });
});

describe('a line that steps', () => {
  it('runs level through each month, a value reaching up from the ground', () => {
    expect(stepPath([1, 3], 4)).toBe('M0 3H1V1H2');
  });

  it('is broken where no value is known', () => {
    expect(stepPath([null, 1, null, 2], 4)).toBe('M1 3H2M3 2H4');
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
