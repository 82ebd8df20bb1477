import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, Month } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import {
  abstractionRate,
  capacityBreakdown,
  contractedHours,
  fullTimeHours,
  officerCapacity,
  teamCapacity,
  type CapacityInput,
} from '#shared/planning/capacity.ts';
import { absenceOf, AS_AT, officerOf } from '../../../fixtures/records.ts';

const { assumptions } = exampleStandards();
const month = (text: string): Month => Month.parse(text);
const input = (changes: Partial<CapacityInput> = {}): CapacityInput => ({
  officers: [officerOf('101')],
  abstractions: [],
  assumptions,
  role: 'offender-manager',
  absencesHeldTo: AS_AT,
  ...changes,
});
const breakdown = (of: string, changes: Partial<CapacityInput> = {}) => {
  const [row] = capacityBreakdown({ ...input(changes), months: [month(of)] }).months;
  if (!row) throw new Error(`no capacity for ${of}`);
  return row;
};

describe('contracted hours', () => {
  it.each([
    // 21 working days, Christmas Day and the substitute for Boxing Day left out
    ['an officer over Christmas 2026', officerOf('1'), '2026-12', 21 * 8],
    // Good Friday and Easter Monday 2027 are both in March
    ['an officer over Easter 2027', officerOf('1'), '2027-03', 21 * 8],
    [
      'staff at 0.6 over Christmas 2026',
      officerOf('1', { contract: 'staff', fte: 0.6 }),
      '2026-12',
      21 * 7.4 * 0.6,
    ],
    // from Wednesday 16 December: 12 weekdays, less 25 and 28
    ['an officer who starts on 16 December', officerOf('1', { start: '2026-12-16' }), '2026-12', 10 * 8],
    // to Friday 13 November, that day included
    ['an officer who leaves on 13 November', officerOf('1', { leaving: '2026-11-13' }), '2026-11', 10 * 8],
    ['an officer gone before the month', officerOf('1', { leaving: '2026-10-31' }), '2026-11', 0],
  ])('of %s', (_, officer, of, expected) => {
    expect(contractedHours(officer, month(of), assumptions)).toBeCloseTo(expected, 9);
  });
});

describe('capacity of a month', () => {
  it('is worked out by hand for one officer over Christmas 2026', () => {
    const row = breakdown('2026-12');
    expect(row.contracted).toBeCloseTo(168, 9);
    // 27 and 8 of the 253 working days of 2026
    expect(row.leave).toBeCloseTo((168 * 27) / 253, 9);
    expect(row.training).toBeCloseTo((168 * 8) / 253, 9);
    // no records held: 5 % sickness and 5 % other
    expect(row.expected).toBeCloseTo(16.8, 9);
    // 168 − 17.93 − 5.31 − 16.80 = 127.96; 65 % of it
    expect(row.scheduled).toBeCloseTo(83.173, 3);
  });

  it('adds part-timers, staff and officers, and leaves other roles out', () => {
    const officers = [
      officerOf('101'),
      officerOf('102', { contract: 'staff', fte: 0.5 }),
      officerOf('199', { role: 'supervisor' }),
      officerOf('198', { role: 'other' }),
    ];
    const [own] = teamCapacity({ ...input({ officers }), months: [month('2026-12')] });
    // (8 + 3.7) × 21 × (1 − 35/253 − 0.1) × 0.65
    expect(own).toBeCloseTo(11.7 * 21 * (1 - 35 / 253 - 0.1) * 0.65, 9);
    const [supervisor] = teamCapacity({
      ...input({ officers, role: 'supervisor' }),
      months: [month('2026-12')],
    });
    expect(supervisor).toBeCloseTo(83.173, 3);
  });

  it('is nothing without anyone in post', () => {
    expect(teamCapacity({ ...input({ officers: [] }), months: [month('2026-12')] })).toEqual([0]);
  });
});

