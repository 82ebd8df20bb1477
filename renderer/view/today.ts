import { dayAt, type IsoDate } from '#shared/domain/dates.ts';

/** The day it is where the user sits; the only clock the page reads. */
export const today = (now: Date = new Date()): IsoDate => dayAt(now);
