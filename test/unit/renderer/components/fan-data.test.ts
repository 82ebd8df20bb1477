import { describe, expect, it } from 'vitest';
import { fanReach, fanRows, linesNear, ticksAround } from '../../../../renderer/components/chart/fan-data.ts';

const range = { low: 90, low50: 95, median: 100, high50: 105, high: 110 };
const points = [
  { x: 0, past: 80, range: null },
  { x: 1, past: null, range },
];

describe('a fan', () => {
  it('is drawn from what was, the median and two ranges', () => {
    const limit = { name: '1:50', values: [null, 130] };
    expect(fanRows(points, [limit])).toEqual([
      { x: 0, past: 80, median: null, middle: null, wide: null, 'line 1:50': null },
      { x: 1, past: null, median: 100, middle: [95, 105], wide: [90, 110], 'line 1:50': 130 },
    ]);
    expect(fanReach(points)).toEqual({ low: 80, high: 110 });
    expect(fanReach(points, [limit])).toEqual({ low: 80, high: 130 });
  });

  it('has limits that lie near it, and none that would press it flat', () => {
    const lines = [
      { name: 'near', values: [null, 120] },
      { name: 'far', values: [120, 400] },
    ];
    expect(linesNear(points, lines).map(({ name }) => name)).toEqual(['near']);
  });

  it('has round marks around its values, never below zero', () => {
    expect(ticksAround(1230, 1478)).toEqual([1200, 1300, 1400, 1500]);
    expect(ticksAround(0, 3)).toEqual([0, 1, 2, 3, 4]);
    expect(ticksAround(0, 100, 100)).toEqual([0, 25, 50, 75, 100]);
    expect(ticksAround(1000, 1000).length).toBeGreaterThan(2);
  });
});
