import { describe, expect, it } from 'vitest';
import {
  showChange,
  showCount,
  showHours,
  showHoursChange,
  showHoursExactly,
  showMegabytes,
  showNumber,
  showPercent,
  showPercentExactly,
  showPounds,
  showRatio,
  signed,
  withPlainSpaces,
  withUnit,
} from '#shared/planning/figures.ts';

describe('figures', () => {
  it('are rounded', () => {
    expect(showCount(1234.4)).toBe('1,234');
    expect([3.5, 7, 0.254].map(showNumber)).toEqual(['3.5', '7', '0.25']);
    expect(showRatio(52.61)).toBe('1:52.6');
  });

  it('do not part from their unit at a line’s end', () => {
    expect(showHours(812.5)).toBe('813\u00a0h');
    expect(showHoursExactly(7.25)).toBe('7.25\u00a0h');
    expect(showPercent(1.234)).toBe('123\u00a0%');
    expect(showPercentExactly(0.8534)).toBe('85.3\u00a0%');
    expect(showMegabytes(8_440_000)).toBe('8.4\u00a0MB');
    expect(withUnit('4.5', 'FTE')).toBe('4.5\u00a0FTE');
  });

  it('say a change with its sign', () => {
    expect([21, -3, 0].map(showChange)).toEqual(['+21', '−3', '0']);
    expect([20.6, -3, 0.2].map(showHoursChange)).toEqual(['+21\u00a0h', '−3\u00a0h', '0\u00a0h']);
    expect(signed(-0.02, showPercentExactly)).toBe('−2.0\u00a0%');
    expect([71_240, -3000].map(showPounds)).toEqual(['£71,240', '−£3,000']);
  });

  it('are searched with the space that is typed', () => {
    expect(withPlainSpaces(`from ${showPercent(1.3)} to ${showPercent(0.98)}`)).toBe('from 130 % to 98 %');
  });
});