describe('abstractions', () => {
  it('known for a month take the place of what is expected, hour for hour', () => {
    // 10 hours on Thursday 3 December; 16.8 expected
    const some = breakdown('2026-12', { abstractions: [absenceOf('101', '2026-12-03', '2026-12-03', 10)] });
    expect(some).toMatchObject({ known: 10 });
    expect(some.expected).toBeCloseTo(6.8, 9);
    expect(some.scheduled).toBeCloseTo(83.173, 3);
  });

  it('known beyond what is expected lower capacity, and nothing more is expected', () => {
    const much = breakdown('2026-12', { abstractions: [absenceOf('101', '2026-12-01', '2026-12-07', 40)] });
    expect(much.expected).toBe(0);
    expect(much.scheduled).toBeCloseTo((168 - (168 * 35) / 253 - 40) * 0.65, 9);
  });

  it("of long leave count by their records, as they are no part of the year's leave", () => {
    const officers = [officerOf('101'), officerOf('102')];
    // 336 h contracted, 46.48 leave and training; 33.6 expected while nothing is known
    expect(breakdown('2026-12', { officers }).scheduled).toBeCloseTo(166.347, 3);
    // nine months of 102: 168 h in December, more than expected; 65 % of 336 − 46.48 − 168
    const away = absenceOf('102', '2026-11-01', '2027-07-31', 188 * 8, 'Parental leave');
    expect(breakdown('2026-12', { officers, abstractions: [away] })).toMatchObject({ expected: 0 });
    expect(breakdown('2026-12', { officers, abstractions: [away] }).scheduled).toBeCloseTo(78.987, 3);
  });

  it('never take capacity below nothing', () => {
    const all = breakdown('2026-12', { abstractions: [absenceOf('101', '2026-12-01', '2026-12-31', 400)] });
    expect(all.scheduled).toBe(0);
  });

  it('are spread over working days, across months and bank holidays', () => {
    // Thursday 24 December to Tuesday 29 December: only the 24th and the 29th are working days
    const record = absenceOf('101', '2026-12-24', '2026-12-29', 16);
    expect(breakdown('2026-12', { abstractions: [record] }).known).toBeCloseTo(16, 9);
    // Wednesday 30 December to Monday 4 January: 30, 31 December and 4 January
    const across = absenceOf('101', '2026-12-30', '2027-01-04', 24);
    expect(breakdown('2026-12', { abstractions: [across] }).known).toBeCloseTo(16, 9);
    expect(breakdown('2027-01', { abstractions: [across] }).known).toBeCloseTo(8, 9);
  });

  it('on a day that nobody works count on that day', () => {
    const football = absenceOf('101', '2026-12-05', '2026-12-05', 8, 'Operational');
    expect(breakdown('2026-12', { abstractions: [football] }).known).toBe(8);
  });

  it('of leave and training do not count again, nor do those of other people', () => {
    const abstractions = [
      absenceOf('101', '2026-12-03', '2026-12-03', 8, 'Annual leave'),
      absenceOf('101', '2026-12-04', '2026-12-04', 8, 'Training'),
      absenceOf('555', '2026-12-04', '2026-12-04', 8),
    ];
    expect(breakdown('2026-12', { abstractions }).known).toBe(0);
  });
});

describe('the expected rate', () => {
  it('is the assumed one without records', () => {
    expect(abstractionRate(input())).toEqual({ rate: 0.1, from: 'assumptions', months: 0 });
    const training = [absenceOf('101', '2026-06-01', '2026-06-01', 8, 'Training')];
    expect(abstractionRate(input({ abstractions: training })).from).toBe('assumptions');
  });

  it('is what the last twelve months of records show', () => {
    // records go back further than a year; 252 working days from November 2025 to October 2026
    const abstractions = [
      absenceOf('101', '2025-03-03', '2025-03-03', 80),
      absenceOf('101', '2026-02-02', '2026-02-06', 100.8),
      absenceOf('101', '2026-11-02', '2026-11-02', 8),
    ];
    const { rate, from, months } = abstractionRate(input({ abstractions }));
    expect({ from, months }).toEqual({ from: 'records', months: 12 });
    expect(rate).toBeCloseTo(0.05, 9);
  });

  it('is nothing for people without a record where others have one, as the records then tell', () => {
    // 8 hours in the last twelve months, of somebody in another team
    const abstractions = [absenceOf('555', '2026-09-01', '2026-09-01', 8)];
    expect(abstractionRate(input({ abstractions }))).toEqual({ rate: 0, from: 'records', months: 2 });
    // 168 h in December, less leave and training
    expect(breakdown('2026-12', { abstractions }).scheduled).toBeCloseTo(168 * (1 - 35 / 253) * 0.65, 9);
  });

  it('is the assumed one where records are held of other times only', () => {
    const abstractions = [
      absenceOf('101', '2025-10-31', '2025-10-31', 8),
      absenceOf('101', '2026-11-01', '2026-11-30', 40),
    ];
    expect(abstractionRate(input({ abstractions })).from).toBe('assumptions');
  });

  it('rests on the twelve whole months before absence stops being held', () => {
    // 5 July 2025 to 17 July 2026 is held: July 2025 to June 2026, 253 working days, count whole
    const abstractions = [
      absenceOf('101', '2025-06-02', '2025-06-02', 8),
      absenceOf('101', '2025-07-07', '2025-07-11', 40),
      absenceOf('101', '2026-06-01', '2026-06-12', 61.2),
      absenceOf('101', '2026-07-13', '2026-07-17', 40),
    ];
    const held = { abstractions, absencesHeldTo: isoDate('2026-07-17') };
    const { rate, months } = abstractionRate(input(held));
    expect(months).toBe(12);
    expect(rate).toBeCloseTo((40 + 61.2) / (253 * 8), 9);
    // 168 h in December at that rate, none of it known
    expect(breakdown('2026-12', held).expected).toBeCloseTo(168 * rate, 9);
    // 61.2 h fell into the months before the snapshot too, of 252 working days; 40 h and nothing from August on
    expect(abstractionRate(input({ abstractions })).rate).toBeCloseTo((61.2 + 40) / (252 * 8), 9);
  });

  it('rests on the months since records began, where that is less than a year', () => {
    const abstractions = [absenceOf('101', '2026-09-01', '2026-09-01', 34.4)];
    // 22 working days each in September and October 2026
    const { rate, months } = abstractionRate(input({ abstractions }));
    expect(months).toBe(2);
    expect(rate).toBeCloseTo(34.4 / (44 * 8), 9);
  });
});

