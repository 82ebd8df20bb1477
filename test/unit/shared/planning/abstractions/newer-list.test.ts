import { describe, expect, it } from 'vitest';
import { isoDate, type Month } from '#shared/domain/dates.ts';
import { exampleStandards } from '#shared/domain/standards.ts';
import { hours } from '#shared/domain/units.ts';
import { listOrder } from '#shared/planning/abstractions/newer-list.ts';
import {
  countedAbstractions,
  sameAbsences,
  type Sourced,
} from '#shared/planning/abstractions/same-absence.ts';
import { capacityBreakdown } from '#shared/planning/capacity.ts';
import { absence, teamOf } from './rosters.ts';

const september = listOrder(isoDate('2026-09-30'), 1);
const october = listOrder(isoDate('2026-10-31'), 2);

const sick = (id: number, from: string, to: string, time: number, list: string): Sourced => ({
  ...absence(id, '1001', from, 'Absence', 'Sickness'),
  to: isoDate(to),
  hours: hours(time),
  list,
});
/** Monday 14 to Wednesday 30 September 2026: thirteen working days; to Friday 16 October: twenty-five. */
const until30 = sick(1, '2026-09-14', '2026-09-30', 104, september);
const until16 = sick(2, '2026-09-14', '2026-10-16', 200, october);

describe('an absence that runs on', () => {
  it('counts once, as the newer list has it, in whatever order the lists were loaded', () => {
    expect(countedAbstractions([until30, until16])).toEqual([until16]);
    expect(countedAbstractions([until16, until30])).toEqual([until16]);
    expect(sameAbsences([until30, until16]).get(1)).toEqual([until16]);
    expect(sameAbsences([until30, until16]).get(2)).toEqual([until30]);
  });

  it('takes its hours from capacity once: 13 of its 25 days lie in September', () => {
    const { months } = capacityBreakdown({
      officers: teamOf(1, 'Harbour', 1001),
      abstractions: countedAbstractions([until30, until16]),
      assumptions: exampleStandards().assumptions,
      role: 'offender-manager',
      absencesHeldTo: isoDate('2026-10-31'),
      months: ['2026-09', '2026-10'] as Month[],
    });
    expect(months.map(({ known }) => known)).toEqual([104, 96]);
  });

  it('counts as the older list has it once the newer is taken out', () => {
    expect(countedAbstractions([until30])).toEqual([until30]);
  });

  it('has ended where the newer list has it end earlier, and its days and hours are corrected by that one', () => {
    const planned = { ...until16, list: september };
    const ended = { ...until30, list: october };
    expect(countedAbstractions([planned, ended])).toEqual([ended]);
    const corrected = { ...until30, id: 3, hours: hours(96), list: october };
    expect(countedAbstractions([until30, corrected])).toEqual([corrected]);
  });

  it('whose newer list begins within it keeps the days before', () => {
    // An export cut off at the month: Thursday 1 to Friday 16 October, twelve working days.
    const cutOff = sick(2, '2026-10-01', '2026-10-16', 96, october);
    const whole = { ...until16, id: 1, list: september };
    expect(countedAbstractions([whole, cutOff])).toMatchObject([
      { id: 1, from: '2026-09-14', to: '2026-09-30', hours: 104 },
      { id: 2, hours: 96 },
    ]);
  });

  it('told as one absence and then day by day counts day by day', () => {
    const week = sick(1, '2026-10-12', '2026-10-16', 40, september);
    const days = ['12', '13', '14', '15', '16'].map((day, index) =>
      sick(2 + index, `2026-10-${day}`, `2026-10-${day}`, 7, october),
    );
    expect(countedAbstractions([week, ...days])).toEqual(days);
  });

  it('is another absence where person, reason, other policing or the days differ, or the list is the same', () => {
    for (const other of [
      { ...until16, collar: '1002' },
      { ...until16, activity: 'Injury on duty' },
      { ...until16, toOtherPolicing: true },
      { ...until16, from: isoDate('2026-10-01') },
      { ...until16, list: september },
    ])
      expect(countedAbstractions([until30, other])).toEqual([until30, other]);
    expect(countedAbstractions([until30, { ...until16, activity: ' SICKNESS' }])).toHaveLength(1);
  });
});

it('a list is newer by the day that it speaks of, and of one day by being loaded later', () => {
  const inOrder = [
    september,
    listOrder(isoDate('2026-09-30'), 12),
    listOrder(isoDate('2026-09-30'), null),
    october,
  ];
  expect(inOrder.toSorted()).toEqual(inOrder);
});
