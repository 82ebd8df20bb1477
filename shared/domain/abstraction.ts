/** An abstraction is time for which an officer is taken away from the team's work. */
import { z } from 'zod';
import { IsoDate } from './dates.ts';
import { Hours } from './units.ts';

export const abstractionKinds = [
  'leave',
  'long-leave',
  'sickness',
  'training',
  'court',
  'other-policing',
  'other',
] as const;
export const AbstractionKind = z.enum(abstractionKinds);
/** What an abstraction is for, broadly: every reason belongs to one kind. */
export type AbstractionKind = z.infer<typeof AbstractionKind>;

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

/** An abstraction with the kind that the force's list of reasons gives it: what capacity counts. */
export type KindedAbstraction = Abstraction & { kind: AbstractionKind };

/**
 * Annual leave and training are spread over the year as shares of capacity, so their records do not count again. Long
 * leave (parental leave, a career break) is no part of these days and counts by its records.
 */
export const isSpreadAsShare = ({ kind }: Pick<KindedAbstraction, 'kind'>): boolean =>
  kind === 'leave' || kind === 'training';

export const abstractionKindNames: Record<AbstractionKind, string> = {
  leave: 'Leave',
  'long-leave': 'Long leave',
  sickness: 'Sickness',
  training: 'Training',
  court: 'Court',
  'other-policing': 'Other policing',
  other: 'Other',
};

export const MAX_REASON = 120;
const reasonText = z.string().trim().min(1).max(MAX_REASON);

export const Reason = z.strictObject({
  group: reasonText,
  /** Null for the group as a whole. */
  activity: reasonText.nullable(),
  kind: AbstractionKind,
  toOtherPolicing: z.boolean(),
});
/** A reason that can be chosen when an abstraction is recorded; the list is the force's own. */
export type Reason = z.infer<typeof Reason>;

export const StartTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time written HH:MM');

export const AbstractionRecord = Abstraction.extend({
  id: z.number().int().positive(),
  kind: AbstractionKind,
  /** When a part-day begins; null for whole days, or when not known. */
  startTime: StartTime.nullable(),
  /** Known beforehand or not; null when the record does not say. */
  isPlanned: z.boolean().nullable(),
  requestedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  /** `recorded` by a person here, or `imported` from a duty system. */
  source: z.enum(['recorded', 'imported']),
  /** Null when imported. */
  recorded: z.object({ by: z.string(), at: z.string() }).nullable(),
  reviewed: z.object({ by: z.string(), at: z.string(), note: z.string() }).nullable(),
  /** Taken out, and why; what was taken out counts nowhere and stays to be seen. */
  removed: z.object({ by: z.string(), at: z.string(), why: z.string() }).nullable(),
});
/** An abstraction as held. */
export type AbstractionRecord = z.infer<typeof AbstractionRecord>;

export const TraceKind = z.enum(['recorded', 'edited', 'ended', 'reviewed', 'review-taken-back', 'removed']);
export type TraceKind = z.infer<typeof TraceKind>;

export const AbstractionTrace = z.object({
  /** ISO instant. */
  at: z.string(),
  by: z.string(),
  what: TraceKind,
  /** What the record said before; null where that did not change. */
  before: Abstraction.pick({ from: true, to: true, hours: true, group: true, activity: true }).nullable(),
  note: z.string().nullable(),
});
/** What a person did to a record, and when. */
export type AbstractionTrace = z.infer<typeof AbstractionTrace>;

export const AbstractionSettings = z.strictObject({
  /** Days after the last day within which an abstraction is to be reviewed; later its review is overdue. */
  reviewDays: z.number().int().min(1).max(365),
  /** Kinds that are to be reviewed. */
  reviewKinds: z.array(AbstractionKind),
  /** Regular: at least so many absences of one reason … */
  windowTimes: z.number().int().min(2).max(100),
  /** … within so many days, … */
  windowDays: z.number().int().min(7).max(366),
  /** … or on one weekday in at least so many weeks … */
  weekdayTimes: z.number().int().min(2).max(104),
  /** … of the last so many weeks, which is also how far back the first rule looks. */
  weekdayWeeks: z.number().int().min(4).max(104),
  /**
   * Share of chance-made rosters, at most, in which anything may be found; 0.05 unless chosen otherwise. Null
   * takes the plain counts above, whatever chance would bring.
   */
  chance: z.number().min(0.0001).max(0.5).nullable(),
});
/** Thresholds of review and regularity. */
export type AbstractionSettings = z.infer<typeof AbstractionSettings>;

export const defaultAbstractionSettings: AbstractionSettings = {
  reviewDays: 28,
  reviewKinds: [...abstractionKinds],
  windowTimes: 6,
  windowDays: 90,
  weekdayTimes: 6,
  weekdayWeeks: 52,
  chance: 0.05,
};

/** Reasons that a workspace begins with; no national list is published. */
export const exampleReasons: readonly Reason[] = [
  ['Leave', 'Annual leave', 'leave'],
  ['Leave', 'Time off in lieu', 'leave'],
  ['Leave', 'Parental leave', 'long-leave'],
  ['Absence', 'Sickness', 'sickness'],
  ['Absence', 'Long-term sickness', 'sickness'],
  ['Absence', 'Injury on duty', 'sickness'],
  ['Training', 'Personal safety', 'training'],
  ['Training', 'Course', 'training'],
  ['Court', 'Crown Court', 'court'],
  ['Court', "Magistrates' court", 'court'],
  ['Operational', 'Football', 'other-policing'],
  ['Operational', 'Mutual aid', 'other-policing'],
  ['Operational', 'Public order', 'other-policing'],
  ['Operational', 'Response cover', 'other-policing'],
  ['Other', 'Meeting', 'other'],
].map(([group = '', activity = '', kind]) => ({
  group,
  activity,
  kind: AbstractionKind.parse(kind),
  toOtherPolicing: kind === 'other-policing',
}));

export const RegularFinding = z.object({
  /** Names the finding across time, so that a dismissal stays with it. */
  key: z.string(),
  level: z.enum(['officer', 'team']),
  team: z.string().nullable(),
  /** Null for a team's. */
  collar: z.string().nullable(),
  group: z.string(),
  activity: z.string().nullable(),
  kind: AbstractionKind,
  rule: z.enum(['window', 'weekday']),
  /** 0 Sunday to 6 Saturday; null for the rule of the window. */
  weekday: z.number().int().min(0).max(6).nullable(),
  /** How many times: absences in the fullest window, or weeks with one on that weekday. */
  times: z.number().int(),
  /** Of how many: days of the window, or weeks. */
  of: z.number().int(),
  /** How many times it takes here: the threshold, or more where chance would bring that. */
  needed: z.number().int(),
  /** How often, at most, chance would bring a finding like this one in a roster like this; null when not asked. */
  chance: z.number().nullable(),
  /** The evidence: first days of the absences counted, oldest first. */
  dates: z.array(IsoDate),
  hours: Hours,
  dismissed: z
    .object({
      by: z.string(),
      at: z.string(),
      why: z.string(),
      /** Dates of the evidence after the dismissal. */
      since: z.number().int(),
    })
    .nullable(),
});
/** The same officer or team taken for the same reason again and again. */
export type RegularFinding = z.infer<typeof RegularFinding>;

export const HoursByKind = z.record(AbstractionKind, Hours);
export type HoursByKind = z.infer<typeof HoursByKind>;
