import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import {
  changedStandards,
  isWithin,
  placedValues,
  unconfirmedValues,
  withValues,
} from '#shared/domain/standard-values.ts';
import { exampleStandards, Standards } from '#shared/domain/standards.ts';
import { expectedOf } from '#shared/planning/standards-words.ts';

describe('example standards', () => {
  it('fit their own schema and are all unconfirmed', () => {
    const standards = exampleStandards();
    expect(Standards.parse(standards)).toEqual(standards);
    // 4 duties: first assessment and 4 levels × 4 fields. Notification, not moved: first and 4 × 2. Sign-off, which
    // follows others: 4 × 2. And 8 assumptions.
    expect(unconfirmedValues(standards)).toHaveLength(4 * 17 + 9 + 8 + 8);
  });

  it('no longer name a value once the force has confirmed it', () => {
    const standards = exampleStandards();
    const [visit] = standards.duties;
    if (visit)
      visit.values.high.hours = {
        value: 7,
        source: 'Time study',
        confirmed: true,
        setOn: isoDate('2026-11-02'),
      };
    const names = unconfirmedValues(standards);
    expect(names).not.toContain('Visit hours, high risk');
    expect(names).toContain('Visit hours, very high risk');
    expect(names).toContain('Time meant for scheduled duties');
  });
});

describe('a value', () => {
  const kindOf = (key: string) => {
    const found = placedValues(exampleStandards()).find((one) => one.key === key);
    if (!found) throw new Error(`Expected the value ${key} among the examples, found none.`);
    return found.kind;
  };

  it.each([
    ['visit.high.interval', 'a whole number from 1 to 120 (months)', [1, 12], [0, 2.5]],
    ['visit.high.window', 'a whole number from 0 to 120 (months early)', [0, 3], [0.5]],
    ['visit.high.hours', 'a number from 0 (h each)', [0, 6.5], [-1]],
    ['visit.firstAssessmentDays', 'a whole number from 0 (days)', [0, 28], [1.5]],
    ['officerWeekHours', 'a number from 0 to 168 (h a week)', [0, 168], [169]],
    ['leaveDays', 'a number from 0 to 366 (days a year)', [27.5], [367]],
    ['sicknessRate', 'a share from 0 to 1 (0.05 is 5\u00a0%)', [0, 1], [1.01]],
  ])('%s is %s', (key, expected, can, cannot) => {
    const kind = kindOf(key);
    expect(expectedOf(kind)).toBe(expected);
    expect(can.filter((value) => isWithin(kind, value))).toEqual(can);
    expect(cannot.filter((value) => isWithin(kind, value))).toEqual([]);
  });

  it('is listed where it means something, and only there', () => {
    const keys = placedValues(exampleStandards()).map(({ key }) => key);
    expect(keys).toContain('notification.high.hours');
    // What cannot be moved has neither window nor catch-up; what follows other work has no first of its own.
    expect(keys).not.toContain('notification.high.window');
    expect(keys).not.toContain('signoff.firstAssessmentDays');
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is changed without touching the standards it came from, and its change told', () => {
    const before = exampleStandards();
    const after = withValues(before, (value, { key }) =>
      key === 'visit.high.hours' || key === 'leaveDays' ? { ...value, value: 9 } : value,
    );
    expect(before).toEqual(exampleStandards());
    const { added, removed, ruled, values } = changedStandards(before, after);
    expect([added, removed, ruled]).toEqual([[], [], []]);
    expect(values.map(({ key, before: was, after: is }) => [key, was.value, is.value])).toEqual([
      ['visit.high.hours', 7, 9],
      ['leaveDays', 27, 9],
    ]);
  });
});

describe('a duty', () => {
  it('that came, went or has other rules is told by itself', () => {
    const before = exampleStandards();
    const [visit, arms, ...others] = before.duties;
    if (!visit || !arms) throw new Error('Expected two duties among the examples.');
    const own = { ...visit, key: 'bail-check' };
    const immovable = { ...visit, movable: false };
    const change = changedStandards(before, { ...before, duties: [immovable, own, ...others] });
    expect(change.added).toEqual([own]);
    expect(change.removed).toEqual([arms]);
    expect(change.ruled).toEqual([immovable]);
    expect(change.values).toEqual([]);
  });
});
