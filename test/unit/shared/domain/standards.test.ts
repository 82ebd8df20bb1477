import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/domain/dates.ts';
import { exampleStandards, Standards, unconfirmedValues } from '#shared/domain/standards.ts';

describe('example standards', () => {
  it('fit their own schema and are all unconfirmed', () => {
    const standards = exampleStandards();
    expect(Standards.parse(standards)).toEqual(standards);
    // per duty: first assessment and 4 levels × 4 fields; and 8 assumptions
    expect(unconfirmedValues(standards)).toHaveLength(standards.duties.length * 17 + 8);
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
