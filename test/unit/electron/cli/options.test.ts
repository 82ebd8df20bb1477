import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { decimal, given, isoDay, months } from '#electron/cli/options.ts';

describe('values of options', () => {
  it('are read when they make sense', () => {
    expect(months('24')).toBe(24);
    expect(decimal(0.1, 5)('.95')).toBe(0.95);
    expect(isoDay('2026-10-31')).toBe('2026-10-31');
  });

  it.each(['0', '61', '-1', '2.5', '1e1', '', 'many'])('are refused as months: "%s"', (text) => {
    expect(() => months(text)).toThrow(InvalidArgumentError);
  });

  it('are refused as dates that do not exist, and as shares out of range', () => {
    expect(() => isoDay('2026-02-30')).toThrow('Expected a date like 2026-10-31.');
    expect(() => decimal(0.1, 5)('95')).toThrow(InvalidArgumentError);
    expect(() => decimal(0.1, 5)('0,95')).toThrow(InvalidArgumentError);
  });

  it('are left out when they are not given', () => {
    expect(given({ a: 1, b: undefined, c: null })).toStrictEqual({ a: 1, c: null });
  });
});
