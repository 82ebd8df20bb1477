/** The plan that answers the levelling problem of one team. Months are indices from month 0. */
import { z } from 'zod';
import { RiskLevel } from './case.ts';
import { Month } from './dates.ts';
import { goneFrom, monthIndex } from './problem.ts';
import { Hours, Utilisation } from './units.ts';

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
  /** Of one plan found for the point; the plan that is levelled to it is less disturbing or more even, and has its own. */
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
