import { z } from 'zod';
import {
  AbstractionKind,
  AbstractionRecord,
  AbstractionSettings,
  AbstractionTrace,
  HoursByKind,
  MAX_REASON,
  Reason,
  RegularFinding,
  StartTime,
} from '#shared/domain/abstraction.ts';
import { IsoDate, Month } from '#shared/domain/dates.ts';
import { Hours } from '#shared/domain/units.ts';
import { command, id, nothing, query, snapshotChoice, teamName } from './operation.ts';

/** More than a team has abstractions in a year. */
export const MAX_ABSTRACTIONS = 5000;
const MOST_HOURS = 10_000;
const collar = z.string().trim().min(1).max(60);
const person = z.string().trim().min(1).max(60);
const note = z.string().trim().max(300);
const why = note.min(1);

/** An abstraction as a person records it. The reason's kind follows from the list of reasons. */
const given = {
  collar,
  from: IsoDate,
  to: IsoDate,
  /** A part-day: when it begins. Only where `from` and `to` are one day. */
  startTime: StartTime.nullable(),
  hours: Hours.refine((value) => value > 0 && value <= MOST_HOURS, 'hours above 0'),
  group: z.string().trim().min(1).max(MAX_REASON),
  activity: z.string().trim().min(1).max(MAX_REASON).nullable(),
  toOtherPolicing: z.boolean(),
  detail: note.min(1).nullable(),
  isPlanned: z.boolean(),
  requestedBy: person.nullable(),
  approvedBy: person.nullable(),
};

