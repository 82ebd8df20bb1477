/** What scenarios come out as: by month and team, compared, swept, and sought. */
import { z } from 'zod';
import { IsoDate, Month } from './dates.ts';
import { Fte, Hours, Utilisation } from './units.ts';

const share = z.number().min(0).max(1);
const spread = <T extends z.ZodType>(value: T) =>
  z.object({
    /** On the middle path: the force's median, shared out so that teams add up to it. */
    middle: z.array(value),
    /** Ends of the 80 % range over all simulated futures; null where only the middle path was worked out. */
    low: z.array(value).nullable(),
    high: z.array(value).nullable(),
  });

export const Spread = spread(z.number());
/** A value for each month, with its range. */
export type Spread = z.infer<typeof Spread>;
export const MaybeSpread = spread(z.number().nullable());
/** The same where a month may have none: no people to divide by. */
export type MaybeSpread = z.infer<typeof MaybeSpread>;

const when = z.object({
  /** On the middle path; null for never within the months shown. */
  middle: Month.nullable(),
  /** By the upper end of the 80 % range: the first month in which one future in ten is over; null for never, or not simulated. */
  high: Month.nullable(),
});

export const YearNeed = z.object({
  /** March, at whose end the financial year ends. */
  month: Month,
  /** RSOs that the ratio counts. */
  counted: z.number(),
  /** Offender managers with whom they are at the limit. */
  needed: Fte,
  low: Fte.nullable(),
  high: Fte.nullable(),
  /** Full-time equivalents that count in that month, and how many more are needed; 0 where there are enough. */
  fte: Fte,
  shortBy: Fte,
});
export type YearNeed = z.infer<typeof YearNeed>;

const peaks = { peakBefore: Utilisation.nullable(), peakAfter: Utilisation.nullable() };

export const TeamResult = z.object({
  /** Null for the force. */
  team: z.string().nullable(),
  /** All cases at the end of each month. */
  rsos: Spread,
  /** Those that the ratio counts. */
  counted: Spread,
  /** Offender managers in post, mean over the working days of the month: all, and with newcomers in part. */
  inPost: z.array(Fte),
  fte: z.array(Fte),
  /** Full-time equivalents that the ratio divides by: `fte`, or what absence leaves of it where the settings say so. */
  divisor: z.array(Fte),
  /** Counted RSOs per `divisor`. */
  ratio: MaybeSpread,
  /** Hours of offender managers' work: all, and of it that of cases not known yet (middle path). */
  load: Spread,
  newLoad: z.array(Hours),
  capacity: z.array(Hours),
  utilisation: MaybeSpread,
  firstOverLimit: when,
  firstOverCapacity: when,
  /** Months of the middle path. */
  monthsOverLimit: z.number().int(),
  monthsOverCapacity: z.number().int(),
  /** Share of futures over in each month; null where not simulated. */
  chanceOverLimit: z.array(share).nullable(),
  chanceOverCapacity: z.array(share).nullable(),
  /** Share of futures that are within in every month. */
  chanceWithinLimit: share.nullable(),
  chanceWithinCapacity: share.nullable(),
  /** At each 31 March. */
  need: z.array(YearNeed),
  /** What levelling is taken to do to the middle path's peak; null where it is off. */
  levelling: z
    .object({
      ...peaks,
      /** The same of the first months, which are those that the Levelling page plans. */
      horizon: z.object({ months: z.number().int(), ...peaks }),
      extraHours: Hours,
    })
    .nullable(),
});
export type TeamResult = z.infer<typeof TeamResult>;

export const CostYear = z.object({
  /** `2026/27`: April to March. */
  year: z.string(),
  /** Months of it within the horizon: the first and the last may be cut. */
  months: z.number().int(),
  /** Full-time equivalents paid, mean over these months. */
  fte: Fte,
  /** Pounds; null where a pay or on-cost that it needs is missing. */
  total: z.number().nullable(),
  /** Beyond the same roster without the scenario's changes. */
  added: z.number().nullable(),
  cumulative: z.number().nullable(),
  cumulativeAdded: z.number().nullable(),
});
export type CostYear = z.infer<typeof CostYear>;

export const Cost = z.object({
  years: z.array(CostYear),
  /** What the sums leave open, in sentences: which pay is missing, what on-cost holds. */
  notes: z.array(z.string()),
});
export type Cost = z.infer<typeof Cost>;

export const ScenarioResult = z.object({
  name: z.string(),
  snapshotId: z.number().int(),
  asAt: IsoDate,
  rosterAsAt: IsoDate.nullable(),
  months: z.array(Month),
  /** RSOs per offender manager to stay within. */
  limit: z.number(),
  /** What the ratio divides by what, in words; to be printed with every figure. */
  definition: z.string(),
  runs: z.number().int(),
  seed: z.number().int(),
  /** Whether ranges and chances were worked out. */
  simulated: z.boolean(),
  teams: z.array(TeamResult),
  force: TeamResult,
  cost: Cost,
  /** Names of unconfirmed values that the figures rest on. */
  unconfirmed: z.array(z.string()),
  /** What a reader must know, in sentences. */
  notes: z.array(z.string()),
});
export type ScenarioResult = z.infer<typeof ScenarioResult>;

