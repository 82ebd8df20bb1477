import { describe, expect, it } from 'vitest';
import { exampleReasons, type Reason } from '#shared/domain/abstraction.ts';
import {
  afterwards,
  draftOfReason,
  emptyReason,
  reasonOf,
  reasonProblems,
  reasonsHeadline,
  withoutReason,
  withReason,
  withReasonChange,
} from '../../../../renderer/features/abstractions/reasons-model.ts';

const football: Reason = {
  group: 'Operational',
  activity: 'Football',
  kind: 'other-policing',
  toOtherPolicing: true,
};
const course: Reason = { group: 'Training', activity: 'Course', kind: 'training', toOtherPolicing: false };
const carnival: Reason = {
  group: 'Operational',
  activity: 'Carnival',
  kind: 'other-policing',
  toOtherPolicing: true,
};

describe('the list of reasons', () => {
  it('takes a new reason behind the last of its group, and a new group at the end', () => {
    const list = withReason(exampleReasons, null, carnival);
    expect(list).toHaveLength(exampleReasons.length + 1);
    expect(list[list.indexOf(carnival) - 1]).toMatchObject({ activity: 'Response cover' });
    const wellbeing: Reason = { group: 'Wellbeing', activity: null, kind: 'other', toOtherPolicing: false };
    expect(withReason(exampleReasons, null, wellbeing).at(-1)).toEqual(wellbeing);
  });

  it('takes a changed reason in the place of the old one, without the count of its records', () => {
    const held = { ...football, records: 3 };
    const list = withReason([held, { ...course, records: 0 }], held, carnival);
    expect(list).toEqual([carnival, course]);
    expect(withoutReason([held, { ...course, records: 0 }], held)).toEqual([course]);
  });

  it('refuses a reason without a group, and one that it has, however spelt', () => {
    const draft = draftOfReason(football);
    expect(reasonProblems(emptyReason, exampleReasons, null)).toEqual({ group: 'Name the group' });
    expect(reasonProblems({ ...draft, group: ' operational ' }, exampleReasons, null)).toHaveProperty(
      'activity',
      'The list has this reason already',
    );
    expect(reasonProblems(draft, exampleReasons, football)).toEqual({});
    expect(reasonProblems({ ...draft, activity: 'Mutual aid' }, exampleReasons, football)).toHaveProperty(
      'activity',
    );
  });

  it('says how many reasons there are, and how many the records hold besides', () => {
    const reasons = exampleReasons.map((one) => ({ ...one, records: 0 }));
    expect(reasonsHeadline({ reasons, unlisted: [] })).toBe('15 reasons in 6 groups.');
    expect(reasonsHeadline({ reasons, unlisted: [{ ...carnival, records: 2 }] })).toBe(
      '15 reasons in 6 groups; records hold 1 that the list has not.',
    );
  });
});

describe('a reason being written', () => {
  it('is lent as soon as its kind is other policing, unless the tick is taken away', () => {
    const chosen = withReasonChange(emptyReason, { kind: 'other-policing' });
    expect(chosen.toOtherPolicing).toBe(true);
    expect(withReasonChange(chosen, { toOtherPolicing: false }).toOtherPolicing).toBe(false);
    expect(withReasonChange(chosen, { kind: 'court' }).toOtherPolicing).toBe(false);
    expect(withReasonChange(chosen, { group: 'Events' }).toOtherPolicing).toBe(true);
  });

  it('stands for the group as a whole without an activity', () => {
    expect(reasonOf({ ...emptyReason, group: ' Events ', activity: ' ' })).toEqual({
      group: 'Events',
      activity: null,
      kind: 'other',
      toOtherPolicing: false,
    });
  });
});

describe('records of a reason taken off the list', () => {
  const without = (reason: Reason) => withoutReason(exampleReasons, reason);

  it('count as their words say, those lent as other policing', () => {
    expect(afterwards({ ...course, records: 1 }, without(course))).toBe(
      '1 record holds it. It keeps its words, and counts as training; if lent it stays other policing.',
    );
    expect(afterwards({ ...football, records: 12 }, without(football))).toBe(
      '12 records hold it. They keep its words, and count as other; those lent stay other policing.',
    );
    expect(afterwards({ ...football, records: 0 }, without(football))).toBe('No record holds it.');
  });

  it('count as their group where the list has it as a whole', () => {
    const group: Reason = { ...carnival, activity: null };
    expect(afterwards({ ...football, records: 2 }, [group])).toBe(
      '2 records hold it. They keep its words, and count as other policing.',
    );
  });
});
