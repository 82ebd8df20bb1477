import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { fieldsOf, unconfirmedValues, withNumber } from '#shared/domain/standard-values.ts';
import { exampleStandards, Standards, type DutyStandard } from '#shared/domain/standards.ts';
import { owedByWords, resetWords, sourceWords } from '#shared/planning/standards-words.ts';
import {
  establishedTeams,
  settingsProblems,
  withEstablished,
} from '../../../../renderer/features/settings/model.ts';
import { filtersOf, numeratorOf } from '../../../../renderer/view/ratio-choice.ts';
import {
  changedNames,
  forceEffect,
  hasOtherFigures,
  inPercent,
  withAllConfirmed,
  withAssumption,
  withDuty,
  withDutyValue,
} from '../../../../renderer/features/standards/model.ts';

const day = isoDate('2026-11-03');
const examples = exampleStandards();

function duty(key: string): DutyStandard {
  const found = examples.duties.find((one) => one.key === key);
  if (!found) throw new Error(`Expected the duty ${key} among the examples, found none.`);
  return found;
}

describe('a changed value', () => {
  it('takes the day and loses the source of the old number', () => {
    const old = duty('visit').values.high.hours;
    const changed = withNumber(old, 8, day);
    expect(changed).toMatchObject({ value: 8, setOn: day });
    expect(changed.source).not.toBe(old.source);
    expect(withNumber(old, old.value, day)).toBe(old);
  });

  it('leaves the standards it came from as they were, and is named', () => {
    const before = JSON.stringify(examples);
    const visit = withDutyValue(duty('visit'), ['high'], 'hours', (value) => withNumber(value, 8, day));
    const draft = withDuty(examples, visit);
    expect(JSON.stringify(examples)).toBe(before);
    expect(changedNames(examples, draft)).toEqual(['Visit hours, high risk']);
    expect(hasOtherFigures(examples, draft)).toBe(true);
    expect(Standards.safeParse(draft).success).toBe(true);
  });

  it('that is a share is typed in per cent, and is the same share again', () => {
    for (const percent of [0, 3.5, 5, 7, 29, 57.3, 65, 100]) {
      expect(inPercent.shown(inPercent.held(percent))).toBe(percent);
    }
    expect(inPercent.held(65)).toBe(0.65);
    expect(inPercent.shown(0.07)).toBe(7);
  });

  it('that is only a tick changes no figure', () => {
    const draft = withAssumption(examples, 'leaveDays', (value) => ({ ...value, confirmed: true }));
    expect(changedNames(examples, draft)).toEqual(['Annual leave']);
    expect(hasOtherFigures(examples, draft)).toBe(false);
  });

  it('back to what was saved is no change', () => {
    expect(changedNames(examples, structuredClone(examples))).toEqual([]);
  });
});

describe('confirming a duty', () => {
  it('ticks every value that it has', () => {
    const draft = withDuty(examples, withAllConfirmed(duty('visit'), true));
    expect(unconfirmedValues(draft).filter((name) => name.startsWith('Visit'))).toEqual([]);
  });
});

describe('a duty in words', () => {
  const owed = (one: DutyStandard) => owedByWords(one, exampleStandards().duties);

  it('says who owes it', () => {
    expect(owed(duty('visit'))).toBe('active cases in the community');
    expect(owed(duty('rmp'))).toBe('all cases in the community');
    expect(owed(duty('signoff'))).toBe('whoever owes Visit, ARMS and RMP review, a month later');
    const probation = { modes: null, statuses: null, leadAgencies: ['probation' as const] };
    expect(owed({ ...duty('rmp'), owedBy: probation })).toBe('all cases, led by probation');
  });

  it('says how it resets', () => {
    expect(resetWords({ rule: 'full', tolerance: 0, factor: 1 })).toContain('after it is done');
    expect(resetWords({ rule: 'anniversary', tolerance: 0, factor: 1 })).toContain('after it was due');
    expect(resetWords({ rule: 'tolerance', tolerance: 1, factor: 0.5 })).toContain(
      'up to 1 month early, beyond that moved by 50\u00a0%',
    );
  });

  it('has neither window nor catch-up when it cannot be moved', () => {
    expect(fieldsOf(duty('visit'))).toEqual(['interval', 'window', 'hours', 'catchUp']);
    expect(fieldsOf(duty('notification'))).toEqual(['interval', 'hours']);
  });

  it('shows the source its values share, or how many there are', () => {
    const value = duty('visit').values.high.hours;
    expect(sourceWords([value, value])).toBe(value.source);
    expect(sourceWords([value, { ...value, source: 'Force order 12' }])).toBe('2 sources');
    expect(sourceWords([{ ...value, source: '' }])).toBe('No source given');
  });
});

describe('the effect on the force', () => {
  it('adds hours and takes the highest team’s peak', () => {
    const effect = { hoursNow: 100, hoursThen: 110, peakNow: 1.1, peakThen: 1.3 };
    expect(
      forceEffect([
        { team: 'A', ...effect },
        { team: 'B', ...effect, peakNow: null, peakThen: 1.2 },
      ]),
    ).toEqual({ team: 'Force', hoursNow: 200, hoursThen: 220, peakNow: 1.1, peakThen: 1.3 });
  });

  it('has no peak where none is known', () => {
    expect(forceEffect([]).peakNow).toBeNull();
  });
});

describe('settings', () => {
  it('turn filters into a numerator and back, always in one order', () => {
    expect(numeratorOf([])).toBe('all');
    expect(numeratorOf(['police-led', 'community'])).toBe('community+police-led');
    expect(filtersOf('community+police-led')).toEqual(['community', 'police-led']);
    expect(filtersOf('all')).toEqual([]);
  });

  it('forget an establishment that is emptied', () => {
    const set = withEstablished(defaultSettings, 'Torbay', 6.5);
    expect(set.establishedFte).toEqual({ Torbay: 6.5 });
    expect(withEstablished(set, 'Torbay', null).establishedFte).toEqual({});
  });

  it('list teams of the snapshot and of the establishment once each', () => {
    const set = withEstablished(defaultSettings, 'Torbay', 6.5);
    expect(establishedTeams(set, ['Plymouth', 'Torbay'])).toEqual(['Plymouth', 'Torbay']);
  });

  it('say what keeps them from being saved', () => {
    expect(settingsProblems(defaultSettings)).toEqual([]);
    expect(settingsProblems({ ...defaultSettings, horizonMonths: 6 })).toHaveLength(1);
  });
});
