import { describe, expect, it } from 'vitest';
import {
  listMonths,
  MISSING,
  showCount,
  showFte,
  showHours,
  showMonthYear,
  showPercent,
  showPercentExactly,
  showRatio,
} from '../../../../renderer/view/figures.ts';
import { month } from '../fixtures.ts';

describe('figures of the page', () => {
  it('show a missing value as missing, never as zero', () => {
    for (const show of [showCount, showHours, showFte, showPercent, showPercentExactly, showRatio]) {
      expect(show(null)).toBe(MISSING);
      expect(show(undefined)).toBe(MISSING);
      expect(show(Number.NaN)).toBe(MISSING);
      expect(show(0)).not.toBe(MISSING);
    }
  });

  it('say a year once where months share it', () => {
    expect(listMonths([month('2027-03'), month('2027-04')])).toBe('March and April 2027');
    expect(listMonths([month('2026-12'), month('2027-03')])).toBe('December 2026 and March 2027');
  });

  it('write a short month so that it cannot be taken for a day', () => {
    expect(showMonthYear(month('2027-03'))).toBe('Mar 2027');
  });
});
