/** A team's month, people by days: who is away, for how long and what for. */
import type { AbstractionKind, AbstractionRecord, HoursByKind } from '#shared/domain/abstraction.ts';
import { workingDays } from '#shared/domain/calendar.ts';
import { daysFrom, firstDayOf, lastDayOf, type IsoDate, type Month } from '#shared/domain/dates.ts';
import { inPost, type Officer, type OfficerRole } from '#shared/domain/officer.ts';
import { hours, type Hours } from '#shared/domain/units.ts';
import { sum } from '../sum.ts';
import { daysLost, sumByKind } from './days.ts';

type CalendarCell = {
  day: IsoDate;
  hours: Hours;
  kind: AbstractionKind;
  toOtherPolicing: boolean;
  isReviewed: boolean;
  ids: number[];
};

export type TeamMonth = {
  month: Month;
  days: Array<{ day: IsoDate; isWorkingDay: boolean; away: number }>;
  officers: Array<{ collar: string; role: OfficerRole; hours: Hours; cells: CalendarCell[] }>;
  hoursByKind: HoursByKind;
};

type Lost = { record: AbstractionRecord; hours: number };

/**
 * @param input people of the team, also those who left; those neither in post in the month nor away are left out.
 *   Abstractions as they count, of anyone.
 */
export function abstractionCalendar(input: {
  people: readonly Officer[];
  abstractions: readonly AbstractionRecord[];
  month: Month;
}): TeamMonth {
  const { month } = input;
  const days = daysFrom(firstDayOf(month), lastDayOf(month));
  const people = [...input.people].sort((a, b) => (a.collar < b.collar ? -1 : 1));
  const officers = people.flatMap((person) => {
    const own = input.abstractions.filter(({ collar }) => collar === person.collar);
    const cells = cellsOf(own, person, month);
    const isThere = days.some((day) => inPost(person, day));
    const lost = hours(sum(cells.map((cell) => cell.hours)));
    return isThere || cells.length > 0
      ? [{ collar: person.collar, role: person.role, hours: lost, cells }]
      : [];
  });
  const away = officers.flatMap(({ cells }) => cells.map(({ day }) => day));
  const mine = new Map(people.map((person) => [person.collar, person]));
  const byKind = input.abstractions.flatMap((record) => {
    const person = mine.get(record.collar);
    const lost = person ? lostDays(record, person, month) : [];
    return [[record.kind, sum(lost.map(([, one]) => one.hours))] as const];
  });
  return {
    month,
    days: days.map((day) => ({
      day,
      isWorkingDay: workingDays(month).includes(day),
      away: away.filter((one) => one === day).length,
    })),
    officers,
    hoursByKind: sumByKind(byKind),
  };
}

/** As capacity counts it: time away while out of post is nobody's. */
function lostDays(record: AbstractionRecord, person: Officer, month: Month): Array<[IsoDate, Lost]> {
  const all = daysLost(record);
  return all
    .filter((day) => day.startsWith(month) && inPost(person, day))
    .map((day) => [day, { record, hours: record.hours / all.length }]);
}

function cellsOf(records: readonly AbstractionRecord[], person: Officer, month: Month): CalendarCell[] {
  const byDay = new Map<IsoDate, Lost[]>();
  for (const [day, lost] of records.flatMap((record) => lostDays(record, person, month))) {
    byDay.set(day, [...(byDay.get(day) ?? []), lost]);
  }
  return [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([day, lost]) => cellOf(day, lost));
}

function cellOf(day: IsoDate, lost: readonly Lost[]): CalendarCell[] {
  const [most] = [...lost].sort((a, b) => b.hours - a.hours);
  if (!most) return [];
  return [
    {
      day,
      hours: hours(sum(lost.map((one) => one.hours))),
      kind: most.record.kind,
      toOtherPolicing: lost.some(({ record }) => record.toOtherPolicing || record.kind === 'other-policing'),
      isReviewed: lost.every(({ record }) => record.reviewed !== null),
      ids: [...new Set(lost.map(({ record }) => record.id))],
    },
  ];
}
