/** A roster is the list of officers and staff as at a date. */
import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { Fte } from './units.ts';

export const OfficerRole = z.enum(['offender-manager', 'supervisor', 'other']);
export type OfficerRole = z.infer<typeof OfficerRole>;

export const Contract = z.enum(['officer', 'staff']);
/** Police officer or police staff: their contracted week differs. */
export type Contract = z.infer<typeof Contract>;

export const Officer = z.object({
  /** Collar or pay number: the only identity held. */
  collar: z.string(),
  team: z.string(),
  role: OfficerRole,
  contract: Contract,
  fte: Fte,
  /** First day in post; null when not known (taken as always). */
  start: IsoDate.nullable(),
  /** Last day in post; null when none is planned. */
  leaving: IsoDate.nullable(),
});
export type Officer = z.infer<typeof Officer>;

/** True when the person's last day in post lies before the day. */
export const hasLeft = ({ leaving }: Pick<Officer, 'leaving'>, day: IsoDate): boolean =>
  leaving !== null && leaving < day;

/** True when the person is in post on the day, first and last day included. */
export const inPost = (officer: Officer, day: IsoDate): boolean =>
  (officer.start === null || officer.start <= day) && (officer.leaving === null || officer.leaving >= day);
