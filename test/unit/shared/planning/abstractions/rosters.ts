/** Invented absences for tests: by hand, and by chance from a seed. */
import type { Random } from '#electron/engine/demo/random.ts';
import { workingDays } from '#shared/domain/calendar.ts';
import { addDays, daysFrom, isoDate, monthOf, type IsoDate } from '#shared/domain/dates.ts';
import type { Officer } from '#shared/domain/officer.ts';
import { hours } from '#shared/domain/units.ts';
import { kindsOf } from '#shared/planning/abstractions/kind.ts';
import type { Sourced } from '#shared/planning/abstractions/same-absence.ts';
import { officerOf } from '../../../../fixtures/records.ts';

const kindOf = kindsOf([]);

/** One imported day of eight hours. */
export function absence(
  id: number,
  collar: string,
  day: string,
  group = 'Court',
  activity: string | null = null,
): Sourced {
  const from = isoDate(day);
  const reason = { group, activity, toOtherPolicing: group === 'Operational' };
  return {
    id,
    collar,
    from,
    to: from,
    hours: hours(8),
    detail: null,
    ...reason,
    kind: kindOf(reason),
    source: 'imported',
    list: '',
  };
}

export const teamOf = (count: number, team = 'Harbour', first = 1000): Officer[] =>
  Array.from({ length: count }, (_, index) => officerOf(String(first + index), { team }));

const reasons = [
  ['Absence', 'Sickness'],
  ['Court', 'Crown Court'],
  ['Training', 'Personal safety'],
  ['Operational', 'Football'],
  ['Operational', 'Mutual aid'],
] as const;

/** A year in which every working day of every person is lost with one probability, for any of the reasons alike. */
export function chanceRoster(
  random: Random,
  people: readonly Officer[],
  asAt: IsoDate,
  rate: number,
): Sourced[] {
  const days = daysFrom(addDays(asAt, -363), asAt).filter((day) => workingDays(monthOf(day)).includes(day));
  const records: Sourced[] = [];
  for (const { collar } of people) {
    for (const day of days) {
      if (!random.chance(rate)) continue;
      const [group, activity] = reasons[random.int(0, reasons.length - 1)] ?? reasons[0];
      records.push(absence(records.length + 1, collar, day, group, activity));
    }
  }
  return records;
}

/** So many of the values, each as likely as any other. */
export function sample<T>(random: Random, values: readonly T[], count: number): T[] {
  const left = [...values];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(random.int(0, left.length - 1), 1),
  ).flat();
}
