import { isoDate, type IsoDate } from '#shared/domain/dates.ts';

/** The day it is where the user sits; the only clock the page reads. */
export function today(now: Date = new Date()): IsoDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return isoDate(`${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}
