/** Up to when absence is held: the measured months and the expected rate rest on the months before (planning §2). */
import {
  addDays,
  addMonths,
  lastDayOf,
  monthOf,
  monthRange,
  monthZero,
  showDate,
  showMonth,
  type IsoDate,
  type Month,
} from '#shared/domain/dates.ts';
import { sum } from '../sum.ts';
import { listed } from '../wording.ts';

/** Records of the whole force, and up to when they tell of it. */
export type Absences = {
  abstractions: ReadonlyArray<{ from: IsoDate }>;
  absencesHeldTo: IsoDate;
  asAt: IsoDate;
};

/** Absences told of late, and the days without one, make a month; more than that is worth a word. */
export const USUAL_DELAY = 31;

/** The last twelve whole months of which absence is held: the expected rate rests on them. */
export const lastYearHeld = (heldTo: IsoDate): Month[] => monthRange(addMonths(monthZero(heldTo), -12), 12);

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

/** Where fewer begin in a month, one without any may well be chance (e⁻⁵: one month in 150). */
const MANY_A_MONTH = 5;

/**
 * Months of the last year held, after the first in which any absence begins, in which none of anybody does, though
 * {@link MANY_A_MONTH} or more do in the others on average: most likely a list that was never loaded.
 */
export function monthsOfNoAbsence(records: Iterable<{ from: IsoDate }>, heldTo: IsoDate): Month[] {
  const begun = new Map<Month, number>();
  for (const { from } of records) begun.set(monthOf(from), (begun.get(monthOf(from)) ?? 0) + 1);
  const year = lastYearHeld(heldTo);
  const first = year.findIndex((month) => begun.has(month));
  const held = first < 0 ? [] : year.slice(first);
  const counts = held.map((month) => begun.get(month) ?? 0);
  const busy = counts.filter((count) => count > 0);
  return sum(busy) / busy.length >= MANY_A_MONTH ? held.filter((_, index) => counts[index] === 0) : [];
}

/** What is to be said of the absences held, with what it does to the figures: one sentence for each matter. */
export function absenceCautions({ abstractions, absencesHeldTo: heldTo, asAt }: Absences): string[] {
  const cautions: string[] = [];
  if (addDays(heldTo, USUAL_DELAY) < asAt) {
    cautions.push(
      `Absences are held up to ${showDate(heldTo)} only. What was lost since is not known, so what is expected rests on the months before; load a newer list, or give this one a later as-at date if nobody was away.`,
    );
  }
  const quiet = monthsOfNoAbsence(abstractions, heldTo).map(showMonth);
  if (quiet.length > 0) {
    cautions.push(
      `No absence of anybody begins in ${listed(quiet)}, so less absence is expected than there may be; if a list of ${quiet.length === 1 ? 'that month' : 'these months'} was never loaded, load it.`,
    );
  }
  return cautions;
}
