import { describe, expect, it } from 'vitest';
import {
  counted,
  listed,
  listMonths,
  MISSING,
  showChange,
  showCount,
  showFte,
  showHours,
  showMonthYear,
  showPercent,
  showPercentExactly,
  showRatio,
} from '../../../../renderer/view/figures.ts';
import { month } from '../fixtures.ts';

describe('figures', () => {
  it('show a missing value as missing, never as zero', () => {
    for (const show of [showCount, showHours, showFte, showPercent, showPercentExactly, showRatio]) {
      expect(show(null)).toBe(MISSING);
      expect(show(undefined)).toBe(MISSING);
      expect(show(Number.NaN)).toBe(MISSING);
      expect(show(0)).not.toBe(MISSING);
    }
  });

  it('are rounded and carry their unit', () => {
    expect(showCount(1234.4)).toBe('1,234');
    expect(showHours(812.5)).toBe('813 h');
    expect(showFte(44.62)).toBe('44.6');
    expect(showPercent(1.234)).toBe('123 %');
    expect(showPercentExactly(0.8534)).toBe('85.3 %');
    expect(showRatio(52.61)).toBe('1:52.6');
  });

  it('say a change with its sign', () => {
    expect(showChange(21)).toBe('+21');
    expect(showChange(-3)).toBe('−3');
    expect(showChange(0)).toBe('0');
  });

  it('count one and many', () => {
    expect(counted(1, 'move')).toBe('1 move');
    expect(counted(1200, 'move')).toBe('1,200 moves');
    expect(counted(2, 'person', 'people')).toBe('2 people');
  });

  it('list words as people say them', () => {
    expect(listed([])).toBe('');
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  });

  it('say a year once where months share it', () => {
    expect(listMonths([month('2027-03'), month('2027-04')])).toBe('March and April 2027');
    expect(listMonths([month('2026-12'), month('2027-03')])).toBe('December 2026 and March 2027');
  });

  it('write a short month so that it cannot be taken for a day', () => {
    expect(showMonthYear(month('2027-03'))).toBe('Mar 2027');
  });
});
