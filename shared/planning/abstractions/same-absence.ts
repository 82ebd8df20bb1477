/**
 * The same absence known twice: recorded by a person and imported from a duty system, or imported with two lists. The
 * first is recognised by person, kind and days, the second by person, reason and days, so that no hour of it counts
 * twice and no day of it is lost.
 */
import type { KindedAbstraction } from '#shared/domain/abstraction.ts';
import { addDays, daysBetween, type IsoDate } from '#shared/domain/dates.ts';
import { hours } from '#shared/domain/units.ts';
import { daysLost } from './days.ts';
import { toldTwice, untilNewer, type Listed } from './newer-list.ts';

export type Sourced = KindedAbstraction & Listed & { id: number; source: 'recorded' | 'imported' };

/** Of other kinds than "other" a person has one at a time; what is only "other" must be of one group. */
const isSame = (one: Sourced, two: Sourced): boolean =>
  one.collar === two.collar &&
  one.kind === two.kind &&
  one.from <= two.to &&
  two.from <= one.to &&
  (one.kind !== 'other' || one.group.trim().toLowerCase() === two.group.trim().toLowerCase());

const isRecorded = ({ source }: Sourced): boolean => source === 'recorded';

/** Pairs of an imported record and a recorded one that is the same absence. */
function recordedToo<T extends Sourced>(records: readonly T[]): Array<[imported: T, recorded: T]> {
  const recorded = Map.groupBy(records.filter(isRecorded), ({ collar }) => collar);
  return records.flatMap((one) =>
    isRecorded(one)
      ? []
      : (recorded.get(one.collar) ?? [])
          .filter((other) => isSame(one, other))
          .map((other): [T, T] => [one, other]),
  );
}

/** For each record that is known twice, the other records of the same absence. */
export function sameAbsences<T extends Sourced>(records: readonly T[]): Map<number, T[]> {
  const imported = records.filter((one) => !isRecorded(one));
  const pairs = [...recordedToo(records), ...toldTwice(imported)];
  return others(pairs.flatMap(([one, two]) => [[one, two] as const, [two, one] as const]));
}

/** By the first of each pair, all that it is paired with. */
function others<T extends Sourced>(pairs: ReadonlyArray<readonly [T, T]>): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const [{ id }, other] of pairs) found.set(id, [...(found.get(id) ?? []), other]);
  return found;
}

/**
 * The records as they count. A recorded one counts whole. Of an imported one those days remain of which no newer list
 * tells and that no recorded one reaches, with their part of its hours: an export that runs on beyond what was recorded
 * is not lost.
 */
export function countedAbstractions<T extends Sourced>(records: readonly T[]): T[] {
  const newer = others(toldTwice(records.filter((one) => !isRecorded(one))));
  const standing = records.flatMap((record) => untilNewer(record, newer.get(record.id) ?? []) ?? []);
  const recorded = others(recordedToo(standing));
  return standing.flatMap((record) => {
    const reached = recorded.get(record.id);
    return reached ? remainder(record, reached) : [record];
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
