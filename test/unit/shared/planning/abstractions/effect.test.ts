import { describe, expect, it } from 'vitest';
import { isoDate, monthRange, type Month } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import {
  countedInWords,
  effectByMonth,
  fellOverdue,
  hoursPerOccurrence,
} from '#shared/planning/abstractions/effect.ts';
import { kindsOf } from '#shared/planning/abstractions/kind.ts';
import { abstractionRates } from '#shared/planning/abstractions/rate.ts';
import { movingTogether, rankCorrelation, togetherSaid } from '#shared/planning/abstractions/together.ts';
import { outstandingCases } from '#shared/planning/backlog/outstanding.ts';
import { caseOf, dutyState } from '../../../../fixtures/records.ts';
import { absence, teamOf } from './rosters.ts';

const standards = exampleStandards();
const october = '2026-10' as Month;

describe('the kind of a reason', () => {
  const kindOf = kindsOf([
    { group: 'Ops', activity: null, kind: 'other-policing', toOtherPolicing: true },
    { group: 'ops', activity: 'Briefing', kind: 'other', toOtherPolicing: false },
  ]);
  const of = (group: string, activity: string | null, toOtherPolicing = false) =>
    kindOf({ group, activity, toOtherPolicing });

  it('is as the list has it, by activity before group, however spelt', () => {
    expect(of('OPS ', 'Carnival')).toBe('other-policing');
    expect(of('Ops', 'briefing')).toBe('other');
  });

  it('is read from the words of a reason that the list lacks', () => {
    expect(of('Sick leave', null)).toBe('sickness');
    expect(of('Absence', 'Annual leave')).toBe('leave');
    expect(of('Leave', 'Maternity leave')).toBe('long-leave');
    expect(of('Long-term sick leave', null)).toBe('sickness');
    expect(of('Court', 'Crown')).toBe('court');
    expect(of('Cover', null)).toBe('other');
    expect(of('Cover', null, true)).toBe('other-policing');
  });
});

describe('the effect', () => {
  // A medium case: two visits of 7 h a year (every 6 months), ARMS of 6 h and RMP of 2 h once.
  const owing = [dutyState('visit', '2026-06-01', null), dutyState('arms', '2026-06-01', null)];
  const cases = [caseOf('D1', { duties: owing })];

  it('takes the mean hours of what the cases owe in a year', () => {
    const [yearly, time] = [2 + 1 + 1, 2 * 7 + 6 + 2];
    expect(hoursPerOccurrence(cases, standards, 'medium')).toBeCloseTo(time / yearly);
    expect(hoursPerOccurrence([], standards, 'medium')).toBeNull();
  });

  it('counts the work that fell due between the last snapshots of two months and is outstanding at the later', () => {
    const visit = (reference: string, due: string) =>
      caseOf(reference, { duties: [dutyState('visit', '2026-01-01', due)] });
    const later = {
      asAt: isoDate('2026-10-31'),
      cases: [
        visit('A', '2026-09-30'),
        visit('B', '2026-10-01'),
        visit('C', '2026-10-31'),
        visit('D', '2026-11-01'),
      ],
    };
    const overdue = fellOverdue([{ asAt: isoDate('2026-09-30'), cases: [] }, later], standards, 'medium');
    expect(overdue.get(october)?.get('Harbour')).toBe(2);
    expect(overdue.has('2026-09' as Month)).toBe(false);
    const all = outstandingCases({ ...later, standards, unassessedAs: 'medium' });
    expect(all.filter(({ dueDate }) => dueDate > '2026-09-30')).toHaveLength(2);
  });

  it('counts the same kinds of work on both sides, and says which', () => {
    const notified = caseOf('E', { duties: [dutyState('notification', '2025-10-15', '2026-10-15')] });
    const after = { asAt: isoDate('2026-10-31'), cases: [notified] };
    const overdue = fellOverdue([{ asAt: isoDate('2026-09-30'), cases: [] }, after], standards, 'medium');
    expect(overdue.get(october)?.get('Harbour')).toBeUndefined();
    // It is outstanding all the same, and the backlog says so.
    const all = outstandingCases({ ...after, standards, unassessedAs: 'medium' });
    expect(all.map(({ duty }) => duty)).toContain('notification');
    expect(countedInWords(standards)).toBe(
      'Counted is the work of offender managers that can be moved: Visit, ARMS and RMP review. Not counted, as lost hours do not put it off: Notification.',
    );
    const movable = standards.duties.filter((duty) => duty.movable);
    expect(countedInWords({ ...standards, duties: movable })).not.toContain('Not counted');
  });

  it('sets lost hours, by kind, beside the occurrences they would have done', () => {
    const [row] = effectByMonth({
      team: 'Harbour',
      people: teamOf(2),
      abstractions: [
        absence(1, '1000', '2026-10-12', 'Court'),
        absence(2, '1001', '2026-10-13', 'Operational', 'Football'),
        absence(3, '9999', '2026-10-14', 'Court'),
      ],
      months: [october],
      overdue: new Map([[october, new Map([['Harbour', 3]])]]),
      hoursPerOccurrence: hours(5.2),
      scheduledShare: 0.65,
    });
    expect(row).toMatchObject({ lost: 16, toOtherPolicing: 8, fellOverdue: 3, fellOverdueNext: null });
    expect(row?.byKind).toMatchObject({ court: 8, 'other-policing': 8, leave: 0 });
    expect(row?.occurrences).toBeCloseTo(2);
  });
});

