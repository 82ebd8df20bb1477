/**
 * The same absence known twice: recorded by a person and imported from a duty system. It is recognised by person,
 * kind and days, so that no hour of it counts twice and no day of it is lost.
 */
import type { KindedAbstraction } from '#shared/domain/abstraction.ts';
import { addDays, daysBetween, type IsoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { daysLost } from './days.ts';

export type Sourced = KindedAbstraction & { id: number; source: 'recorded' | 'imported' };

/** Of other kinds than "other" a person has one at a time; what is only "other" must be of one group. */
const isSame = (one: Sourced, two: Sourced): boolean =>
  one.collar === two.collar &&
  one.kind === two.kind &&
  one.from <= two.to &&
  two.from <= one.to &&
  (one.kind !== 'other' || one.group.trim().toLowerCase() === two.group.trim().toLowerCase());

/** For each record that is known twice, the records of the other source that are the same absence. */
export function sameAbsences<T extends Sourced>(records: readonly T[]): Map<number, T[]> {
  const recorded = new Map<string, T[]>();
  for (const one of records) {
    if (one.source === 'recorded') recorded.set(one.collar, [...(recorded.get(one.collar) ?? []), one]);
  }
  const same = new Map<number, T[]>();
  const link = (from: T, to: T): void => {
    same.set(from.id, [...(same.get(from.id) ?? []), to]);
  };
  for (const one of records) {
    if (one.source === 'recorded') continue;
    for (const other of recorded.get(one.collar) ?? []) {
      if (!isSame(one, other)) continue;
      link(one, other);
      link(other, one);
    }
  }
  return same;
}

/**
 * The records as they count. A recorded one counts whole; of an imported one that is the same, the days remain that
 * no recorded one reaches, with their part of its hours: an export that runs on beyond what was recorded is not lost.
 */
export function countedAbstractions<T extends Sourced>(records: readonly T[]): T[] {
  const same = sameAbsences(records);
  return records.flatMap((record) => {
    const others = record.source === 'imported' ? same.get(record.id) : undefined;
    return others ? remainder(record, others) : [record];
  });
}

function remainder<T extends Sourced>(record: T, recorded: readonly T[]): T[] {
  const days = daysLost(record);
  const left = days.filter((day) => !recorded.some((one) => one.from <= day && day <= one.to));
  return runs(left, recorded).map(([from, to, count]) => ({
    ...record,
    from,
    to,
    hours: hours((record.hours * count) / days.length),
  }));
}

/** Runs of days with no recorded day between them: first, last and how many. */
function runs(days: readonly IsoDate[], recorded: readonly Sourced[]): Array<[IsoDate, IsoDate, number]> {
  const found: Array<[IsoDate, IsoDate, number]> = [];
  for (const day of days) {
    const last = found.at(-1);
    const isBroken =
      !last || recorded.some((one) => one.from < day && one.to > last[1]) || daysBetween(last[1], day) > 7;
    if (isBroken) found.push([day, day, 1]);
    else found[found.length - 1] = [last[0], day, last[2] + 1];
  }
  return found;
}

/** True when the second begins on the day after the first ends, or before: one absence in two rows. */
export const isContinued = (one: { to: IsoDate }, next: { from: IsoDate }): boolean =>
  next.from <= one.to || next.from === addDays(one.to, 1);