it('capacity never rises with more absence, and is never below nothing', () => {
  const anyRecord = fc
    .record({
      start: fc.integer({ min: -300, max: 60 }),
      days: fc.integer({ min: 0, max: 40 }),
      time: fc.integer({ min: 1, max: 300 }),
    })
    .map(({ start, days, time }) =>
      absenceOf('101', addDays(AS_AT, start), addDays(AS_AT, start + days), time),
    );
  const months = [month('2026-11'), month('2026-12')];
  fc.assert(
    fc.property(
      fc.array(anyRecord, { maxLength: 6 }),
      fc.integer({ min: 1, max: 100 }),
      (abstractions, more) => {
        const before = teamCapacity({ ...input({ abstractions }), months });
        const extra = absenceOf('101', isoDate('2026-12-02'), isoDate('2026-12-02'), more);
        const after = teamCapacity({ ...input({ abstractions: [...abstractions, extra] }), months });
        // With no past records the rate stays as assumed or recorded: only December can change.
        expect(after[1] ?? 0).toBeLessThanOrEqual((before[1] ?? 0) + 1e-9);
        for (const value of [...before, ...after]) expect(value).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

it('officers have their own hours each month, and are told to have left before the first month without a day of theirs', () => {
  const months = [month('2026-11'), month('2026-12'), month('2027-01')];
  const officers = [
    officerOf('101'),
    officerOf('102', { leaving: '2026-11-13' }),
    officerOf('103', { leaving: '2026-08-02' }),
    officerOf('104', { leaving: '2027-01-31' }),
  ];
  const own = officerCapacity({ ...input({ officers }), months });
  expect(own.map(({ officer, goneFrom }) => [officer, goneFrom])).toEqual([
    ['101', null],
    ['102', 1],
    ['103', 0],
    ['104', null],
  ]);
  expect(own[1]?.capacity.map((time) => time > 0)).toEqual([true, false, false]);
});

describe('the hours of one full-time officer', () => {
  it('are worked out by hand, whoever is there', () => {
    // December 2026: 168 h contracted, 17.93 leave, 5.31 training, 16.80 expected; 65 % of 127.96
    for (const officers of [[], [officerOf('101', { contract: 'staff', fte: 0.4 })]]) {
      const [own] = fullTimeHours({ ...input({ officers }), months: [month('2026-12')] });
      expect(own).toBeCloseTo(83.173, 3);
    }
  });

  it('take the abstraction rate of the team, and no record again', () => {
    const officers = [officerOf('101'), officerOf('102')];
    const abstractions = [absenceOf('101', '2026-10-01', '2026-10-30', 88)];
    const future = absenceOf('102', '2026-12-01', '2026-12-31', 100);
    const [own] = fullTimeHours({
      ...input({ officers, abstractions: [...abstractions, future] }),
      months: [month('2026-12')],
    });
    // October 2026 has 22 working days, 352 h for two: 88 h of them are a quarter
    expect(own).toBeCloseTo((168 * (1 - 35 / 253) - 168 * 0.25) * 0.65, 9);
  });
});
