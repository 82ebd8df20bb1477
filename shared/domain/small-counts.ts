/** Small counts: a table that says “one case of very high risk in Harbour” says who it is. */
import { z } from 'zod';

export const smallCountHandlings = ['show', 'flag', 'withhold'] as const;

export const SmallCountRule = z.strictObject({
  handling: z.enum(smallCountHandlings),
  /** A count from 1 up to this, this left out, is small. */
  below: z.number().int().min(2).max(20),
});
/** What happens to small counts in a report that is shared beyond the team. */
export type SmallCountRule = z.infer<typeof SmallCountRule>;

export const defaultSmallCountRule: SmallCountRule = { handling: 'flag', below: 5 };
