/** What abstractions take: assumed beside measured, and hours lost beside the work that fell overdue. */
import { z } from 'zod';
import { HoursByKind } from '#shared/domain/abstraction.ts';
import { IsoDate, Month } from '#shared/domain/dates.ts';
import { Hours } from '#shared/domain/units.ts';

const ShareByKind = z.object({
  /** `rest`: court, other policing and other, which the assumptions do not tell apart. */
  of: z.enum(['leave', 'sickness', 'training', 'rest']),
  /** Share of contracted hours, 0 to 1. */
  assumed: z.number(),
  /** Null where no record of the kind is held at all: then it is not known, not zero. */
  actual: z.number().nullable(),
});

export const AbstractionRates = z.object({
  team: z.string().nullable(),
  asAt: IsoDate,
  /** The last whole months of which absence is held, oldest first. */
  months: z.array(
    z.object({
      month: Month,
      contracted: Hours,
      lost: Hours,
      lostByKind: HoursByKind,
      /** Assumed and actual share over the kinds that records are held of; null without contracted hours or records. */
      assumed: z.number().nullable(),
      actual: z.number().nullable(),
    }),
  ),
  /** Over all the months. */
  shares: z.array(ShareByKind),
  /** Assumed in all, whatever is held. */
  assumed: z.number(),
  /** The same over the kinds held only, beside what was measured. */
  assumedOfHeld: z.number().nullable(),
  actual: z.number().nullable(),
  /** Months ahead: what capacity takes off, by kind; leave and training are spread as shares and are not in it. */
  ahead: z.array(
    z.object({
      month: Month,
      known: HoursByKind,
      /** Expected beyond what is known; adds up to what capacity takes off. */
      expected: HoursByKind,
    }),
  ),
  /** What expectations rest on: records of so many months, or the assumptions (0). */
  restsOnMonths: z.number().int(),
  /** Said where absence is held up to long before the as-at date only. */
  warnings: z.array(z.string()),
  unconfirmed: z.array(z.string()),
});
export type AbstractionRates = z.infer<typeof AbstractionRates>;

const EffectMonth = z.object({
  month: Month,
  lost: Hours,
  byKind: HoursByKind,
  /** Lent to other policing, whatever the kind. */
  toOtherPolicing: Hours,
  /** Occurrences that the lost hours' scheduled share would have done, at the team's mean standard hours. */
  occurrences: z.number().nullable(),
  /** Work of the same kinds that fell overdue in the month and was not done by its last snapshot; null where a snapshot is lacking. */
  fellOverdue: z.number().int().nullable(),
  fellOverdueNext: z.number().int().nullable(),
});

const Together = z.object({
  /** What is set beside the work that fell overdue. */
  hours: z.enum(['lost', 'to-other-policing']),
  /** Overdue in the same month, or in the next. */
  lag: z.union([z.literal(0), z.literal(1)]),
  /** Months that it rests on. */
  months: z.number().int(),
  /** Spearman's rank correlation, −1 to 1; null with too few months. */
  correlation: z.number().nullable(),
  /** In words, with its reserve: moving together is no cause. */
  said: z.string(),
});

export const AbstractionEffect = z.object({
  asAt: IsoDate,
  teams: z.array(
    z.object({
      team: z.string(),
      months: z.array(EffectMonth),
      total: Hours,
      /** Mean standard hours of one occurrence, by what the team's cases owe in a year; null without any. */
      hoursPerOccurrence: Hours.nullable(),
      together: z.array(Together),
    }),
  ),
  /** Share of time meant for scheduled duties: only this share of lost hours is taken as lost to occurrences. */
  scheduledShare: z.number(),
  /** Which kinds of work are counted, in words. */
  countedWork: z.string(),
  warnings: z.array(z.string()),
  unconfirmed: z.array(z.string()),
});
export type AbstractionEffect = z.infer<typeof AbstractionEffect>;
