/** The weekly meeting pack: one page a team, in counts. No case is named in it but, where asked for, in the moves due. */
import { z } from 'zod';
import { RegularFinding } from './abstraction.ts';
import { TeamAction } from './action.ts';
import { BacklogChange, Clearing, DutyBacklog, PracticeCheck } from './backlog.ts';
import { IsoDate, Month } from './dates.ts';
import { SmallCountRule } from './small-counts.ts';
import { Hours, Utilisation } from './units.ts';
import { ListedMove } from './work-list.ts';

const count = z.number().int().nonnegative();

export const WeeklyPeak = z.object({
  month: Month,
  /** Null where there is work and nobody in post. */
  utilisation: Utilisation.nullable(),
  /** With the accepted plan; null where none is in force, or nobody in post. */
  planned: Utilisation.nullable(),
  /** Over capacity as the work falls due. */
  isOver: z.boolean(),
  /** Over capacity with the accepted plan; null where none is in force. */
  isOverPlanned: z.boolean().nullable(),
});
/** A month ahead that is over capacity: as the work falls due, with the accepted plan, or both. */
export type WeeklyPeak = z.infer<typeof WeeklyPeak>;

export const WeeklyBacklog = DutyBacklog.omit({ oldest: true }).extend({
  oldestDue: IsoDate.nullable(),
  /** The snapshot before and what led from it to this one; null where none is held. */
  before: z.object({ asAt: IsoDate, outstanding: count, change: BacklogChange }).nullable(),
});
/** One duty's matrix without its cases, and how it changed. */
export type WeeklyBacklog = z.infer<typeof WeeklyBacklog>;

export const WeeklyMoves = z.object({
  planId: z.number().int().positive(),
  /** As-at date of the plan's snapshot. */
  asAt: IsoDate,
  /** A newer snapshot has been loaded since; its moves that still stand are asked for all the same. */
  isStale: z.boolean(),
  /** Moves into the month and still to be done, by duty. */
  byDuty: z.array(
    z.object({
      duty: z.string(),
      name: z.string(),
      count,
      hours: Hours,
      /** Of these: overdue work, caught up rather than brought forward. */
      catchUp: count,
    }),
  ),
  listed: count,
  hours: Hours,
  /** Moves into earlier months that were not done. */
  missed: count,
  /** The moves into the month themselves; null unless asked for. */
  cases: z.array(ListedMove).nullable(),
});
/** What the accepted plan asks of a month. */
export type WeeklyMoves = z.infer<typeof WeeklyMoves>;

export const WeeklyRegular = RegularFinding.pick({
  key: true,
  level: true,
  collar: true,
  group: true,
  activity: true,
  rule: true,
  weekday: true,
  times: true,
  of: true,
  hours: true,
});
export type WeeklyRegular = z.infer<typeof WeeklyRegular>;

export const WeeklySignOffs = z.object({
  waiting: count,
  overLimit: count,
  /** Supervisors with something over the limit; null for cases that name none. */
  bySupervisor: z.array(z.object({ supervisor: z.string().nullable(), waiting: count, overLimit: count })),
  /** Names of duties of which the snapshot holds no sign-off. */
  untold: z.array(z.string()),
});
export type WeeklySignOffs = z.infer<typeof WeeklySignOffs>;

export const WeeklyCheck = PracticeCheck.omit({ cases: true });
export type WeeklyCheck = z.infer<typeof WeeklyCheck>;

export const WeeklyTeam = z.object({
  team: z.string(),
  cases: count,
  /** Null without a staff roster: capacity is then not known. */
  peaks: z.array(WeeklyPeak).nullable(),
  backlog: z.array(WeeklyBacklog),
  clearing: Clearing,
  /** Null where no plan of the team stands. */
  moves: WeeklyMoves.nullable(),
  abstractions: z.object({
    toReview: count,
    overdue: count,
    /** Those not set aside. */
    regular: z.array(WeeklyRegular),
  }),
  signOffs: WeeklySignOffs,
  checks: z.array(WeeklyCheck),
  /** Open ones, the first due first; then those closed in the last days. */
  actions: z.array(TeamAction),
});
/** A team's page of the pack. */
export type WeeklyTeam = z.infer<typeof WeeklyTeam>;

export const WeeklyPack = z.object({
  snapshotId: z.number().int(),
  asAt: IsoDate,
  rosterAsAt: IsoDate.nullable(),
  /** The day the pack is made for: what is late, and which actions are overdue. */
  madeOn: IsoDate,
  /** The month whose moves are asked for. */
  month: Month,
  monthsAhead: count,
  tolerance: z.number(),
  /** Days after which an abstraction's review is overdue. */
  reviewDays: z.number().int(),
  /** How the pack shows small counts; the figures here are whole. */
  smallCounts: SmallCountRule,
  teams: z.array(WeeklyTeam),
  /** Actions of teams that the snapshot does not name: they carry over all the same. */
  otherActions: z.array(TeamAction),
  unconfirmed: z.array(z.string()),
});
/** What the weekly meeting looks at. */
export type WeeklyPack = z.infer<typeof WeeklyPack>;
