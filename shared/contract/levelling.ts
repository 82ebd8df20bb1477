import { z } from 'zod';
import { IsoDate } from '#shared/domain/dates.ts';
import { HandPlanReplay } from '#shared/domain/hand-plan.ts';
import { Plan, PlanDifference, TeamFrontier } from '#shared/domain/plan.ts';
import { Problem } from '#shared/domain/problem.ts';
import { Steering } from '#shared/domain/steering.ts';
import { command, id, job, monthsAhead, nothing, query, snapshotChoice, teamName } from './operation.ts';

export const Proposal = z.object({
  proposalId: z.string(),
  snapshotId: id,
  asAt: IsoDate,
  plan: Plan,
  /** Names of unconfirmed values that the plan rests on. */
  unconfirmed: z.array(z.string()),
  /** Facts a reader of the plan must know: no roster, cases not assessed, absences not held. */
  warnings: z.array(z.string()),
  /** Only when asked for. */
  problem: Problem.nullable(),
  /** The word it was solved around. */
  steering: Steering,
  /** What is different from the plan it was asked to be compared with; null when it was not asked. */
  changedSince: PlanDifference.nullable(),
});
/** A plan computed but not accepted. */
export type Proposal = z.infer<typeof Proposal>;

export const Frontier = z.object({
  snapshotId: id,
  asAt: IsoDate,
  teams: z.array(TeamFrontier),
  /** Names of unconfirmed values that the curves rest on. */
  unconfirmed: z.array(z.string()),
});
export type Frontier = z.infer<typeof Frontier>;

/** Just below what one request may hold. */
const MOST_CSV = 900_000;
const proposalId = z.string().max(100);

/** What has been said of a team's plan so far, and what of it the plan last asked for was solved around. */
export const SteeringSaid = z.strictObject({ draft: Steering, applied: Steering });
export type SteeringSaid = z.infer<typeof SteeringSaid>;
const ofPlan = { snapshotId: id, team: teamName, months: monthsAhead };

export const levellingContract = {
  /** As it was last kept while this workspace is open; nothing said where it was not. */
  'steering.get': query({ input: z.strictObject(ofPlan), output: SteeringSaid }, { logged: 'view' }),
  /** Keeps it in memory until the workspace is closed: it is in no file before a plan is accepted. */
  'steering.keep': command(
    { input: z.strictObject({ ...ofPlan, ...SteeringSaid.shape }), output: nothing },
    { logged: 'nothing' },
  ),
  'levelling.level': job(
    {
      input: z.strictObject({
        ...snapshotChoice,
        team: teamName,
        months: monthsAhead.optional(),
        target: z.number().min(0.1).max(5).optional(),
        withProblem: z.boolean().optional(),
        steering: Steering.optional(),
        /** The proposal still held, or the accepted plan, to tell the changes from. */
        since: z.union([z.strictObject({ proposalId }), z.strictObject({ planId: id })]).optional(),
      }),
      output: Proposal,
    },
    { logged: 'view' },
  ),
  /** Follows a plan made by hand (CSV: reference, duty, due, to) through the rules and the knock-on. */
  'levelling.replay': query(
    {
      input: z.strictObject({
        ...snapshotChoice,
        team: teamName,
        months: monthsAhead.optional(),
        steering: Steering.optional(),
        csv: z.string().max(MOST_CSV),
      }),
      output: HandPlanReplay,
    },
    { logged: 'view' },
  ),
  /** What each number of moves can bring, team by team: all teams of the snapshot where none is named. */
  'levelling.frontier': job(
    {
      input: z.strictObject({
        ...snapshotChoice,
        team: teamName.optional(),
        months: monthsAhead.optional(),
        /** A cap on moves among it is left out: the curve is about just that. */
        steering: Steering.optional(),
      }),
      output: Frontier,
    },
    { logged: 'nothing' },
  ),
};
