import { describe, expect, it } from 'vitest';
import { DutyStandard, exampleStandards } from '#shared/domain/standards.ts';
import {
  changedNames,
  hasOtherFigures,
  hasOtherIntervals,
} from '../../../../renderer/features/standards/model.ts';
import {
  isOwnDuty,
  keyFor,
  modelDuties,
  withoutDuty,
  withOwnDuty,
} from '../../../../renderer/features/standards/own-duties.ts';

const standards = exampleStandards();
const [visit] = modelDuties(standards.duties);
if (!visit) throw new Error('The shipped standards have no duty to copy.');
const wanted = { name: '28-day review', hoursOf: 'supervisor' as const, movable: false };

describe('a duty of the force’s own', () => {
  it('gets a key from its name that nothing else has', () => {
    expect(keyFor('Breach review', new Set())).toBe('breach-review');
    expect(keyFor('28-day review', new Set())).toBe('duty-28-day-review');
    expect(keyFor('Breach review', new Set(['breach-review', 'breach-review-2']))).toBe('breach-review-3');
    expect(keyFor('…', new Set())).toBe('duty');
  });

  it('always gets a key that the standards take', () => {
    for (const name of ['…', '9', 'Ä', 'x'.repeat(60), 'a very long name of a duty that goes on', 'a--b-']) {
      const key = keyFor(name, new Set([keyFor(name, new Set())]));
      expect(DutyStandard.shape.key.safeParse(key).success, key).toBe(true);
    }
  });

  it('has the values of its model, none of them confirmed, and says where they come from', () => {
    const own = withOwnDuty(standards, wanted, visit).duties.at(-1);
    expect(own).toMatchObject({ ...wanted, key: 'duty-28-day-review', follows: null, owedBy: visit.owedBy });
    expect(own?.values.high.interval).toEqual({
      ...visit.values.high.interval,
      source: 'Copied from Visit',
      confirmed: false,
    });
    expect(DutyStandard.safeParse(own).success).toBe(true);
  });

  it('can be taken away again, and the shipped ones cannot', () => {
    const more = withOwnDuty(standards, wanted, visit);
    expect(more.duties.filter(isOwnDuty).map(({ name }) => name)).toEqual(['28-day review']);
    expect(withoutDuty(more, 'duty-28-day-review')).toEqual(standards);
    expect(changedNames(standards, more)).toEqual(['28-day review']);
    expect(changedNames(more, standards)).toEqual(['28-day review: removed']);
    expect(hasOtherFigures(standards, more)).toBe(true);
  });

  it('leaves no other duty following it', () => {
    const signoff = withoutDuty(standards, 'rmp').duties.find(({ key }) => key === 'signoff');
    expect(signoff?.follows).toEqual(['visit', 'arms']);
  });

  it('is never copied from a duty that follows others', () => {
    expect(modelDuties(standards.duties).map(({ key }) => key)).not.toContain('signoff');
  });
});

describe('intervals', () => {
  it('that differ are told from other changes', () => {
    expect(hasOtherIntervals(standards, standards)).toBe(false);
    const changed = structuredClone(standards);
    const [first] = changed.duties;
    if (first) first.values.low.interval.value = 9;
    expect(hasOtherIntervals(standards, changed)).toBe(true);
  });
});