export const figureKeys = [
  'rsos-end',
  'fte-end',
  'ratio-end',
  'ratio-worst',
  'first-over-limit',
  'months-over-limit',
  'peak-utilisation',
  'mean-utilisation',
  'first-over-capacity',
  'months-over-capacity',
  'needed-end',
  'short-end',
  'cost-total',
  'cost-added',
] as const;
export const FigureKey = z.enum(figureKeys);
/** Figures by which scenarios are told apart; `end` is the last month shown. */
export type FigureKey = z.infer<typeof FigureKey>;

const figureUnits = ['number', 'fte', 'ratio', 'share', 'months', 'month', 'pounds'] as const;
export const Figure = z.object({
  key: FigureKey,
  name: z.string(),
  unit: z.enum(figureUnits),
  /** A month for `month`, else a number; null for none or never. In the order of the scenarios, the baseline first. */
  values: z.array(z.union([z.number(), Month]).nullable()),
});
export type Figure = z.infer<typeof Figure>;

export const Comparison = z.object({
  /** Names, the baseline first. */
  scenarios: z.array(z.object({ name: z.string(), scenarioId: z.number().int().nullable() })),
  /** Assumptions in which at least one differs from the baseline, in words; in the order of the scenarios. */
  assumptions: z.array(
    z.object({ name: z.string(), values: z.array(z.string()), differs: z.array(z.boolean()) }),
  ),
  /** Of the team asked for, or the force. */
  team: z.string().nullable(),
  figures: z.array(Figure),
  /** Each scenario's, in the same order. */
  results: z.array(ScenarioResult),
});
export type Comparison = z.infer<typeof Comparison>;

export const TornadoBar = z.object({
  /** Stable name of the assumption: `growth`, `hours`, `attrition` … */
  key: z.string(),
  name: z.string(),
  /** The assumption in words: as the scenario has it, lower and higher. */
  now: z.string(),
  low: z.string(),
  high: z.string(),
  /** The figure with the assumption lower and higher, all else as it is; null for none. */
  atLow: z.number().nullable(),
  atHigh: z.number().nullable(),
  /** |atHigh − atLow|; bars are sorted by it, largest first. */
  swing: z.number(),
});
export type TornadoBar = z.infer<typeof TornadoBar>;

export const Tornado = z.object({
  figure: FigureKey,
  name: z.string(),
  unit: z.enum(figureUnits),
  team: z.string().nullable(),
  /** The figure with everything as it is; null for none. */
  now: z.number().nullable(),
  bars: z.array(TornadoBar),
});
export type Tornado = z.infer<typeof Tornado>;

export const SweepPoint = z.object({
  posts: z.number(),
  /** Worst and last ratio, and peak utilisation, of the middle path. */
  ratioWorst: z.number().nullable(),
  ratioEnd: z.number().nullable(),
  peakUtilisation: z.number().nullable(),
  /** The peak of the months looked at: before these, nobody is in post yet and posts change nothing. */
  peakLookedAt: z.number().nullable(),
  monthsOverLimit: z.number().int(),
  monthsOverCapacity: z.number().int(),
  chanceWithinLimit: share,
  chanceWithinCapacity: share,
  /** Pounds beyond the roster as it is, over all months; null where a pay is missing. */
  costAdded: z.number().nullable(),
});
export type SweepPoint = z.infer<typeof SweepPoint>;

export const Sweep = z.object({
  team: z.string().nullable(),
  /** First and last month in which limits are looked at. */
  first: Month,
  last: Month,
  points: z.array(SweepPoint),
});
export type Sweep = z.infer<typeof Sweep>;

export const Sought = z.object({
  goal: z.enum(['ratio', 'capacity']),
  team: z.string().nullable(),
  probability: share,
  first: Month,
  last: Month,
  /** Fewest posts that do when recruiting begins at `earliest`; null where even the most tried do not. */
  posts: z.number().int().nullable(),
  earliest: Month,
  /** Latest month from which recruiting so many posts still does; null without an answer. */
  latestStart: Month.nullable(),
  /** Share of futures within in every month looked at: with so many posts from `latestStart`, and with one fewer from `earliest`. */
  chance: share.nullable(),
  chanceOneFewer: share.nullable(),
  /** Of the most posts tried, where there is no answer. */
  mostTried: z.number().int(),
  chanceOfMost: share.nullable(),
  /** The answer in a sentence. */
  answer: z.string(),
});
export type Sought = z.infer<typeof Sought>;
