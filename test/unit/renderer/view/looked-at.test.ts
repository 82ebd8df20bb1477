import { describe, expect, it } from 'vitest';
import { parseLookedAt, placeFor, withChanges } from '../../../../renderer/view/looked-at.ts';

describe('what is looked at', () => {
  it('is read from the address', () => {
    expect(parseLookedAt(new URLSearchParams('snapshot=3&team=Plymouth&months=36'))).toEqual({
      snapshot: 3,
      team: 'Plymouth',
      months: 36,
    });
  });

  it('leaves out what cannot be read', () => {
    expect(parseLookedAt(new URLSearchParams('months=11')).months).toBeUndefined();
    const read = parseLookedAt(new URLSearchParams('snapshot=-1&months=900&team='));
    expect(read.snapshot).toBeUndefined();
    expect(read.months).toBeUndefined();
    expect(read.team).toBeUndefined();
  });

  it('is changed and taken away by key', () => {
    const next = withChanges(new URLSearchParams('team=Plymouth&month=2027-03'), { team: null, months: 12 });
    expect(next.toString()).toBe('month=2027-03&months=12');
  });

  it('goes along to another page without what belongs to this one', () => {
    const search = new URLSearchParams('team=Plymouth&month=2027-03&plan=4');
    expect(placeFor('/levelling', search)).toBe('/levelling?team=Plymouth');
    expect(placeFor('/demand', search, { month: '2027-04' })).toBe('/demand?team=Plymouth&month=2027-04');
    expect(placeFor('/', new URLSearchParams())).toBe('/');
  });
});
