/** Up to when absence is held: the measured months and the expected rate rest on the months before (planning §2). */
import { addDays, lastDayOf, monthOf, showDate, type IsoDate } from '#shared/domain/dates.ts';

/** Absences told of late, and the days without one, make a month; more than that is worth a word. */
export const USUAL_DELAY = 31;

/**
 * The latest day that records tell of as past: the last day of one that is over, the first day of one that runs on
 * beyond `day`. Null when all of them lie ahead.
 */
export function latestPast(records: Iterable<{ from: IsoDate; to: IsoDate }>, day: IsoDate): IsoDate | null {
  let latest: IsoDate | null = null;
  for (const { from, to } of records) {
    const told = to <= day ? to : from;
    if (told <= day && (latest === null || told > latest)) latest = told;
  }
  return latest;
}

/**
 * The day up to which absence is held, `asAt` at most. Lists say it by their as-at dates. A record made by hand says
 * nothing of other months where there are lists; where there are none, records are kept as absences come, and the
 * month of the latest counts whole. With nothing held, nothing is missing: `asAt`.
 *
 * @param lists the latest as-at date of the lists held; null without any
 * @param byHand the latest past day of the records that came with no list; null without any
 */
export function absencesHeldTo(
  { lists, byHand }: { lists: IsoDate | null; byHand: IsoDate | null },
  asAt: IsoDate,
): IsoDate {
  const told = lists ?? (byHand === null ? asAt : lastDayOf(monthOf(byHand)));
  return told < asAt ? told : asAt;
}

/** Said where absence is held up to more than a month before the as-at date; null where it is not. */
export const heldToCaution = (heldTo: IsoDate, asAt: IsoDate): string | null =>
  addDays(heldTo, USUAL_DELAY) >= asAt
    ? null
    : `Absences are held up to ${showDate(heldTo)} only. What was lost since is not known, so what is expected rests on the months before; load a newer list, or give this one a later as-at date if nobody was away.`;
