/**
 * Standards: which work recurs, how often, how long it takes, who owes it. They are data: a force edits
 * them and can add duties of its own, so no code may name a fixed list of duties.
 */
import { z } from 'zod';
import { CaseStatus, LeadAgency, ManagementMode, RiskLevel } from './case.ts';
import { IsoDate } from './dates.ts';

export const StandardValue = z.strictObject({
  value: z.number().min(0).max(10_000),
  /** Where the value comes from, in words a reader can check. */
  source: z.string().max(500),
  /** True once the force has said that this value is its own. */
  confirmed: z.boolean(),
  /** The day on which the value was last changed; null for a shipped example. */
  setOn: IsoDate.nullable(),
});
/** A number with its source and whether the force stands by it. */
export type StandardValue = z.infer<typeof StandardValue>;

export const riskFields = ['interval', 'window', 'hours', 'catchUp'] as const;
export const RiskField = z.enum(riskFields);
/**
 * `interval`: months between occurrences. `window`: months an occurrence may be done early.
 * `hours`: per occurrence, all officers together, travel and write-up included.
 * `catchUp`: months over which overdue work may be spread.
 */
export type RiskField = z.infer<typeof RiskField>;

export const ResetRule = z.enum(['full', 'anniversary', 'tolerance']);
/** How doing work early sets its next due date (planning §1). */
export type ResetRule = z.infer<typeof ResetRule>;

export const Reset = z.strictObject({
  rule: ResetRule,
  /** Months early that do not move the next date; used by `tolerance` only. */
  tolerance: z.number().int().min(0).max(12),
  /** Share of the months beyond the tolerance by which the next date moves; used by `tolerance` only. */
  factor: z.number().min(0).max(1),
});
export type Reset = z.infer<typeof Reset>;

export const HoursOf = z.enum(['offender-manager', 'supervisor', 'other-unit']);
/** Whose hours a duty takes. Load and capacity are offender managers'; the others stand apart. */
export type HoursOf = z.infer<typeof HoursOf>;

export const DutyStandard = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  name: z.string().min(1).max(60),
  hoursOf: HoursOf,
  /** False where the date is fixed by law or by other people: load that levelling leaves alone. */
  movable: z.boolean(),
  /** Null means "any". A case whose value is missing is taken to owe the duty. */
  owedBy: z.strictObject({
    modes: z.array(ManagementMode).nullable(),
    statuses: z.array(CaseStatus).nullable(),
    leadAgencies: z.array(LeadAgency).nullable(),
  }),
  reset: Reset,
  /** Keys of duties whose every occurrence calls for one of this duty a month later (sign-off); else null. */
  follows: z.array(z.string()).nullable(),
  /** Days after the as-at date within which a case that never had this duty owes its first. */
  firstAssessmentDays: StandardValue,
  values: z.record(
    RiskLevel,
    z.strictObject({
      interval: StandardValue,
      window: StandardValue,
      hours: StandardValue,
      catchUp: StandardValue,
    }),
  ),
});
export type DutyStandard = z.infer<typeof DutyStandard>;

export const assumptionKeys = [
  'officerWeekHours',
  'staffWeekHours',
  'leaveDays',
  'trainingDays',
  'otherShare',
  'sicknessRate',
  'otherAbstractionRate',
  'scheduledShare',
] as const;
export const AssumptionKey = z.enum(assumptionKeys);
/** Capacity assumptions (planning §2). Rates and shares are between 0 and 1; days and hours are per person. */
export type AssumptionKey = z.infer<typeof AssumptionKey>;

export const Standards = z.strictObject({
  duties: z.array(DutyStandard).min(1).max(40),
  assumptions: z.record(AssumptionKey, StandardValue),
});
export type Standards = z.infer<typeof Standards>;

const EXAMPLE = 'Example value shipped with Evenkeel; no published source';
const example = (value: number, source = EXAMPLE): StandardValue => ({
  value,
  source,
  confirmed: false,
  setOn: null,
});

type PerRisk = readonly [veryHigh: number, high: number, medium: number, low: number];
const same = (value: number): PerRisk => [value, value, value, value];

function perRisk(
  intervals: PerRisk,
  windows: PerRisk,
  hours: number,
  catchUps: PerRisk,
  intervalSource?: string,
): DutyStandard['values'] {
  const cell = (index: 0 | 1 | 2 | 3) => ({
    interval: example(intervals[index], intervalSource),
    window: example(windows[index]),
    hours: example(hours),
    catchUp: example(catchUps[index]),
  });
  return { 'very-high': cell(0), high: cell(1), medium: cell(2), low: cell(3) };
}

const NATIONAL_2017 =
  'Example: national intervals up to June 2017 (press reports); today each plan sets its own';
const inCommunity = { modes: null, statuses: ['community' as const], leadAgencies: null };
const fullReset: Reset = { rule: 'full', tolerance: 0, factor: 1 };

/** The example standards a new workspace starts with: every value unconfirmed, none a national figure. */
export function exampleStandards(): Standards {
  const activeInCommunity = { ...inCommunity, modes: ['active' as const] };
  const common = { reset: fullReset, movable: true, follows: null, hoursOf: 'offender-manager' as const };
  return {
    duties: [
      {
        ...common,
        key: 'visit',
        name: 'Visit',
        owedBy: activeInCommunity,
        firstAssessmentDays: example(28),
        values: perRisk([1, 3, 6, 12], [0, 1, 1, 2], 7, [0, 0, 1, 2], NATIONAL_2017),
      },
      {
        ...common,
        key: 'arms',
        name: 'ARMS',
        owedBy: activeInCommunity,
        firstAssessmentDays: example(56),
        values: perRisk(same(12), [1, 2, 2, 2], 6, [0, 1, 2, 2]),
      },
      {
        ...common,
        key: 'rmp',
        name: 'RMP review',
        owedBy: inCommunity,
        firstAssessmentDays: example(56),
        values: perRisk(same(12), [1, 2, 2, 2], 2, [0, 1, 2, 2]),
      },
      {
        ...common,
        key: 'pnd',
        name: 'PND check',
        hoursOf: 'other-unit',
        owedBy: inCommunity,
        firstAssessmentDays: example(56),
        values: perRisk(same(12), same(2), 0.5, same(2)),
      },
      {
        ...common,
        key: 'notification',
        name: 'Notification',
        movable: false,
        owedBy: inCommunity,
        firstAssessmentDays: example(365),
        values: perRisk(same(12), same(0), 1, same(0), 'Annual notification, Sexual Offences Act 2003 s.85'),
      },
      {
        ...common,
        key: 'signoff',
        name: 'Sign-off',
        hoursOf: 'supervisor',
        movable: false,
        owedBy: inCommunity,
        follows: ['visit', 'arms', 'rmp'],
        firstAssessmentDays: example(30),
        values: perRisk(same(1), same(0), 0.5, same(0), 'Within one month: HMICFRS 2026, recommendation 8'),
      },
    ],
    assumptions: {
      officerWeekHours: example(40),
      staffWeekHours: example(37, 'Example: one force’s published role profile'),
      leaveDays: example(27, 'Example: Police Regulations, ten years’ service'),
      trainingDays: example(8),
      otherShare: example(0),
      sicknessRate: example(0.05, 'Example: officer sickness, year to March 2025 (press reports)'),
      otherAbstractionRate: example(0.05),
      scheduledShare: example(0.65),
    },
  };
}
