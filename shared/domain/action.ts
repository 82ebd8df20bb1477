/** Actions that a team's meeting agrees: they carry over from meeting to meeting until closed. */
import { z } from 'zod';
import { IsoDate } from './dates.ts';

export const TeamAction = z.object({
  id: z.number().int().positive(),
  team: z.string(),
  text: z.string(),
  /** Who does it: a name, a collar number or a role. */
  owner: z.string(),
  /** By when. */
  due: IsoDate,
  madeOn: IsoDate,
  /** Null while it is open. */
  closedOn: IsoDate.nullable(),
  /** What came of it; null while it is open. */
  closedNote: z.string().nullable(),
  /** Open, and its day is over. */
  isOverdue: z.boolean(),
});
/** Something a meeting agreed, with an owner and a day. */
export type TeamAction = z.infer<typeof TeamAction>;

/** Days for which a closed action is still shown, so that the next meeting hears what came of it. */
export const SHOWN_WHEN_CLOSED_DAYS = 7;
