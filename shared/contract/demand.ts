import { z } from 'zod';
import { Risk } from '#shared/domain/case.ts';
import { IsoDate, Month } from '#shared/domain/dates.ts';
import { CountedTeam, DemandOfTeam, DueCase, JoinerLoad, RatioFigure } from '#shared/domain/demand.ts';
import { Denominator, Numerator, PeakThresholds } from '#shared/domain/settings.ts';
import { HoursOf } from '#shared/domain/standards.ts';
import { Hours } from '#shared/domain/units.ts';
import { job, monthsAhead, query, snapshotChoice, teamName } from './operation.ts';
import { futures } from './scenarios.ts';

export const Demand = z.object({
  snapshotId: z.number().int(),
  asAt: IsoDate,
  months: z.array(Month),
  /** As-at date of the roster that capacity rests on; null when no roster is loaded. */
  rosterAsAt: IsoDate.nullable(),
  /** Names and order of duties, for legends. */
  duties: z.array(z.object({ key: z.string(), name: z.string(), hoursOf: HoursOf, movable: z.boolean() })),
  /** Those by which the peaks were found. */
  thresholds: PeakThresholds,
  teams: z.array(DemandOfTeam),
  force: DemandOfTeam,
  /** Values that the figures rest on and the force has not confirmed. */
  unconfirmed: z.array(z.string()),
  /** Facts a reader must know: no roster, cases unassessed, teams without officers. */
  warnings: z.array(z.string()),
});
export type Demand = z.infer<typeof Demand>;

export const ExpectedJoiners = z.object({
  snapshotId: z.number().int(),
  asAt: IsoDate,
  months: z.array(Month),
  runs: z.number().int(),
  seed: z.number().int(),
  teams: z.array(JoinerLoad),
  force: JoinerLoad,
});
export type ExpectedJoiners = z.infer<typeof ExpectedJoiners>;

export const Ratio = z.object({
  snapshotId: z.number().int(),
  asAt: IsoDate,
  rosterAsAt: IsoDate.nullable(),
  numerator: Numerator,
  denominator: Denominator,
  /** The definition in words, to be printed with every figure. */
  definition: z.string(),
  teams: z.array(RatioFigure),
  force: RatioFigure,
  /** What of a forecast the ratio counts follows from these: see `countedAhead`. */
  counted: z.array(CountedTeam),
  warnings: z.array(z.string()),
});
export type Ratio = z.infer<typeof Ratio>;

/** Which work that falls due is listed: of a month, narrowed by what is given. */
export const dueChoice = {
  ...snapshotChoice,
  team: teamName.optional(),
  month: Month,
  duty: z.string().max(40).optional(),
  risk: Risk.optional(),
  officer: z.string().max(60).optional(),
};

export const demandContract = {
  'demand.get': query({
    input: z.strictObject({ ...snapshotChoice, team: teamName.optional(), months: monthsAhead.optional() }),
    output: Demand,
  }),
  /**
   * What expected joiners add to the load, beside `demand.get`: peaks, plans and levelling rest on the cases held alone.
   * Simulates the futures that scenarios rest on where they are not held yet.
   */
  'demand.joiners': job(
    { input: z.strictObject({ ...futures, months: monthsAhead.optional() }), output: ExpectedJoiners },
    { logged: 'nothing' },
  ),
  /** The work that falls due in a month (unmoved): every number opens to these. */
  'demand.cases': query(
    {
      input: z.strictObject({
        ...dueChoice,
        offset: z.number().int().min(0).optional(),
        limit: z.number().int().min(1).max(1000).optional(),
      }),
      output: z.object({ total: z.number().int(), hours: Hours, cases: z.array(DueCase) }),
    },
    { logged: 'view' },
  ),
  'ratio.get': query({
    input: z.strictObject({
      ...snapshotChoice,
      team: teamName.optional(),
      numerator: Numerator.optional(),
      denominator: Denominator.optional(),
    }),
    output: Ratio,
  }),
};
