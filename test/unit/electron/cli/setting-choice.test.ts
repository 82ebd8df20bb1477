import { describe, expect, it } from 'vitest';
import { settingRows, settingsHelp, settingWanted, withSettings } from '#electron/cli/setting-choice.ts';
import { defaultSettings, Settings } from '#shared/domain/settings.ts';

const set = (...texts: string[]): Settings =>
  withSettings(
    defaultSettings,
    texts.flatMap((text) => settingWanted(text)),
  );

describe('settings named', () => {
  it('are all those that there are, each as it is shown', () => {
    const shown = settingRows({ ...defaultSettings, forceName: 'Any force' });
    const again = shown.map(({ name, value }) => `${name}=${String(value)}`);
    expect(set(...again)).toEqual({ ...defaultSettings, forceName: 'Any force' });
    const leaves = Object.entries(defaultSettings).flatMap(([name, value]) =>
      typeof value === 'object' ? Object.keys(value).map((key) => `${name}.${key}`) : [name],
    );
    expect(shown.map(({ name }) => name).sort()).toEqual(leaves.sort());
    for (const name of leaves) expect(settingsHelp()).toContain(name);
  });

  it('hold numbers, choices, lists and nothing', () => {
    const changed = set(
      'forceName=Any = force',
      'peakOverCapacity=.95',
      'abstractions.reviewKinds=leave,sickness',
      'abstractions.chance=none',
      'checks.monthsAtLow=24',
      'checks.monthsAtLow=30',
    );
    expect(Settings.parse(changed)).toEqual({
      ...defaultSettings,
      forceName: 'Any = force',
      peakOverCapacity: 0.95,
      abstractions: { ...defaultSettings.abstractions, reviewKinds: ['leave', 'sickness'], chance: null },
      checks: { ...defaultSettings.checks, monthsAtLow: 30 },
    });
    expect(set('abstractions.reviewKinds=none').abstractions.reviewKinds).toEqual([]);
  });

  it('name a team’s posts by any spelling, and forget them', () => {
    expect(set('establishedFte.St  Mary’s=6.5').establishedFte).toEqual({ "St Mary's": 6.5 });
    expect(set('establishedFte.A.B=1', 'establishedFte.a.b=2').establishedFte).toEqual({ 'a.b': 2 });
    expect(set('establishedFte.North=6.5', 'establishedFte.NORTH=none').establishedFte).toEqual({});
  });

  it.each([
    ['horizonMonths=61', 'expected a whole number from 12 to 60, found "61". It says: months planned ahead.'],
    ['horizonMonths=24.5', 'expected a whole number from 12 to 60, found "24.5"'],
    ['peakOverCapacity=95', 'expected a number from 0.1 to 3, found "95". It says: a month is a peak above'],
    ['backlogTolerance=', 'expected a number from 0 to 1, found ""'],
    ['backlogTolerance=5%', 'expected a number from 0 to 1, found "5%"'],
    ['unassessedAs=middling', 'expected one of very-high, high, medium, low, found "middling"'],
    ['abstractions.reviewKinds=leave,tea', 'expected any of leave, long-leave'],
    ['abstractions.chance=1', 'expected a number from 0.0001 to 0.5; or none, found "1"'],
    ['ratioNumerator=everyone', 'expected all, or community, active, police-led joined with +'],
    [`forceName=${'x'.repeat(81)}`, 'expected text of at most 80 characters'],
    ['establishedFte.Harbour=-1', 'expected a number from 0; or none, found "-1"'],
    ['establishedFte.=1', 'There is no setting called "establishedFte."'],
    ['abstractions=1', 'There is no setting called "abstractions"'],
    ['toString=1', 'Expected one of forceName, horizonMonths'],
    ['horizonMonths', 'Expected NAME=VALUE, found "horizonMonths".'],
  ])('that cannot be are refused with what can: %s', (text, message) => {
    expect(() => settingWanted(text)).toThrow(message);
  });
});
