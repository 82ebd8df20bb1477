import { describe, expect, it } from 'vitest';
import { addMonths, Month } from '#shared/domain/dates.ts';
import { clearing, clearingOfAll } from '#shared/planning/backlog/clearing.ts';

const first = Month.parse('2026-11');
const months = [0, 1, 2, 3].map((index) => addMonths(first, index));

describe('by when outstanding work could be done', () => {
  it('is the first month at whose end nothing is left over', () => {
    // Outstanding 60 within November's 140: 40 left, +90 −100 = 30 left, +80 −100 = 10 left, +85 −100 = nothing.
    const found = clearing(60, months, [140, 90, 80, 85], [100, 100, 100, 100]);
    expect(found).toEqual({ hours: 60, state: 'by', month: '2027-02' });
  });

  it('is put off by a month over capacity on the way', () => {
    expect(clearing(10, months, [110, 150, 80, 60], [100, 100, 100, 100]).state).toBe('by');
    expect(clearing(10, months, [110, 150, 80, 90], [100, 100, 100, 100]).state).toBe('not-within');
  });

  it('cannot be told without capacity, and need not be without work', () => {
    expect(clearing(10, months, [10], null)).toMatchObject({ state: 'no-capacity', month: null });
    expect(clearing(10, months, [10], [0, 0, 0, 0]).state).toBe('no-capacity');
    expect(clearing(0, months, [], null).state).toBe('nothing');
  });

  it('of several teams is when the last is done', () => {
    const by = (month: string) => clearing(10, [Month.parse(month)], [10], [100]);
    expect(clearingOfAll([by('2027-01'), by('2026-12')])).toEqual({
      hours: 20,
      state: 'by',
      month: '2027-01',
    });
    const never = clearing(5, months, [200, 200, 200, 200], [100, 100, 100, 100]);
    expect(clearingOfAll([by('2027-01'), never])).toMatchObject({ hours: 15, state: 'not-within' });
    expect(clearingOfAll([])).toMatchObject({ hours: 0, state: 'nothing' });
  });
});
