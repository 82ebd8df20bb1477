import { z } from 'zod';
import { IsoDate } from '#shared/domain/dates.ts';
import { Plan, Problem, TeamFrontier } from '#shared/domain/plan.ts';
import { command, id, job, monthsAhead, query, snapshotChoice, teamName } from './operation.ts';

export const Proposal = z.object({
  proposalId: z.string(),
  snapshotId: id,
  asAt: IsoDate,
  plan: Plan,
  /** Names of unconfirmed values that the plan rests on. */
  unconfirmed: z.array(z.string()),
  /** Only when asked for. */
  problem: Problem.nullable(),
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

export const PlanSummary = z.object({
  id,
  snapshotId: id,
  asAt: IsoDate,
  team: z.string(),
  /** ISO instant. */
  acceptedAt: z.string(),
  undoneAt: z.string().nullable(),
  /** Accepted, not undone, the newest of its team and resting on the newest snapshot. */
  inForce: z.boolean(),
  /** A newer snapshot has been loaded since. */
  isStale: z.boolean(),
  peakBefore: z.number().nullable(),
  peakAfter: z.number().nullable(),
  moves: z.number().int(),
  note: z.string(),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

export const levellingContract = {
  'levelling.level': job(
    {
      input: z.strictObject({
        ...snapshotChoice,
        team: teamName,
        months: monthsAhead.optional(),
        target: z.number().min(0.1).max(5).optional(),
        /** Moves at most, for example those of a point of the frontier. */
        maxMoves: z.number().int().min(0).max(100_000).optional(),
        withProblem: z.boolean().optional(),
      }),
      output: Proposal,
    },
    { changes: [] },
  ),
  /** What each number of moves can bring, team by team: all teams of the snapshot where none is named. */
  'levelling.frontier': job({
    input: z.strictObject({
      ...snapshotChoice,
      team: teamName.optional(),
      months: monthsAhead.optional(),
    }),
    output: Frontier,
  }),
  /** Stores a proposal with the snapshot, standards and settings it came from. A newer one of the team replaces it. */
  'plans.accept': command(
    {
      input: z.strictObject({ proposalId: z.string().max(100), note: z.string().max(500).optional() }),
      output: PlanSummary,
    },
    { changes: ['plans'] },
  ),
  'plans.undo': command(
    { input: z.strictObject({ planId: id }), output: PlanSummary },
    { changes: ['plans'] },
  ),
  'plans.list': query({ input: z.strictObject({ team: teamName.optional() }), output: z.array(PlanSummary) }),
  'plans.get': query({
    input: z.strictObject({ planId: id }),
    output: z.object({ summary: PlanSummary, plan: Plan, unconfirmed: z.array(z.string()) }),
  }),
};
