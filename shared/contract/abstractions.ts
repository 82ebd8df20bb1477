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
import { AbstractionEffect, AbstractionRates } from './abstraction-figures.ts';
import { command, id, nothing, query, snapshotChoice, teamName } from './operation.ts';

/** More than a team has abstractions in a year. */
export const MAX_ABSTRACTIONS = 5000;
/** Days of an absence that hours are proposed for: a year half typed is a date as well, centuries away. */
export const LONGEST_DAYS = 1000;
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
  /** Null where it is not said. */
  isPlanned: z.boolean().nullable(),
  requestedBy: person.nullable(),
  approvedBy: person.nullable(),
};

const LedgerRow = AbstractionRecord.extend({
  /** The person's team; null when no roster names the person. */
  team: z.string().nullable(),
  /**
   * Other records of the same absence. The recorded one counts, and of imported ones the days that it does not reach;
   * of those from different lists the newer, and of the older the days before.
   */
  sameAs: z.array(z.object({ id, hours: Hours, source: z.enum(['recorded', 'imported']) })),
  /** False when it counts nowhere, as the same absence is recorded or a newer list tells of it. */
  isCounted: z.boolean(),
  isReviewOverdue: z.boolean(),
});
export type LedgerRow = z.infer<typeof LedgerRow>;

const Overlap = AbstractionRecord.pick({ id: true, from: true, to: true, group: true, activity: true });

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
  /** The day up to which absence is held, today at most; null where nothing is held. Of days after, none known is not none. */
  heldTo: IsoDate.nullable(),
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
  /** What is known of a person's days before an absence is recorded on them. */
  'abstractions.propose': query({
    input: z.strictObject({
      collar,
      from: IsoDate,
      to: IsoDate,
      /** The record that is being changed: neither it nor another record of the same absence overlaps it. */
      id: id.optional(),
    }),
    output: z.object({
      /** Contracted hours of the person's working days among them; null where there are none, or no roster names the person. */
      hours: Hours.nullable(),
      /** Absences that the person has on these days already, in the order of their first days. */
      overlaps: z.array(Overlap),
    }),
  }),
  /** What became of one record: recorded, edited, ended, reviewed, its review taken back, removed; oldest first. */
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
      /** Those reviewed already, or not there any more, are left alone. `ids`: those reviewed now. */
      output: z.object({ reviewed: z.number().int(), leftAlone: z.number().int(), ids: z.array(id) }),
    },
    { logged: 'edit', changes: ['abstractions'] },
  ),
  /** Takes reviews back: they wait for one again. Who had reviewed each, and who took it back, stand in its trace. */
  'abstractions.takeBackReview': command(
    {
      input: z.strictObject({ ids: z.array(id).min(1).max(MAX_ABSTRACTIONS) }),
      /** Those not reviewed, or not there any more, are left alone. */
      output: z.object({ takenBack: z.number().int(), leftAlone: z.number().int() }),
    },
    { logged: 'edit', changes: ['abstractions'] },
  ),
  /** Not yet reviewed and begun, the longest waiting first; of an absence known twice, the one that counts. */
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
