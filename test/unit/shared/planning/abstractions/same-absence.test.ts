import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, monthRange, type Month } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import { hoursUntil } from '#shared/planning/abstractions/days.ts';
import { expectedByKind } from '#shared/planning/abstractions/expected.ts';
import {
  countedAbstractions,
  sameAbsences,
  type Sourced,
} from '#shared/planning/abstractions/same-absence.ts';
import { capacityBreakdown } from '#shared/planning/capacity.ts';
import { sum } from '#shared/planning/sum.ts';
import { absence, teamOf } from './rosters.ts';

const span = (id: number, from: string, to: string, time: number, source: Sourced['source']): Sourced => ({
  ...absence(id, '1001', from, 'Absence', 'Sickness'),
  to: isoDate(to),
  hours: hours(time),
  source,
});

describe('the same absence from both sources', () => {
  // Monday 12 to Friday 23 October 2026: ten working days.
  const imported = span(1, '2026-10-12', '2026-10-23', 80, 'imported');

  it('is recognised by person, kind and days', () => {
    const recorded = span(2, '2026-10-12', '2026-10-16', 40, 'recorded');
    const links = sameAbsences([imported, recorded]);
    expect(links.get(1)?.map(({ id }) => id)).toEqual([2]);
    expect(links.get(2)?.map(({ id }) => id)).toEqual([1]);
    expect(sameAbsences([imported, { ...recorded, collar: '1002' }]).size).toBe(0);
    expect(sameAbsences([imported, { ...recorded, kind: 'court' }]).size).toBe(0);
  });

  it('counts once, and keeps the days that only the duty system knows', () => {
    const recorded = span(2, '2026-10-12', '2026-10-16', 36, 'recorded');
    expect(countedAbstractions([imported, recorded])).toMatchObject([
      { id: 1, from: '2026-10-19', to: '2026-10-23', hours: 40 },
      { id: 2, hours: 36 },
    ]);
  });

  it('keeps the days before and after as two parts', () => {
    const recorded = span(2, '2026-10-14', '2026-10-20', 40, 'recorded');
    expect(countedAbstractions([imported, recorded])).toMatchObject([
      { from: '2026-10-12', to: '2026-10-13', hours: 16 },
      { from: '2026-10-21', to: '2026-10-23', hours: 24 },
      { id: 2 },
    ]);
  });

  it('does not count when every day of it is recorded', () => {
    const recorded = span(2, '2026-10-01', '2026-10-31', 160, 'recorded');
    expect(countedAbstractions([imported, recorded])).toEqual([recorded]);
  });
});

it('an absence ended early keeps the hours of the days that stay', () => {
  expect(hoursUntil(span(1, '2026-10-12', '2026-10-23', 80, 'recorded'), isoDate('2026-10-19'))).toBe(48);
});

describe('capacity with absences', () => {
  const asAt = isoDate('2026-10-31');
  const months = monthRange('2026-11' as Month, 6);
  const people = teamOf(4, 'Harbour', 1000);
  const kinds = [
    ['Absence', 'Sickness'],
    ['Court', null],
    ['Operational', 'Football'],
    ['Other', 'Meeting'],
  ] as const;
  const record = fc
    .record({
      who: fc.integer({ min: 0, max: 3 }),
      start: fc.integer({ min: -360, max: 170 }),
      length: fc.integer({ min: 1, max: 40 }),
      reason: fc.constantFrom(...kinds),
      source: fc.constantFrom('recorded' as const, 'imported' as const),
    })
    .map(({ who, start, length, reason: [group, activity], source }) => {
      const from = addDays(asAt, start);
      return {
        ...absence(0, String(1000 + who), from, group, activity),
        to: addDays(from, length - 1),
        hours: hours(length * 5),
        source,
      };
    });
  const roster = fc
    .array(record, { maxLength: 25 })
    .map((all) => all.map((one, id) => ({ ...one, id: id + 1 })));
  const input = (abstractions: readonly Sourced[]) => ({
    officers: people,
    abstractions: countedAbstractions(abstractions),
    assumptions: exampleStandards().assumptions,
    role: 'offender-manager' as const,
    absencesHeldTo: asAt,
    months,
  });

  it('that are recorded and expected falls below that with them recorded alone by the expected remainder at most', () => {
    fc.assert(
      fc.property(roster, (abstractions) => {
        const { rate, months: rows } = capacityBreakdown(input(abstractions));
        for (const row of rows) {
          const alone = row.contracted - row.leave - row.training - row.other - row.known;
          expect(row.available).toBeGreaterThanOrEqual(alone - row.expected - 1e-6);
          // What is known uses up what is expected: together they are the greater of the two.
          expect(row.known + row.expected).toBeCloseTo(Math.max(row.known, rate.rate * row.contracted), 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not fall when what is recorded is imported too', () => {
    fc.assert(
      fc.property(roster, (abstractions) => {
        const recorded = abstractions.map((one) => ({ ...one, source: 'recorded' as const }));
        const twice = [
          ...recorded,
          ...recorded.map((one) => ({ ...one, id: one.id + 1000, source: 'imported' as const })),
        ];
        expect(capacityBreakdown(input(twice))).toEqual(capacityBreakdown(input(recorded)));
      }),
      { numRuns: 60 },
    );
  });

  it('adds up kind by kind to its own terms, and each kind shrinks by what is known of it', () => {
    fc.assert(
      fc.property(roster, (abstractions) => {
        const asked = input(abstractions);
        const rows = capacityBreakdown(asked).months;
        expectedByKind(asked).months.forEach(({ known, expected }, index) => {
          expect(sum(Object.values(known))).toBeCloseTo(rows[index]?.known ?? NaN, 6);
          expect(sum(Object.values(expected))).toBeCloseTo(rows[index]?.expected ?? NaN, 6);
          expect(Math.min(...Object.values(expected))).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 60 },
    );
  });
});
