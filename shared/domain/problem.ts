/**
 * The levelling problem of one team. Months are indices from month 0; a due month below 0 is overdue. Everything that
 * changes the answer is in the problem.
 */
import { z } from 'zod';
import { RiskLevel } from './case.ts';
import { Reset } from './standards.ts';
import { Hours } from './units.ts';

export const monthIndex = z.number().int();
/** First month before which an officer has left; null where none is known, as in plans older than this. */
export const goneFrom = monthIndex.nullable().default(null);

const Lock = z.object({
  /** Due month that the lock speaks of, as it stands in the plan. */
  due: monthIndex,
  /** The month the work must be done in; for a refusal, the month in which it is done unmoved. */
  to: monthIndex,
  /** A pin makes the occurrence arise; a refusal only holds it where it is, if it arises. */
  kind: z.enum(['pin', 'refusal']).default('pin'),
});
export type Lock = z.infer<typeof Lock>;

export const Chain = z.object({
  /** `REFERENCE/duty` */
  id: z.string(),
  reference: z.string(),
  duty: z.string(),
  risk: RiskLevel,
  officer: z.string().nullable(),
  interval: z.number().int().min(1),
  /** Months early that are allowed; always below the interval, so that no occurrence overtakes the last. */
  window: z.number().int().min(0),
  due: monthIndex,
  /** True when its first work is overdue in month 0 already: due on or before an as-at date within the month. */
  isOverdue: z.boolean().default(false),
  /** First month in which any of its work can be done: that of a release to come, else 0, as in plans older than this. */
  opens: monthIndex.min(0).default(0),
  /** Day of the month on which it falls due: orders cases within a month. */
  dueDay: z.number().int().min(1).max(31),
  hours: Hours,
  catchUp: z.number().int().min(0),
  reset: Reset,
  /** Month of the notification end; null when there is none. No occurrence arises after it. */
  end: monthIndex.nullable(),
  locks: z.array(Lock),
  /** True when the case or its officer is excluded from levelling: nothing of it moves. */
  excluded: z.boolean(),
});
/** One case × one duty, repeating. */
export type Chain = z.infer<typeof Chain>;

/** A chain's id taken apart. A reference may hold a slash, the key of a duty does not. */
export function partsOfChain(id: string): { reference: string; duty: string } {
  const slash = id.lastIndexOf('/');
  return { reference: id.slice(0, Math.max(0, slash)), duty: id.slice(slash + 1) };
}

export const Problem = z.object({
  /** Length of the horizon. */
  months: z.number().int().min(1).max(72),
  /** First month open to planning. */
  firstMonth: monthIndex.min(0),
  /** Offender managers' hours per month; 0 where nobody is there. */
  capacity: z.array(Hours),
  /** Load that cannot be moved. */
  fixed: z.array(Hours),
  /** Hours that one full-time offender manager has for scheduled duties in each month; null when not known. */
  hoursPerFte: z.array(Hours).nullable(),
  chains: z.array(Chain),
  /** Peak utilisation asked for; null asks for the lowest that can be had. */
  target: z.number().min(0.1).max(5).nullable(),
  /** Utilisation above which a month counts as over capacity, where no target is asked for: the force's setting. */
  overCapacity: z.number().min(0.1).max(3).default(1),
  /** Months into and out of which nothing may be moved. */
  closedMonths: z.array(monthIndex),
  /** Moves that a plan may make in all; null for as many as it takes. */
  maxMoves: z.number().int().min(0).nullable().default(null),
  /** The most moves into one month of one officer; null is no limit. Work of no officer does not count. */
  maxMovesPerOfficerMonth: z.number().int().min(0).nullable().default(null),
  /** Each offender manager's hours for scheduled duties per month: by these the cases are named evenly. */
  officers: z.array(z.object({ officer: z.string(), capacity: z.array(Hours), goneFrom })).default([]),
  /** Capacity and unmovable load of the year beyond the horizon; null when not known. */
  beyond: z
    .object({ capacity: z.array(Hours), fixed: z.array(Hours) })
    .nullable()
    .default(null),
});
export type Problem = z.infer<typeof Problem>;

export const Occurrence = z.object({
  /** Index of the chain in the problem. */
  chain: z.number().int(),
  due: monthIndex,
  done: monthIndex,
});
/** One piece of work: when it falls due and when it is done. */
export type Occurrence = z.infer<typeof Occurrence>;
