/** Backlog: work due and not done, by risk and lateness; work done and not signed off; practice checks. */
import { z } from 'zod';
import { Risk } from './case.ts';
import { IsoDate, Month } from './dates.ts';
import { DueCase } from './demand.ts';
import { Hours } from './units.ts';

export const lateBands = ['due-that-day', '1-7', '8-28', '29-90', 'over-90'] as const;
export const LateBand = z.enum(lateBands);
/** How many days late; work due on the as-at date itself is outstanding, not late, and has a band of its own. */
export type LateBand = z.infer<typeof LateBand>;

export const lateBandNames: Record<LateBand, string> = {
  'due-that-day': 'Due that day',
  '1-7': '1–7 days',
  '8-28': '8–28 days',
  '29-90': '29–90 days',
  'over-90': 'Over 90 days',
};

export const OutstandingCase = DueCase.extend({
  dueDate: IsoDate,
  supervisor: z.string().nullable(),
  /** Days from the due date to the as-at date; 0 on the day itself. */
  daysLate: z.number().int().min(0),
  band: LateBand,
});
/** Work of one case due on or before the as-at date and not done. */
export type OutstandingCase = z.infer<typeof OutstandingCase>;

const backlogFigures = {
  /** Cases owing the duty: the denominator of the share. */
  owing: z.number().int(),
  outstanding: z.number().int(),
  /** Outstanding ÷ owing; null when no case owes the duty. */
  share: z.number().nullable(),
};
const againstTolerance = {
  ...backlogFigures,
  /** The share is above the tolerance; one equal to it is within. */
  isOverTolerance: z.boolean(),
};

const RiskBacklog = z.object({
  risk: Risk,
  ...againstTolerance,
  bands: z.record(LateBand, z.number().int()),
});

export const DutyBacklog = z.object({
  duty: z.string(),
  name: z.string(),
  ...againstTolerance,
  bands: z.record(LateBand, z.number().int()),
  /** One row a risk level, highest first, the unassessed last. */
  rows: z.array(RiskBacklog),
  oldest: z.object({ reference: z.string(), dueDate: IsoDate, daysLate: z.number().int() }).nullable(),
  hours: Hours,
});
/** One duty's matrix of risk × lateness. Rows add up to bands, and both to `outstanding`. */
export type DutyBacklog = z.infer<typeof DutyBacklog>;

export const Clearing = z.object({
  /** Offender managers' hours of all outstanding work, whatever the duty. */
  hours: Hours,
  /**
   * `nothing` is outstanding; clear `by` a month; `not-within` the horizon; `no-capacity` known: no staff list, or
   * capacity is a team's and not one person's.
   */
  state: z.enum(['nothing', 'by', 'not-within', 'no-capacity']),
  month: Month.nullable(),
});
/** By when outstanding work could be done, beside what falls due meanwhile, in the capacity there is. */
export type Clearing = z.infer<typeof Clearing>;

export const TeamBacklog = z.object({
  team: z.string(),
  /** Per duty, in the order of the standards. */
  duties: z.array(z.object({ duty: z.string(), ...againstTolerance })),
  clearing: Clearing,
});
export type TeamBacklog = z.infer<typeof TeamBacklog>;

export const BacklogChange = z.object({
  /** Fell due since and is outstanding now; a case done and overdue again counts as done and as this. */
  fellDue: z.number().int(),
  /** Came with a case that joined. */
  joined: z.number().int(),
  /** Came with a case that moved in from another team, officer or supervisor. */
  movedIn: z.number().int(),
  done: z.number().int(),
  /** Went with a case that left. */
  left: z.number().int(),
  movedOut: z.number().int(),
  noLongerOwed: z.number().int(),
  /** Due later now, without having been done. */
  redated: z.number().int(),
});
/** Outstanding then + fell due + joined + moved in − done − left − moved out − no longer owed − re-dated = now. */
export type BacklogChange = z.infer<typeof BacklogChange>;

export const noBacklogChange: BacklogChange = {
  fellDue: 0,
  joined: 0,
  movedIn: 0,
  done: 0,
  left: 0,
  movedOut: 0,
  noLongerOwed: 0,
  redated: 0,
};

