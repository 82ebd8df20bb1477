import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isoDate, type Month } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { daysLost, isWorkingDay } from '#shared/planning/abstractions/days.ts';
import { spellsOf } from '#shared/planning/abstractions/spells.ts';
import { withinContract } from '#shared/planning/abstractions/within-contract.ts';
import { lostHours } from '#shared/planning/capacity.ts';
import { sum } from '#shared/planning/sum.ts';
import { absenceOf, officerOf } from '../../../../fixtures/records.ts';

const { assumptions } = exampleStandards();
const DECEMBER = '2026-12' as Month;
const JANUARY = '2027-01' as Month;
type Records = Parameters<typeof withinContract>[0];
const lost = (records: Records, officer = officerOf('3001')) =>
  lostHours([officer], withinContract(records, [officer], assumptions));

describe('absences that overlap', () => {
  it('take the hours of their days once', () => {
    // 21 to 24 and 29 to 31 December are seven working days of eight hours; 4 to 8 January five.
    const records = [
      absenceOf('3001', '2026-12-21', '2027-01-04', 72),
      absenceOf('3001', '2026-12-23', '2027-01-08', 88),
    ];
    const months = lost(records);
    expect(months.get(DECEMBER)).toBeCloseTo(56, 9);
    expect(months.get(JANUARY)).toBeCloseTo(40, 9);
  });

  it('take no more than a part-timer has, in proportion to what each takes', () => {
    // Staff at 0.6: 22.2 h of a week of five days, Monday 7 to Friday 11 December.
    const officer = officerOf('3001', { contract: 'staff', fte: 0.6 });
    const records = [
      absenceOf('3001', '2026-12-07', '2026-12-11', 30),
      absenceOf('3001', '2026-12-07', '2026-12-11', 10, 'Court'),
    ];
    const counted = withinContract(records, [officer], assumptions);
    expect(counted.map(({ from, to }) => [from, to])).toEqual(records.map(({ from, to }) => [from, to]));
    expect(counted[0]?.hours).toBeCloseTo(16.65, 9);
    expect(counted[1]?.hours).toBeCloseTo(5.55, 9);
  });

  it('on one day take that day, or what the longer of them takes of it', () => {
    const on = (time: number, group: string) => absenceOf('3001', '2026-12-09', '2026-12-09', time, group);
    expect(lost([on(8, 'Court'), on(8, 'Sickness')]).get(DECEMBER)).toBeCloseTo(8, 9);
    expect(lost([on(4, 'Court'), on(4, 'Sickness')]).get(DECEMBER)).toBeCloseTo(8, 9);
    expect(lost([on(10, 'Court'), on(8, 'Sickness')]).get(DECEMBER)).toBeCloseTo(10, 9);
  });
});

describe('an absence alone', () => {
  it('takes a long day whole, but no more of a week than is contracted', () => {
    const days = ['07', '08', '09', '10', '11'].map((day) =>
      absenceOf('3001', `2026-12-${day}`, `2026-12-${day}`, 10),
    );
    expect(withinContract(days.slice(0, 4), [officerOf('3001')], assumptions)).toEqual(days.slice(0, 4));
    expect(lost(days).get(DECEMBER)).toBeCloseTo(40, 9);
  });

  it('on days that nobody works counts as recorded, beside a week that is full', () => {
    const week = absenceOf('3001', '2026-12-07', '2026-12-11', 40);
    const saturday = absenceOf('3001', '2026-12-12', '2026-12-12', 8, 'Operational');
    expect(lost([week, saturday, { ...saturday, group: 'Court' }]).get(DECEMBER)).toBeCloseTo(56, 9);
  });

  it('of somebody unknown is left as it is', () => {
    const record = absenceOf('555', '2026-12-07', '2026-12-11', 80);
    expect(withinContract([record], [officerOf('3001')], assumptions)).toEqual([record]);
  });

  it('that gives way on some days stays one absence', () => {
    const long = { ...absenceOf('3001', '2026-12-07', '2026-12-18', 80), id: 1 };
    const court = { ...absenceOf('3001', '2026-12-09', '2026-12-09', 8, 'Court'), id: 2 };
    const counted = withinContract([long, court], [officerOf('3001')], assumptions);
    expect(counted).toMatchObject([
      { id: 1, from: '2026-12-07', to: '2026-12-08', hours: 16 },
      { id: 1, from: '2026-12-09', to: '2026-12-09', hours: 4 },
      { id: 1, from: '2026-12-10', to: '2026-12-18', hours: 56 },
      { id: 2, hours: 4 },
    ]);
    expect(spellsOf(counted).map(({ from, to }) => [from, to])).toEqual([
      ['2026-12-07', '2026-12-18'],
      ['2026-12-09', '2026-12-09'],
    ]);
  });
});

it('in no week is more lost than is contracted, nor in all more than was recorded', () => {
  const officer = officerOf('3001', { fte: 0.6 });
  const monday = isoDate('2026-11-02');
  const record = fc
    .record({
      start: fc.integer({ min: 0, max: 200 }),
      length: fc.integer({ min: 3, max: 40 }),
      aDay: fc.integer({ min: 1, max: 12 }),
    })
    .map(({ start, length, aDay }) =>
      absenceOf('3001', addDays(monday, start), addDays(monday, start + length - 1), aDay * length),
    );
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), (records) => {
      const counted = withinContract(records, [officer], assumptions);
      const all = (of: Records): number => sum(of.map((one) => one.hours));
      expect(all(counted)).toBeLessThanOrEqual(all(records) + 1e-6);
      // An absence over Christmas alone has no working day: it counts as recorded, beside the contract.
      const days = counted.flatMap((one) =>
        daysLost(one)
          .filter(isWorkingDay)
          .map((day) => ({ day, lost: one.hours / daysLost(one).length })),
      );
      const weeks = Map.groupBy(days, ({ day }) => Math.floor(daysBetween(monday, day) / 7));
      // Five days of 4.8 h, and of a bank holiday's week less: that is in the examples above.
      for (const week of weeks.values())
        expect(sum(week.map((one) => one.lost))).toBeLessThanOrEqual(24 + 1e-6);
    }),
    { numRuns: 60 },
  );
});
