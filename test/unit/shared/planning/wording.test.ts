import { describe, expect, it } from 'vitest';
import { counted, dutyNoun, listed, showHours, showPercent } from '#shared/planning/wording.ts';

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
    expect(listed(['a'])).toBe('a');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(listed([])).toBe('');
    expect(showHours(1240.4)).toBe('1,240 h');
    expect(showPercent(1.234)).toBe('123 %');
  });
});