const LedgerRow = AbstractionRecord.extend({
  /** The person's team; null when no roster names the person. */
  team: z.string().nullable(),
  /**
   * The same absence from the other source: ids of the records, and their hours. The recorded one counts, and
   * of imported ones the days that it does not reach.
   */
  sameAs: z.array(z.object({ id, hours: Hours })),
  /** False when it counts nowhere, as the same absence is recorded. */
  isCounted: z.boolean(),
  isReviewOverdue: z.boolean(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

const filters = {
  team: teamName.optional(),
  collar: collar.optional(),
  /** Absences that touch this period. */
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  kind: AbstractionKind.optional(),
  source: z.enum(['recorded', 'imported']).optional(),
};
const paged = {
  offset: z.number().int().min(0).optional(),
  /** 200 when absent. */
  limit: z.number().int().min(1).max(MAX_ABSTRACTIONS).optional(),
};

const CalendarCell = z.object({
  day: IsoDate,
  /** Of all absences of that day, each spread evenly over its working days. */
  hours: Hours,
  /** The one with the most hours. */
  kind: AbstractionKind,
  toOtherPolicing: z.boolean(),
  isReviewed: z.boolean(),
  ids: z.array(id),
});

const AbstractionCalendar = z.object({
  team: z.string(),
  month: Month,
  days: z.array(z.object({ day: IsoDate, isWorkingDay: z.boolean(), away: z.number().int() })),
  /** People of the team's newest roster and everyone absent, by collar number. */
  officers: z.array(
    z.object({
      collar: z.string(),
      role: z.enum(['offender-manager', 'supervisor', 'other']),
      hours: Hours,
      /** Days with an absence only. */
      cells: z.array(CalendarCell),
    }),
  ),
  hoursByKind: HoursByKind,
});

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

const CountedReason = Reason.extend({ records: z.number().int() });
export type CountedReason = z.infer<typeof CountedReason>;

export const abstractionsContract = {
  /** The ledger, newest first. What was taken out is shown only when asked for. */
  'abstractions.list': query({
    input: z.strictObject({
      ...filters,
      ...paged,
      reviewed: z.boolean().optional(),
      removed: z.boolean().optional(),
    }),
    output: z.object({ total: z.number().int(), hours: Hours, rows: z.array(LedgerRow) }),
  }),
  'abstractions.calendar': query({
    input: z.strictObject({ team: teamName, month: Month }),
    output: AbstractionCalendar,
  }),
  /** What became of one record: recorded, edited, ended, reviewed, removed; oldest first. */
  'abstractions.trace': query({
    input: z.strictObject({ id }),
    output: z.array(AbstractionTrace),
  }),
  /** Refused as `conflict` when the very same is recorded already. */
  'abstractions.record': command(
    { input: z.strictObject(given), output: z.object({ row: LedgerRow }) },
    { logged: 'edit', changes: ['abstractions'] },
  ),
  /** Replaces what a record says. An edited abstraction has to be reviewed again. */
  'abstractions.edit': command(
    { input: z.strictObject({ id, ...given }), output: z.object({ row: LedgerRow }) },
    { logged: 'edit', changes: ['abstractions'] },
  ),
  /** Ends an absence early; hours fall with its working days unless given. */
  'abstractions.end': command(
    {
      input: z.strictObject({ id, to: IsoDate, hours: given.hours.optional() }),
      output: z.object({ row: LedgerRow }),
    },
    { logged: 'edit', changes: ['abstractions'] },
  ),
  /** Takes it out with a trace: it counts nowhere, a later import does not bring it back, and it can still be seen. */
  'abstractions.remove': command(
    { input: z.strictObject({ id, why }), output: nothing },
    { logged: 'delete', changes: ['abstractions'] },
  ),
  /** Reviews many at once; the note and who and when stand with each. */
  'abstractions.review': command(
    {
      input: z.strictObject({ ids: z.array(id).min(1).max(MAX_ABSTRACTIONS), note }),
      /** Those reviewed already, or not there any more, are left alone. */
      output: z.object({ reviewed: z.number().int(), leftAlone: z.number().int() }),
    },
    { logged: 'edit', changes: ['abstractions'] },
  ),
  /** Not yet reviewed and begun, the longest waiting first; of an absence known twice, the recorded one. */
  'abstractions.queue': query({
    input: z.strictObject({ ...filters, ...paged }),
    output: z.object({
      total: z.number().int(),
      overdue: z.number().int(),
      reviewDays: z.number().int(),
      rows: z.array(LedgerRow),
    }),
  }),
  /** Regular abstractions of the weeks up to a day (today when absent): the strongest first. */
  'abstractions.regular': query({
    input: z.strictObject({ team: teamName.optional(), asAt: IsoDate.optional() }),
    output: z.object({
      asAt: IsoDate,
      from: IsoDate,
      thresholds: AbstractionSettings,
      findings: z.array(RegularFinding),
    }),
  }),
  /** Sets a finding aside with a reason, or takes that back (`why` null). */
  'abstractions.dismiss': command(
    { input: z.strictObject({ key: z.string().min(1).max(600), why: why.nullable() }), output: nothing },
    { logged: 'edit', changes: ['abstractions'] },
  ),
  /** Assumed against actual, month by month, and what is known and expected ahead. */
  'abstractions.rate': query({
    input: z.strictObject({
      ...snapshotChoice,
      team: teamName.optional(),
      /** Months back from the last whole one held; 12 when absent. */
      months: z.number().int().min(1).max(60).optional(),
    }),
    output: AbstractionRates,
  }),
  'abstractions.effect': query({
    input: z.strictObject({
      ...snapshotChoice,
      team: teamName.optional(),
      /** Months back; 12 when absent. */
      months: z.number().int().min(1).max(60).optional(),
    }),
    output: AbstractionEffect,
  }),
  /** The list to choose from, and reasons that records hold and the list does not; each with its records. */
  'abstractions.reasons': query({
    input: nothing,
    output: z.object({ reasons: z.array(CountedReason), unlisted: z.array(CountedReason) }),
  }),
  /** Replaces the list. Records keep their words; their kind follows the list. */
  'abstractions.saveReasons': command(
    { input: z.strictObject({ reasons: z.array(Reason).min(1).max(300) }), output: nothing },
    { logged: 'edit', changes: ['abstractions', 'settings'] },
  ),
};