/** The parts of that sum in its order, as they are said. */
export const backlogChangeParts: ReadonlyArray<{
  key: keyof BacklogChange;
  name: string;
  sign: '+' | '−';
}> = [
  { key: 'fellDue', name: 'fell due', sign: '+' },
  { key: 'joined', name: 'came with new cases', sign: '+' },
  { key: 'movedIn', name: 'moved in', sign: '+' },
  { key: 'done', name: 'done', sign: '−' },
  { key: 'left', name: 'left', sign: '−' },
  { key: 'movedOut', name: 'moved out', sign: '−' },
  { key: 'noLongerOwed', name: 'no longer owed', sign: '−' },
  { key: 'redated', name: 're-dated', sign: '−' },
];

export const BacklogPoint = z.object({
  snapshotId: z.number().int(),
  asAt: IsoDate,
  ...backlogFigures,
  /** Since the point before; null for the first. */
  change: BacklogChange.nullable(),
});
export type BacklogPoint = z.infer<typeof BacklogPoint>;

export const signOffBands = ['0-7', '8-14', '15-to-limit', 'over-limit'] as const;
export const SignOffBand = z.enum(signOffBands);
export type SignOffBand = z.infer<typeof SignOffBand>;
export const signOffBandNames: Record<SignOffBand, string> = {
  '0-7': 'To 7 days',
  '8-14': '8–14 days',
  '15-to-limit': '15 days to the limit',
  'over-limit': 'Over the limit',
};

export const WaitingSignOff = z.object({
  reference: z.string(),
  team: z.string(),
  officer: z.string().nullable(),
  supervisor: z.string().nullable(),
  risk: Risk,
  /** Key of the duty done. */
  duty: z.string(),
  doneOn: IsoDate,
  /** The last day on which signing it off is in time. */
  dueBy: IsoDate,
  ageDays: z.number().int(),
  band: SignOffBand,
});
/** Work done and not signed off. */
export type WaitingSignOff = z.infer<typeof WaitingSignOff>;

export const SupervisorSignOffs = z.object({
  /** Null for cases that name no supervisor. */
  supervisor: z.string().nullable(),
  waiting: z.number().int(),
  bands: z.record(SignOffBand, z.number().int()),
  oldestDays: z.number().int().nullable(),
  /** How many would wait after the sharing-out. */
  afterSharing: z.number().int(),
  /** Among those with the fewest waiting, and fewer than someone else. */
  hasRoom: z.boolean(),
});
export type SupervisorSignOffs = z.infer<typeof SupervisorSignOffs>;

export const SignOffShare = z.object({
  from: z.string().nullable(),
  to: z.string(),
  items: z.array(WaitingSignOff),
});
/** Sign-offs that one supervisor would take over from another. */
export type SignOffShare = z.infer<typeof SignOffShare>;

const checkKeys = [
  'unannounced',
  'single-crewed',
  'reactive-conditions',
  'pnd-age',
  'high-risk-unvisited',
  'not-assessed',
] as const;
export const CheckKey = z.enum(checkKeys);
export type CheckKey = z.infer<typeof CheckKey>;

export const CheckSettings = z.strictObject({
  /** Share of visits meant to be unannounced. */
  unannouncedShare: z.number().min(0).max(1),
  /** Months at low risk before a case may be managed reactively. */
  monthsAtLow: z.number().int().min(0).max(120),
});
/** What practice is checked against where that is the force's to say. */
export type CheckSettings = z.infer<typeof CheckSettings>;

/** The share forces are inspected against, and the published conditions of reactive management. */
export const defaultCheckSettings: CheckSettings = { unannouncedShare: 0.85, monthsAtLow: 36 };

export const CheckCase = z.object({
  reference: z.string(),
  team: z.string(),
  officer: z.string().nullable(),
  risk: Risk,
  /** What is found, in words. */
  finding: z.string(),
});
export type CheckCase = z.infer<typeof CheckCase>;

export const PracticeCheck = z.object({
  key: CheckKey,
  name: z.string(),
  /** What is counted, out of what. */
  about: z.string(),
  /** False when the snapshot holds none of the fields: then nothing is counted. */
  isHeld: z.boolean(),
  /** Cases that the check finds; null when not held. */
  found: z.number().int().nullable(),
  /** Cases that could be checked; null when not held. */
  of: z.number().int().nullable(),
  /** Cases that the check is about and whose fields are missing: neither found nor cleared. */
  missing: z.number().int(),
  /** The share meant to be reached, of cases not found; null where none is. */
  target: z.number().nullable(),
  cases: z.array(CheckCase),
});
export type PracticeCheck = z.infer<typeof PracticeCheck>;
