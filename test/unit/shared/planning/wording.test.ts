import { describe, expect, it } from 'vitest';
import { counted, dutyNoun, listed, movesLeftSaid, quoted } from '#shared/planning/wording.ts';

describe('wording', () => {
  it.each([
    ['Visit', 1, 'visit'],
    ['Visit', 2, 'visits'],
    ['ARMS', 2, 'ARMS'],
    ['RMP review', 3, 'RMP reviews'],
    ['Breach enquiry', 2, 'breach enquiries'],
    ['PND check', 1, 'PND check'],
  ])('puts %s × %i into a sentence as "%s"', (name, count, expected) => {
    expect(dutyNoun(name, count)).toBe(expected);
  });

  it('counts and lists', () => {
    expect(counted(1, 'case')).toBe('1 case');
    expect(counted(2202, 'RSO')).toBe('2,202 RSOs');
    expect(counted(2, 'person', 'people')).toBe('2 people');
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed([])).toBe('');
  });
});

describe('what is left of a plan’s moves', () => {
  const none = {
    'as-planned': 0,
    'other-month': 0,
    'due-month': 0,
    late: 0,
    open: 0,
    missed: 0,
    overtaken: 0,
  };

  it('tells those that stand of all, and the rest by what became of them', () => {
    const counts = { ...none, 'as-planned': 5, late: 1, 'due-month': 2, open: 30, missed: 2, overtaken: 1 };
    expect(movesLeftSaid(counts)).toBe('30 of 41 moves still stand; 8 done, 2 missed, 1 overtaken');
    expect(movesLeftSaid({ ...none, open: 3 })).toBe('3 of 3 moves still stand');
    expect(movesLeftSaid({ ...none, open: 1, overtaken: 2 })).toBe('1 of 3 moves still stands; 2 overtaken');
  });
});

it('words of a file stand in quotation marks, the first few of them', () => {
  expect(quoted(['a'])).toBe('“a”');
  expect(quoted(['a', 'b', 'c', 'd'])).toBe('“a”, “b”, “c” and “d”');
  expect(quoted(['a', 'b', 'c'], 1)).toBe('“a” and 2 more');
});
