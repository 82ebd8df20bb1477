/**
 * The levelling problem of one team and the plan that answers it. Months are indices from month 0;
 * a due month below 0 is overdue. Everything that changes the answer is in the problem.
 */
import { z } from 'zod';
import { RiskLevel } from './case.ts';
import { Month } from './dates.ts';
import { Reset } from './standards.ts';
import { Hours, Utilisation } from './units.ts';

const monthIndex = z.number().int();

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

/** First month before which an officer has left; null where none is known, as in plans older than this. */
const goneFrom = monthIndex.nullable().default(null);

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

export const Move = z.object({
  id: z.string(),
  reference: z.string(),
  duty: z.string(),
  risk: RiskLevel,
  officer: z.string().nullable(),
  due: Month,
  to: Month,
  /** Due month as it stands in the plan, earlier moves of the same chain included. */
  dueIndex: monthIndex,
  toIndex: monthIndex,
  /** 0 for overdue work placed within its catch-up. */
  monthsEarly: z.number().int().min(0),
  hours: Hours,
  /** Why this work moves, in words. */
  reason: z.string(),
});
export type Move = z.infer<typeof Move>;

/** True for overdue work placed within its catch-up: every other move is at least a month early. */
export const isOverdueMove = (move: Pick<Move, 'monthsEarly'>): boolean => move.monthsEarly === 0;

export const NotMended = z.object({
  month: Month.nullable(),
  cause: z.enum([
    'over-capacity',
    'no-capacity',
    'lock-unused',
    'target-not-reached',
    'nothing-can-move',
    'cap-not-held',
  ]),
  /** Hours over capacity (or over the target) that remain in the month. */
  hoursOver: Hours.nullable(),
  /** The same in full-time equivalents of scheduled time, where capacity tells what one is worth. */
  fteShort: z.number().nullable(),
  text: z.string(),
});
export type NotMended = z.infer<typeof NotMended>;

export const OfficerMonths = z.object({
  officer: z.string(),
  goneFrom,
  capacity: z.array(Hours),
  before: z.array(Hours),
  after: z.array(Hours),
});
/** One offender manager's movable work by month, unmoved and under the plan, beside the hours there are for it. */
export type OfficerMonths = z.infer<typeof OfficerMonths>;

/** True when the officer is known to have left by the month: somebody else has to take the case. */
export const isGoneBy = (
  { officers }: { officers: ReadonlyArray<Pick<OfficerMonths, 'officer' | 'goneFrom'>> },
  officer: string | null,
  month: number,
): boolean => {
  const own = officers.find((one) => one.officer === officer);
  return own !== undefined && own.goneFrom !== null && own.goneFrom <= month;
};

export const Price = z.object({
  duty: z.string(),
  risk: RiskLevel,
  /** Work that comes round more often because of the plan; below 0 where it comes round less often. */
  occurrencesPerYear: z.number(),
  hoursPerYear: Hours,
});
/** What flattening costs in extra work, of one duty at one risk level. */
export type Price = z.infer<typeof Price>;

export const Predictable = z.object({
  /** `REFERENCE/duty` */
  id: z.string(),
  reference: z.string(),
  duty: z.string(),
  /** Months between one time the work is done and the next: three of the same length. */
  gaps: z.array(z.number().int()),
  /** The month in which the first of the gaps begins. */
  from: Month,
});
/** A chain that the plan makes regular enough to be foreseen. */
export type Predictable = z.infer<typeof Predictable>;

export const PlanDifference = z.object({
  added: z.array(Move),
  dropped: z.array(Move),
  /** The same occurrence, done in another month than before. */
  altered: z.array(z.object({ from: Move, to: Move })),
  /** Highest utilisation: before, now. */
  peak: z.tuple([Utilisation.nullable(), Utilisation.nullable()]),
});
/** What changed from one plan of a team to the next. */
export type PlanDifference = z.infer<typeof PlanDifference>;

export const FrontierPoint = z.object({
  moves: z.number().int().min(0),
  /** Highest utilisation with that many moves. */
  peak: Utilisation,
  /** Proven: no plan with as many moves has a lower peak. */
  bound: Utilisation,
  /** (peak − bound) ÷ bound. */
  gap: z.number(),
  extraOccurrences: z.number().int(),
  extraHoursPerYear: Hours,
});
/** What so many moves can bring: a point of the curve from "move nothing" to the lowest peak. */
export type FrontierPoint = z.infer<typeof FrontierPoint>;

