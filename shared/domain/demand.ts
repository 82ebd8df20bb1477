/** What demand, peaks and the ratio look like: figures per team and month that pages and commands show. */
import { z } from 'zod';
import { Risk } from './case.ts';
import { IsoDate, Month } from './dates.ts';
import { OutcomeCounts } from './follow-up.ts';
import { Fte, Hours, Utilisation } from './units.ts';

export const PeakCause = z.object({
  kind: z.enum(['duty', 'risk', 'officer', 'team', 'surge', 'overdue', 'capacity']),
  /** What the cause names: a duty's key, a risk level, a collar number, a team, a month. */
  subject: z.string(),
  /** Hours that the cause speaks of; for `capacity`, hours missing from its mean, or all work of a month with nobody in post. */
  hours: Hours,
  /** Occurrences that the cause speaks of; null for `capacity`. */
  count: z.number().int().nullable(),
  /** One short sentence with its figures. */
  text: z.string(),
});
export type PeakCause = z.infer<typeof PeakCause>;

export const PeakTest = z.enum(['over-capacity', 'above-mean']);
export type PeakTest = z.infer<typeof PeakTest>;

export const Peak = z.object({
  month: Month,
  /** Null where there is work and nobody in post: over capacity, by no figure. */
  utilisation: Utilisation.nullable(),
  tests: z.array(PeakTest),
  /** Most important first. */
  because: z.array(PeakCause),
});
export type Peak = z.infer<typeof Peak>;

const perMonth = z.array(z.number());

export const TeamDemand = z.object({
  /** Null for the force as a whole. */
  team: z.string().nullable(),
  cases: z.number().int(),
  /** Offender managers' hours. */
  load: z.array(Hours),
  capacity: z.array(Hours),
  /** Null in a month without capacity. */
  utilisation: z.array(Utilisation.nullable()),
  /** Count per duty, due (unmoved) in each month. */
  occurrences: z.record(z.string(), perMonth),
  /** Hours per duty in each month, of offender managers' duties only; they add up to `load`. */
  loadByDuty: z.record(z.string(), z.array(Hours)),
  /** Supervisors' hours of work and of capacity, shown apart. */
  supervisor: z.object({ load: z.array(Hours), capacity: z.array(Hours) }),
  /** Mean over the next twelve months; null without capacity. */
  meanUtilisation: Utilisation.nullable(),
  peaks: z.array(Peak),
});
/** Unmoved demand of one team, or of the force, over the months of a horizon. */
export type TeamDemand = z.infer<typeof TeamDemand>;

export const PlannedDemand = z.object({
  planId: z.number().int(),
  /** As-at date of the snapshot the plan was made from: this demand's own, or an older one. */
  asAt: IsoDate,
  /** What became of its moves by this demand's snapshot; the open ones are those laid over it. */
  counts: OutcomeCounts,
  load: z.array(Hours),
  utilisation: z.array(Utilisation.nullable()),
  loadByDuty: z.record(z.string(), z.array(Hours)),
});
/** Demand as an accepted plan leaves it. */
export type PlannedDemand = z.infer<typeof PlannedDemand>;

export const DemandOfTeam = TeamDemand.extend({
  /** With the plan in force as at this snapshot; null where none is. */
  planned: PlannedDemand.nullable(),
});
/** Demand with, beside it, what the accepted plan makes of it. */
export type DemandOfTeam = z.infer<typeof DemandOfTeam>;

export const JoinerLoad = z.object({
  /** Null for the force. */
  team: z.string().nullable(),
  /** Cases expected to join in each month. */
  joiners: perMonth,
  /** Offender managers' hours of all that are expected to have joined by then. */
  load: z.array(Hours),
});
/** What expected joiners add to a team's load: no case stands behind it, and it cannot be moved. */
export type JoinerLoad = z.infer<typeof JoinerLoad>;

export const DueCase = z.object({
  reference: z.string(),
  team: z.string(),
  officer: z.string().nullable(),
  risk: Risk,
  duty: z.string(),
  /** Month in which it falls due: for overdue work, the month it should have been done in. */
  due: Month,
  /** The day itself, known for the first occurrence of a chain only. */
  dueDate: IsoDate.nullable(),
  isOverdue: z.boolean(),
  lastDone: IsoDate.nullable(),
  hours: Hours,
  /** What is odd about it: unassessed, interval of its own, first ever, due date missing. */
  notes: z.array(z.string()),
});
/** One occurrence due in a month: the case behind a number. */
export type DueCase = z.infer<typeof DueCase>;

export const RatioFigure = z.object({
  /** Null for the force. */
  team: z.string().nullable(),
  offenders: z.number().int(),
  /** Null when the roster or the establishment is not known. */
  managers: z.number().nullable(),
  /** RSOs per offender manager; null without managers. */
  ratio: z.number().nullable(),
  limit: z.number(),
  fteNeeded: Fte,
  /** Missing managers to be at or below the limit; 0 when within it; null when managers are not known. */
  shortBy: z.number().nullable(),
});
export type RatioFigure = z.infer<typeof RatioFigure>;

export const CountedCases = z.object({
  cases: z.number().int(),
  /** Of these those that the ratio counts. */
  counted: z.number().int(),
  /** Months of the releases from which it counts one case more each, in order. */
  releases: z.array(Month),
});
/** Cases as a ratio counts them, today and from their releases on. */
export type CountedCases = z.infer<typeof CountedCases>;

/** By risk level, in the order of the levels. */
export const CountedTeam = z.object({ team: z.string(), levels: z.array(CountedCases) });
export type CountedTeam = z.infer<typeof CountedTeam>;
