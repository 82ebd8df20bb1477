/** An abstraction is time for which an officer is taken away from the team's work. */
import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { Hours } from './units.ts';

export const Abstraction = z.object({
  collar: z.string(),
  from: IsoDate,
  to: IsoDate,
  /** All hours lost between `from` and `to`. */
  hours: Hours,
  /** Top level of the reason: leave, training, sickness, court, policing … as recorded. */
  group: z.string(),
  activity: z.string().nullable(),
  /** What the record says beside its reason, in short; null when nothing. */
  detail: z.string().nullable(),
  /** Lent to policing outside the team, which the inspectorate's recommendation is about. */
  toOtherPolicing: z.boolean(),
});
export type Abstraction = z.infer<typeof Abstraction>;

/** Leave and training are spread over the year as shares of capacity, so their records do not count again. */
export const isSpreadAsShare = (abstraction: Pick<Abstraction, 'group'>): boolean =>
  /leave|training/i.test(abstraction.group);