export const TeamFrontier = z.object({
  team: z.string(),
  status: z.enum(['found', 'already-level', 'no-capacity']),
  /** Fewest moves first; each has a lower peak than the one before. */
  points: z.array(FrontierPoint),
  /** The point suggested: farthest below the straight line from the first to the last. */
  kneeIndex: z.number().int().min(0).nullable(),
  /** Load ÷ capacity over the horizon with nothing moved. */
  mean: Utilisation.nullable(),
});
/** The curve of a team, from which a person chooses how much to move. */
export type TeamFrontier = z.infer<typeof TeamFrontier>;

const HeldWork = z.object({
  /** Kind of work, in words. */
  what: z.string(),
  /** 0 for load that is not counted in occurrences. */
  count: z.number().int().min(0),
  hours: Hours,
  why: z.enum(['window', 'overdue', 'lock', 'excluded', 'closed', 'fixed']),
});
/** Work that cannot leave the months that hold a plan's peak up. */
export type HeldWork = z.infer<typeof HeldWork>;

const Certificate = z.object({
  bound: Utilisation,
  gap: z.number(),
  /** The binding months, that of most weight first. */
  months: z.array(
    z.object({
      month: Month,
      /** Share that the month's load has in the bound; together 1. */
      weight: z.number(),
      /** Hours of work done here that cannot leave the binding months. */
      hoursHeld: Hours,
      held: z.array(HeldWork),
      /** What the month lacks as the plan leaves it, in full-time equivalents; null where their hours are not known. */
      fteShort: z.number().nullable(),
    }),
  ),
  text: z.string(),
});
/** What proves a plan's bound, and what holds the peak there. */
export type Certificate = z.infer<typeof Certificate>;

export const PlanStatus = z.enum([
  'levelled',
  'target-met',
  'target-not-reached',
  'already-level',
  'no-capacity',
]);
/** What levelling came to. None of these is an error. */
export type PlanStatus = z.infer<typeof PlanStatus>;

export const Plan = z.object({
  team: z.string(),
  /** The months of the horizon. */
  months: z.array(Month),
  status: PlanStatus,
  target: z.number().nullable(),
  capacity: z.array(Hours),
  before: z.array(Hours),
  after: z.array(Hours),
  /** Highest utilisation over the horizon; null without capacity. */
  peakBefore: Utilisation.nullable(),
  peakAfter: Utilisation.nullable(),
  /** Proven: no plan within these rules has a lower peak. Null without capacity. */
  lowerBound: Utilisation.nullable(),
  /** (peakAfter − lowerBound) ÷ lowerBound. */
  gap: z.number().nullable(),
  moves: z.array(Move),
  occurrencesBefore: z.number().int(),
  occurrencesAfter: z.number().int(),
  extraOccurrences: z.number().int(),
  extraHoursPerYear: Hours,
  /**
   * The twelve months beyond the horizon, unmoved and as the plan leaves them: all load where the capacity there
   * is known, else the movable work alone.
   */
  echo: z.object({
    months: z.array(Month),
    capacity: z.array(Hours).default([]),
    before: z.array(Hours),
    after: z.array(Hours),
    /** True when flattening builds a peak there that is above the present one. */
    isAbovePresent: z.boolean().default(false),
    text: z.string().nullable(),
  }),
  notMended: z.array(NotMended),
  /** By offender manager; empty where the roster does not tell their hours. */
  officers: z.array(OfficerMonths).default([]),
  /** Extra work by duty and risk level; only what is not zero. */
  price: z.array(Price).default([]),
  predictable: z.array(Predictable).default([]),
  /** Null without capacity, and in plans made before certificates were. */
  certificate: Certificate.nullable().default(null),
});
/** What levelling proposes for one team. What is shown has been replayed from the problem. */
export type Plan = z.infer<typeof Plan>;

export type PlanState = 'in force' | 'over' | 'undone' | 'replaced' | 'purged';

/** Where an accepted plan stands. */
export function planState(plan: {
  undoneAt: string | null;
  inForce: boolean;
  isOver: boolean;
  isPurged?: boolean;
}): PlanState {
  if (plan.isPurged === true) return 'purged';
  if (plan.undoneAt !== null) return 'undone';
  if (plan.inForce) return 'in force';
  return plan.isOver ? 'over' : 'replaced';
}
