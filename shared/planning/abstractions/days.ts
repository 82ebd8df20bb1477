/** On which days an abstraction's hours are lost. */
import type { AbstractionKind, HoursByKind } from '#shared/domain/abstraction.ts';
import { abstractionKinds } from '#shared/domain/abstraction.ts';
import { workingDays } from '#shared/domain/calendar.ts';
import { daysFrom, monthOf, type IsoDate, type Month } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';

type Span = { from: IsoDate; to: IsoDate };

/** A weekday that is no bank holiday of England and Wales. */
export const isWorkingDay = (day: IsoDate): boolean => workingDays(monthOf(day)).includes(day);

/** The days over which a record's hours are spread evenly: its working days, or all its days when none works. */
export function daysLost({ from, to }: Span): readonly IsoDate[] {
  if (from === to) return [from];
  const key = `${from}${to}`;
  const days = daysBySpan.get(key) ?? workOut({ from, to });
  if (daysBySpan.size >= MOST_SPANS) daysBySpan.clear();
  daysBySpan.set(key, days);
  return days;
}

/** The same spans are asked for again and again, by thousands of records and for every figure. */
const daysBySpan = new Map<string, readonly IsoDate[]>();
const MOST_SPANS = 20_000;

/** In which months those days lie, and how many of them in each. */
export function monthsLost(span: Span): ReadonlyArray<readonly [Month, number]> {
  if (span.from === span.to) return monthOfDay(span.from);
  const days = daysLost(span);
  const known = monthsByDays.get(days);
  if (known) return known;
  const counts = new Map<Month, number>();
  for (const day of days) counts.set(monthOf(day), (counts.get(monthOf(day)) ?? 0) + 1);
  const months = [...counts];
  monthsByDays.set(days, months);
  return months;
}

function monthOfDay(day: IsoDate): ReadonlyArray<readonly [Month, number]> {
  const known = monthByDay.get(day);
  if (known) return known;
  if (monthByDay.size >= MOST_SPANS) monthByDay.clear();
  const month = [[monthOf(day), 1]] as const;
  monthByDay.set(day, month);
  return month;
}

const monthByDay = new Map<IsoDate, ReadonlyArray<readonly [Month, number]>>();
/** As long as the days themselves are kept. */
const monthsByDays = new WeakMap<readonly IsoDate[], ReadonlyArray<readonly [Month, number]>>();

function workOut({ from, to }: Span): readonly IsoDate[] {
  const days = daysFrom(from, to);
  const working = days.filter(isWorkingDay);
  return working.length > 0 ? working : days;
}

/** The hours of a record that ends earlier: they fall with the days over which they were spread. */
export function hoursUntil(record: Span & { hours: number }, to: IsoDate): number {
  const days = daysLost(record);
  return (record.hours * days.filter((day) => day <= to).length) / days.length;
}

/** Hours added up by what they were lost to. */
export function sumByKind(values: Iterable<readonly [AbstractionKind, number]>): HoursByKind {
  const byKind = noHours();
  for (const [kind, value] of values) byKind[kind] = hours(byKind[kind] + value);
  return byKind;
}

/** No hours lost to anything. */
export const noHours = (): HoursByKind =>
  Object.fromEntries(abstractionKinds.map((kind) => [kind, hours(0)])) as HoursByKind;