describe('moving together', () => {
  it('is a correlation of ranks, equals sharing theirs', () => {
    expect(
      rankCorrelation([
        [1, 10],
        [2, 20],
        [3, 90],
      ]),
    ).toBeCloseTo(1);
    expect(
      rankCorrelation([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    ).toBeCloseTo(-1);
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 ÷ √(4.5 × 5).
    expect(
      rankCorrelation([
        [1, 1],
        [5, 2],
        [5, 3],
        [9, 4],
      ]),
    ).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5));
    expect(
      rankCorrelation([
        [1, 1],
        [1, 2],
      ]),
    ).toBeNull();
  });

  const rows = (count: number) =>
    monthRange('2026-01' as Month, count).map((month, index) => ({
      month,
      lost: hours(index),
      byKind: {
        leave: hours(0),
        'long-leave': hours(0),
        sickness: hours(0),
        training: hours(0),
        court: hours(0),
        'other-policing': hours(0),
        other: hours(0),
      },
      toOtherPolicing: hours(0),
      occurrences: null,
      fellOverdue: index * 2,
      fellOverdueNext: index === count - 1 ? null : 50 - index,
    }));

  it('says on how many months it rests, and that it is no cause', () => {
    const [same, next, lent] = movingTogether(rows(12));
    expect(same).toMatchObject({ lag: 0, months: 12, correlation: 1 });
    expect(same?.said).toContain('does not make the one the cause of the other');
    expect(next).toMatchObject({ lag: 1, months: 11, correlation: -1 });
    expect(lent).toMatchObject({ hours: 'to-other-policing', correlation: null });
  });

  it('is not told of a few months', () => {
    const [few] = movingTogether(rows(5));
    expect(few).toMatchObject({ months: 5, correlation: null });
    expect(few?.said).toContain('Too few months');
  });

  it('is said in one sentence where no more than chance would have it, else in four', () => {
    // Of six months in this order the ranks hardly agree with what fell overdue: 4, 1, 6, 3, 2, 5.
    const overdue = [4, 1, 6, 3, 2, 5];
    const unrelated = rows(7).map((row, index) => ({
      ...row,
      toOtherPolicing: row.lost,
      fellOverdue: overdue[index] ?? 3.5,
      fellOverdueNext: overdue[index] ?? null,
    }));
    expect(togetherSaid(movingTogether(unrelated))).toEqual([
      expect.stringMatching(/^Over at least 6 months, neither hours lost nor hours lent .* than chance/),
    ]);
    expect(togetherSaid(movingTogether(rows(12)))).toHaveLength(4);
  });
});

describe('the rate', () => {
  it('sets 32 % assumed beside what was measured, over the kinds that records are held of', () => {
    // October 2026 has 22 working days: one officer's 176 contracted hours, of which 44 are lost to sickness.
    const people = teamOf(1);
    const lost = { ...absence(1, '1000', '2026-10-12', 'Absence', 'Sickness'), hours: hours(44) };
    const assumptions = { ...standards.assumptions };
    assumptions.sicknessRate = { ...assumptions.sicknessRate, value: 0.32 };
    const rates = abstractionRates({ people, abstractions: [lost], assumptions, months: [october] });
    expect(rates.months).toMatchObject([{ contracted: 176, lost: 44, assumed: 0.32, actual: 0.25 }]);
    expect(rates).toMatchObject({ assumedOfHeld: 0.32, actual: 0.25 });
    expect(rates.shares.map(({ of, actual }) => [of, actual])).toEqual([
      ['leave', null],
      ['sickness', 0.25],
      ['training', null],
      ['rest', null],
    ]);
  });

  it('without any record is not known', () => {
    const asked = { people: teamOf(1), abstractions: [], assumptions: standards.assumptions };
    const rates = abstractionRates({ ...asked, months: [october] });
    expect(rates).toMatchObject({
      actual: null,
      assumedOfHeld: null,
      months: [{ actual: null, assumed: null }],
    });
  });
});
