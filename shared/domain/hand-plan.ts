/** A hand-made plan replayed: what it claims, what it delivers, and the rules that its rows break. */
import { z } from 'zod';
import { IsoDate, Month } from './dates.ts';
import { Hours, Utilisation } from './units.ts';

export const HandPlanRule = z.enum([
  'unreadable',
  'unknown-case',
  'unknown-duty',
  'not-owed',
  'not-movable',
  'listed-twice',
  'nothing-due',
  'later-than-due',
  'before-first-open-month',
  'outside-window',
  'outside-catch-up',
  'done-twice-in-a-month',
  'after-notification-end',
  'month-closed',
  'excluded',
  'refused',
  'cap',
]);
export type HandPlanRule = z.infer<typeof HandPlanRule>;

export const HandPlanRow = z.object({
  /** Line of the file, the headings being line 1. */
  row: z.number().int().min(1),
  reference: z.string(),
  duty: z.string(),
  /** Null where what was written is no month. */
  due: Month.nullable(),
  to: Month.nullable(),
  /** True when the row is part of what is delivered: rows that break a rule are not. */
  isApplied: z.boolean(),
  broken: z.array(z.object({ rule: HandPlanRule, text: z.string() })),
});
export type HandPlanRow = z.infer<typeof HandPlanRow>;

const Picture = z.object({ load: z.array(Hours), peak: Utilisation.nullable() });

export const HandPlanReplay = z.object({
  team: z.string(),
  asAt: IsoDate,
  months: z.array(Month),
  capacity: z.array(Hours),
  rows: z.array(HandPlanRow),
  /** Nothing moved. */
  before: Picture,
  /** Every readable row taken at its word: its hours lifted from one month to the other, no due date changed. */
  claims: Picture,
  /** The rows that break no rule, replayed with all that follows from them. */
  delivers: Picture.extend({
    moves: z.number().int(),
    occurrences: z.number().int(),
    extraOccurrences: z.number().int(),
    extraHoursPerYear: Hours,
  }),
  /** What of the plan does not count, and why, in words. */
  text: z.string(),
  unconfirmed: z.array(z.string()),
});
export type HandPlanReplay = z.infer<typeof HandPlanReplay>;
