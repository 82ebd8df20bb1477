/** What became of an accepted plan's moves, as later snapshots tell it. */
import { z } from 'zod';
import { IsoDate, Month } from './dates.ts';
import { Move } from './plan.ts';
import { Hours } from './units.ts';

export const outcomes = [
  'as-planned',
  'other-month',
  'due-month',
  'late',
  'open',
  'missed',
  'overtaken',
] as const;
export const Outcome = z.enum(outcomes);
/**
 * What became of a move; every move is exactly one of these (see `followUp` in shared/planning).
 *
 * - `as-planned`: done in the month the plan moved it to.
 * - `other-month`: done by then or in between, but neither in that month nor in the month it was moved from.
 * - `due-month`: done in the month it was moved from, as if there were no plan.
 * - `late`: done after both.
 * - `open`: not done, and its planned month is not over as at the newest snapshot.
 * - `missed`: not done, and its planned month is over.
 * - `overtaken`: the case or its duty changed before the planned month was over, so that the move no longer stands.
 */
export type Outcome = z.infer<typeof Outcome>;

export const Overtaken = z.enum(['left', 'team', 'not-owed', 'risk', 'interval', 're-dated']);
/** What overtook a move. `re-dated`: the work is due in another month than the plan took it to be. */
export type Overtaken = z.infer<typeof Overtaken>;

export const FollowedMove = Move.extend({
  outcome: Outcome,
  /** The last-done date that shows it done; null where it is not done. */
  doneOn: IsoDate.nullable(),
  /** As-at date of the snapshot that first showed it done or overtaken; null for open and missed moves. */
  seenAsAt: IsoDate.nullable(),
  /** Only of an overtaken move. */
  overtakenBy: Overtaken.nullable(),
  /** The planned month is over as at the newest snapshot: the move can be judged. */
  isOver: z.boolean(),
  /** True of a move still to be done whose officer has left by then: somebody else has to take the case. */
  hasLeft: z.boolean(),
});
/**
 * A move of a plan with what became of it. One that is not over stands as long as it is open. Its officer is who has
 * the case as at the newest snapshot while it is still to be done, else who had it as the plan was made.
 */
export type FollowedMove = z.infer<typeof FollowedMove>;

/** True of a move that still asks something of somebody: neither done nor overtaken. */
export const isToDo = (outcome: Outcome): boolean => outcome === 'open' || outcome === 'missed';

const count = z.number().int().nonnegative();

/** How many moves became what; they add up to the moves. */
export const OutcomeCounts = z.record(Outcome, count);

/** A number for each outcome, in their order. */
export const byOutcome = (numberOf: (outcome: Outcome) => number): Record<Outcome, number> =>
  Object.fromEntries(outcomes.map((outcome) => [outcome, numberOf(outcome)])) as Record<Outcome, number>;

export const Adherence = z.object({
  asPlanned: count,
  /** The denominator: moves whose planned month is over and that were not overtaken. */
  judged: count,
  /** asPlanned ÷ judged; null when nothing can be judged yet. */
  share: z.number().nullable(),
});
/** How far a plan was kept to. */
export type Adherence = z.infer<typeof Adherence>;

export const FollowedMonth = z.object({
  month: Month,
  /** Load with the plan and without it, as the plan showed them. */
  planned: Hours,
  unmoved: Hours,
  /** Hours of the work done in the month, at the plan's standard hours; null until the month is over. */
  happened: Hours.nullable(),
  /** Planned hours of duties whose doing no snapshot tells: part of `planned` and `unmoved`, never of `happened`. */
  untold: Hours,
  /** Of the moves into this month. */
  adherence: Adherence,
});
export type FollowedMonth = z.infer<typeof FollowedMonth>;

export const FollowUp = z.object({
  /** As-at date of the newest snapshot; the plan's own while none is newer. */
  newestAsAt: IsoDate,
  counts: OutcomeCounts,
  moves: z.array(FollowedMove),
  /** The months of the plan's horizon. */
  months: z.array(FollowedMonth),
  adherence: Adherence,
  /** Keys of offender managers' duties whose last-done date no later snapshot holds. */
  untoldDuties: z.array(z.string()),
});
/** What became of a plan. */
export type FollowUp = z.infer<typeof FollowUp>;
