/**
 * The same absence from different lists of a duty system: one that runs on has a later last day in the next list, and a
 * list may correct days and hours. A person is away for one reason once on a day, so such records overlap.
 */
import type { KindedAbstraction } from '#shared/domain/abstraction.ts';
import { addDays, type IsoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { hoursUntil } from './days.ts';
import { reasonKey } from './kind.ts';

/** An imported record with the place of its list among lists, by {@link listOrder}; empty where it came with none. */
export type Listed = Omit<KindedAbstraction, 'kind'> & { list: string };

const ID_DIGITS = 12;

/**
 * Text by which lists compare: the newer is the greater.
 * @param day the day that the list speaks of; of one that speaks only of days ahead, the day it was loaded
 * @param id of two of a day the one loaded later, which has the greater id, is the newer; null for one being loaded
 */
export const listOrder = (day: IsoDate, id: number | null): string =>
  `${day} ${id === null ? '~' : String(id).padStart(ID_DIGITS, '0')}`;

/** Pairs of imported records that are one absence in two lists: the older first. */
export function toldTwice<T extends Listed>(imported: readonly T[]): Array<[older: T, newer: T]> {
  const pairs: Array<[T, T]> = [];
  for (const records of Map.groupBy(imported, keyReader()).values()) {
    const inOrder = records.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    inOrder.forEach((one, index) => {
      for (let at = index + 1; at < inOrder.length; at += 1) {
        const other = inOrder[at];
        if (!other || other.from > one.to) break;
        if (one.list !== other.list) pairs.push(one.list < other.list ? [one, other] : [other, one]);
      }
    });
  }
  return pairs;
}

/** Person and reason as one text. Records are many and their reasons few. */
function keyReader(): (record: Listed) => string {
  const known = new Map<string, string>();
  return ({ collar, group, activity, toOtherPolicing }) => {
    const spelt = `${group}\n${activity ?? ''}`;
    const reason = known.get(spelt) ?? reasonKey({ group, activity });
    known.set(spelt, reason);
    return `${collar}\n${String(toOtherPolicing)}\n${reason}`;
  };
}

/**
 * What still counts of a record that newer lists tell of: a list tells of an absence from the first day that it gives,
 * so the days before remain, with their part of the hours. Null when nothing does.
 */
export function untilNewer<T extends Listed>(record: T, newer: ReadonlyArray<{ from: IsoDate }>): T | null {
  const toldFrom = newer.reduce<IsoDate | null>(
    (first, { from }) => (first === null || from < first ? from : first),
    null,
  );
  if (toldFrom === null) return record;
  const to = addDays(toldFrom, -1);
  const lost = hoursUntil(record, to);
  return lost > 0 ? { ...record, to, hours: hours(lost) } : null;
}
