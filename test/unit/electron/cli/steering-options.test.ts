import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { UsageError } from '#electron/cli/errors.ts';
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
    () => resetRule('visit=tolerance:13'),
    () => resetRule('visit=tolerance:99:0.5'),
  ])('are refused where they say nothing: %s', (read) => {
    expect(read).toThrow(InvalidArgumentError);
  });

  it('say which months a tolerance can have', () => {
    expect(() => resetRule('visit=tolerance:99')).toThrow('from 0 to 12 months, found "visit=tolerance:99"');
    expect(resetRule('visit=tolerance:12').reset.tolerance).toBe(12);
  });

  it.each([
    [{ exclude: [exclusion('duty:Home visit')] }, '--exclude'],
    [{ exclude: [exclusion(`case:${'R'.repeat(121)}`)] }, '--exclude'],
    [{ pin: [pin(`${'R'.repeat(200)}/visit:2027-03=2027-01`)] }, '--pin'],
    [{ reset: [resetRule(`${'visit'.repeat(7)}=full`)] }, '--reset'],
  ])('are wrong usage where nothing can be so called: %#', (options, named) => {
    expect(() => steeringFrom(options)).toThrow(UsageError);
    expect(() => steeringFrom(options)).toThrow(named);
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
