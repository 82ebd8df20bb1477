import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { exclusion, pin, resetRule, steeringFrom } from '#electron/cli/steering-options.ts';

describe('options that steer a plan', () => {
  it('are read as they are written, and references may hold colons and slashes', () => {
    expect(pin('R:1/a/visit:2027-03=2027-01')).toEqual({
      chain: 'R:1/a/visit',
      due: '2027-03',
      to: '2027-01',
    });
    expect(exclusion('case:R:1')).toEqual({ kind: 'case', name: 'R:1' });
    expect(resetRule('visit=anniversary')).toEqual({
      duty: 'visit',
      reset: { rule: 'anniversary', tolerance: 0, factor: 1 },
    });
    expect(resetRule('visit=tolerance:1:.5').reset).toEqual({ rule: 'tolerance', tolerance: 1, factor: 0.5 });
  });

  it.each([
    () => pin('R1/visit:2027-03'),
    () => pin('R1:2027-03=2027-01'),
    () => pin('R1/visit:March=2027-01'),
    () => exclusion('team:North'),
    () => exclusion('month:March'),
    () => resetRule('visit=never'),
    () => resetRule('visit=tolerance'),
    () => resetRule('visit=full:2'),
  ])('are refused where they say nothing: %s', (read) => {
    expect(read).toThrow(InvalidArgumentError);
  });

  it('become one steering, or none', () => {
    expect(steeringFrom({})).toBeUndefined();
    expect(
      steeringFrom({ exclude: [exclusion('month:2027-03'), exclusion('officer:3001')], maxMoves: 5 }),
    ).toEqual({
      pins: [],
      refusals: [],
      excluded: { cases: [], officers: ['3001'], duties: [], months: ['2027-03'] },
      caps: { moves: 5, movesPerOfficerMonth: null },
      reset: {},
    });
  });
});
