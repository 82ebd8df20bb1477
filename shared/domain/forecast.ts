/** What a forecast of the number of RSOs looks like: from yearly totals, and case by case. */
import { z } from 'zod';
import { Risk } from './case.ts';
import { IsoDate, Month } from './dates.ts';

/** Futures drawn and the seed they are drawn from where nobody says otherwise (planning §4). */
export const USUAL_RUNS = 1000;
export const USUAL_SEED = 1;

const share = z.number().min(0).max(1);
const counts = z.array(z.number().min(0));

export const totalsMethods = [
  'same-as-last-year',
  'drift',
  'damped-trend',
  'theta',
  'national-growth',
  'combined',
] as const;
export const TotalsMethod = z.enum(totalsMethods);
export type TotalsMethod = z.infer<typeof TotalsMethod>;

export const PastError = z.object({
  /** Forecasts made of what was known already, and compared. */
  forecasts: z.number().int(),
  /** Mean of |forecast − truth| ÷ truth. */
  mape: z.number(),
  /** The same of the last value held, carried on unchanged. */
  sameAsLast: z.number(),
  /** Share of the forecasts whose 50 % and 80 % ranges held the truth. */
  covered50: share,
  covered80: share,
});
/** How wrong forecasts of the same kind have been on the data held. */
export type PastError = z.infer<typeof PastError>;

const bands = {
  /** Lower and upper end of the 80 % range. */
  low: counts,
  high: counts,
  low50: counts,
  high50: counts,
};

export const TotalsForecast = z.object({
  /** The counts that it rests on, in order of years. */
  given: z.array(z.object({ year: z.number().int(), count: z.number().min(0) })),
  years: z.array(z.number().int()),
  mean: counts,
  ...bands,
  method: TotalsMethod,
  /** Every method with its mean error on the series itself; null where it cannot be scored. */
  candidates: z.array(
    z.object({
      method: TotalsMethod,
      name: z.string(),
      error: z.number().nullable(),
      forecasts: z.number().int(),
    }),
  ),
  /** Of the whole procedure, choice of method included; null with too few years. */
  pastError: PastError.nullable(),
  /** What the forecast rests on and how wrong it has been, in sentences. */
  notes: z.array(z.string()),
});
export type TotalsForecast = z.infer<typeof TotalsForecast>;

export const Range = z.object({ median: counts, ...bands });
/** Median, 80 % and 50 % range of a number of cases, a value for each month. */
export type Range = z.infer<typeof Range>;

export const TeamForecast = Range.extend({ team: z.string(), now: z.number().int() });
export type TeamForecast = z.infer<typeof TeamForecast>;

export const RiskForecast = Range.extend({ risk: Risk, now: z.number().int() });
export type RiskForecast = z.infer<typeof RiskForecast>;

export const CasesPastError = PastError.extend({
  /** Snapshots from which the ones after them were forecast. */
  origins: z.number().int(),
  byHorizon: z.array(PastError.extend({ months: z.number().int() })),
  /** Of the teams' forecasts, all teams together. */
  teams: PastError,
});
export type CasesPastError = z.infer<typeof CasesPastError>;

export const CasesForecast = Range.extend({
  asAt: IsoDate,
  /** Cases held in the snapshot. */
  now: z.number().int(),
  /** A value of each list is the number of cases at the end of the month. */
  months: z.array(Month),
  method: z.string(),
  runs: z.number().int(),
  seed: z.number().int(),
  /** Snapshots that rates were estimated from, the one forecast from included. */
  snapshots: z.number().int(),
  teams: z.array(TeamForecast),
  risks: z.array(RiskForecast),
  /** The force's median shared out by team and risk, so that they add up to it. */
  middle: z.array(z.object({ team: z.string(), risk: Risk, cases: counts })),
  /** Expected new cases a month, by team and risk. */
  joiners: z.array(z.object({ team: z.string(), risk: Risk, expected: counts })),
  /** Cases whose notification ends in the month. */
  knownEnds: z.array(z.number().int()),
  /** Null where too few snapshots are held. */
  pastError: CasesPastError.nullable(),
  notes: z.array(z.string()),
});
export type CasesForecast = z.infer<typeof CasesForecast>;
