import { daysBetween, showDate, type IsoDate } from '#shared/domain/dates.ts';

/** A snapshot is monthly; after this many days the next one is missing. */
const OLD_AFTER_DAYS = 35;

/**
 * What to say of the snapshot looked at, or null when there is nothing to say; and whether the newest is another, that
 * leads on from here.
 */
export function snapshotNotice(
  looked: { asAt: IsoDate },
  newest: { asAt: IsoDate },
  today: IsoDate,
): { text: string; hasNewer: boolean } | null {
  if (looked.asAt !== newest.asAt) {
    return {
      text: `An earlier snapshot, as at ${showDate(looked.asAt)}, is shown. The newest is as at ${showDate(newest.asAt)}.`,
      hasNewer: true,
    };
  }
  const age = daysBetween(looked.asAt, today);
  if (age <= OLD_AFTER_DAYS) return null;
  return {
    text: `This snapshot is ${age} days old (as at ${showDate(looked.asAt)}). Import a newer one to plan from what is due now.`,
    hasNewer: false,
  };
}
