import { z } from 'zod';
import { IsoDate } from '#shared/domain/dates.ts';
import { Plan, Problem } from '#shared/domain/plan.ts';
import { id, job, monthsAhead, snapshotChoice, teamName } from './operation.ts';

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

export const levellingContract = {
  'levelling.level': job(
    {
      input: z.strictObject({
        ...snapshotChoice,
        team: teamName,
        months: monthsAhead.optional(),
        target: z.number().min(0.1).max(5).optional(),
        withProblem: z.boolean().optional(),
      }),
      output: Proposal,
    },
    { changes: [] },
  ),
};
