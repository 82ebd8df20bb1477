/**
 * No more is lost than there is: absences of one person that overlap, whatever their reasons, take the hours of a day
 * once. In a week a person loses no more than is contracted for its working days; on a day no more than that day's
 * part of it, or than one absence alone takes, as who works four long days or three whole ones loses those. What is
 * lost on days that nobody works is beside the contract and counts as recorded.
 */
import type { KindedAbstraction } from '#shared/domain/abstraction.ts';
import { addDays, daysFrom, weekday, type IsoDate } from '#shared/domain/dates.ts';
import { inPost, type Officer } from '#shared/domain/officer.ts';
import { hours } from '#shared/domain/units.ts';
import { contractedDay, type Assumptions } from '../capacity.ts';
import { sum } from '../sum.ts';
import { daysLost, isWorkingDay } from './days.ts';

const DAYS_A_WEEK = 7;

/** The working days of a day's week; the same list for all its days. Records are many and weeks few. */
function weekReader(): (day: IsoDate) => readonly IsoDate[] {
  const known = new Map<IsoDate, readonly IsoDate[]>();
  return (day) => known.get(day) ?? workOut(day);

  function workOut(day: IsoDate): readonly IsoDate[] {
    const monday = addDays(day, -((weekday(day) + DAYS_A_WEEK - 1) % DAYS_A_WEEK));
    const week = daysFrom(monday, addDays(monday, DAYS_A_WEEK - 1));
    const worked = week.filter(isWorkingDay);
    for (const one of week) known.set(one, worked);
    return worked;
  }
}

/** Contracted hours of a person's working days in post within a span: what an absence of whole days takes. */
export function contractedWithin(
  person: Officer,
  { from, to }: { from: IsoDate; to: IsoDate },
  assumptions: Assumptions,
): number {
  const worked = daysFrom(from, to).filter((day) => isWorkingDay(day) && inPost(person, day)).length;
  return contractedDay(person, assumptions) * worked;
}

/** What one record takes of one day: `aDay` by itself, `hours` beside the others. */
type Part<T> = { record: T; day: IsoDate; aDay: number; hours: number };

/**
 * The records with no more hours than the contracts of their people hold; all that overlap give way in proportion. One
 * that gives way on some of its days only is given in parts that follow each other. Of people unknown as they are.
 *
 * @param abstractions as they count otherwise, of anyone
 */
export function withinContract<T extends KindedAbstraction>(
  abstractions: readonly T[],
  people: readonly Officer[],
  assumptions: Assumptions,
): T[] {
  const byPerson = Map.groupBy(abstractions, ({ collar }) => collar);
  const weekOf = weekReader();
  const lessened = new Map<T, Map<IsoDate, number>>();
  for (const person of people) {
    const aDay = contractedDay(person, assumptions);
    const isLost = (day: IsoDate): boolean => weekOf(day).includes(day) && inPost(person, day);
    const lost = partsOf(byPerson.get(person.collar) ?? [], isLost);
    for (const [week, parts] of Map.groupBy(lost, ({ day }) => weekOf(day))) {
      const worked = week.filter((day) => inPost(person, day)).length;
      for (const { record, day, hours: left, ...part } of fitted(fittedByDay(parts, aDay), aDay * worked)) {
        if (left === part.aDay) continue;
        lessened.set(record, (lessened.get(record) ?? new Map<IsoDate, number>()).set(day, left));
      }
    }
  }
  return abstractions.flatMap((record) => inParts(record, lessened.get(record)));
}

const partsOf = <T extends KindedAbstraction>(
  records: readonly T[],
  isLost: (day: IsoDate) => boolean,
): Array<Part<T>> =>
  records.flatMap((record) => {
    const days = daysLost(record);
    const aDay = record.hours / days.length;
    return days.filter(isLost).map((day) => ({ record, day, aDay, hours: aDay }));
  });

const fittedByDay = <T>(parts: ReadonlyArray<Part<T>>, aDay: number): Array<Part<T>> =>
  [...Map.groupBy(parts, ({ day }) => day).values()].flatMap((own) =>
    fitted(own, Math.max(aDay, ...own.map((part) => part.hours))),
  );

/** The parts, all lessened by one factor where they come to more than the bound. */
function fitted<T>(parts: Array<Part<T>>, bound: number): Array<Part<T>> {
  const total = sum(parts.map((part) => part.hours));
  return total <= bound ? parts : parts.map((part) => ({ ...part, hours: (part.hours * bound) / total }));
}

/** A record cut where what it takes of a day changes; each part reaches to the next, so that it stays one absence. */
function inParts<T extends KindedAbstraction>(
  record: T,
  lessened: ReadonlyMap<IsoDate, number> | undefined,
): T[] {
  if (!lessened) return [record];
  const parts: Array<{ from: IsoDate; aDay: number; days: number }> = [];
  const days = daysLost(record);
  for (const day of days) {
    const aDay = lessened.get(day) ?? record.hours / days.length;
    const last = parts.at(-1);
    if (last?.aDay === aDay) last.days += 1;
    else parts.push({ from: last ? day : record.from, aDay, days: 1 });
  }
  return parts.map(({ from, aDay, days }, index) => {
    const next = parts[index + 1];
    return { ...record, from, to: next ? addDays(next.from, -1) : record.to, hours: hours(aDay * days) };
  });
}
