/** Settings of a workspace: thresholds and definitions a force chooses, none of them a duty's standard. */
import { z } from 'zod';
import { AbstractionSettings, defaultAbstractionSettings } from './abstraction.ts';
import { CheckSettings, defaultCheckSettings } from './backlog.ts';
import { RiskLevel } from './case.ts';
import { defaultSmallCountRule, SmallCountRule } from './small-counts.ts';
import { Fte } from './units.ts';

/** Which RSOs a ratio counts: filters joined with `+`, for example `community+active`. */
export const Numerator = z
  .string()
  .regex(
    /^(all|(community|active|police-led)(\+(community|active|police-led))*)$/,
    'all, or community, active, police-led joined with +',
  );
export type Numerator = z.infer<typeof Numerator>;

export const denominators = ['in-post-fte', 'in-post-headcount', 'effective-fte', 'established-fte'] as const;
export const Denominator = z.enum(denominators);
/** Which offender managers a ratio counts. Supervisors never count. */
export type Denominator = z.infer<typeof Denominator>;

export const Settings = z.strictObject({
  forceName: z.string().max(80),
  /** Months planned ahead, 12 to 60. */
  horizonMonths: z.number().int().min(12).max(60),
  /** First month open to planning, counted from month 0. */
  firstOpenMonth: z.number().int().min(0).max(11),
  /** A month is a peak above this utilisation … */
  peakOverCapacity: z.number().min(0.1).max(3),
  /** … or this share above the team's mean over its next twelve months. */
  peakAboveMean: z.number().min(0.01).max(2),
  /** The level under which an unassessed case is planned. */
  unassessedAs: RiskLevel,
  ratioNumerator: Numerator,
  ratioDenominator: Denominator,
  /** RSOs per offender manager that the force means to stay within. */
  ratioLimit: z.number().min(1).max(500),
  /** Share of the cases owing a duty that may be outstanding. */
  backlogTolerance: z.number().min(0).max(1),
  /** Minutes without use after which the workspace is closed; 0 for never. */
  lockAfterMinutes: z.number().int().min(0).max(480),
  /** Posts established per team, by team name; a team that is absent has no known establishment. */
  establishedFte: z.record(z.string(), Fte),
  /** Thresholds of reviewing abstractions and of calling them regular. */
  abstractions: AbstractionSettings,
  checks: CheckSettings,
  /** What happens to counts in a shared report that could say who is meant. */
  smallCounts: SmallCountRule,
});
export type Settings = z.infer<typeof Settings>;

export const PeakThresholds = Settings.pick({ peakOverCapacity: true, peakAboveMean: true });
/** By which settings a month is a peak. */
export type PeakThresholds = z.infer<typeof PeakThresholds>;

export const defaultSettings: Settings = {
  forceName: '',
  horizonMonths: 24,
  firstOpenMonth: 0,
  peakOverCapacity: 1,
  peakAboveMean: 0.15,
  unassessedAs: 'medium',
  ratioNumerator: 'community',
  ratioDenominator: 'in-post-fte',
  ratioLimit: 50,
  backlogTolerance: 0.05,
  lockAfterMinutes: 30,
  establishedFte: {},
  abstractions: defaultAbstractionSettings,
  checks: defaultCheckSettings,
  smallCounts: defaultSmallCountRule,
};
