import { z } from 'zod';
import {
  BacklogPoint,
  Clearing,
  DutyBacklog,
  LateBand,
  OutstandingCase,
  PracticeCheck,
  SignOffShare,
  SupervisorSignOffs,
  TeamBacklog,
  WaitingSignOff,
} from '#shared/domain/backlog.ts';
import { Risk } from '#shared/domain/case.ts';
import { IsoDate } from '#shared/domain/dates.ts';
import { Hours } from '#shared/domain/units.ts';
import { query, snapshotChoice, teamName } from './operation.ts';

/** More than a force has pieces of work outstanding. */
export const MAX_OUTSTANDING = 20_000;

const dutyKey = z.string().max(40);
const person = z.string().min(1).max(60);
/** Whose work: each part narrows, none means the force. */
export const scope = {
  ...snapshotChoice,
  team: teamName.optional(),
  officer: person.optional(),
  supervisor: person.optional(),
};
/** Which outstanding work is listed: a cell, a row, a column, or everything. */
export const outstandingChoice = {
  ...scope,
  duty: dutyKey.optional(),
  risk: Risk.optional(),
  band: LateBand.optional(),
};
const looked = { snapshotId: z.number().int(), asAt: IsoDate };
const dutyName = z.object({ key: z.string(), name: z.string() });

export const Backlog = z.object({
  ...looked,
  rosterAsAt: IsoDate.nullable(),
  /** Share of the cases owing a duty that may be outstanding. */
  tolerance: z.number(),
  duties: z.array(DutyBacklog),
  /** Every team in scope, in alphabetical order. */
  teams: z.array(TeamBacklog),
  clearing: Clearing,
  /** Who can be asked for: named by cases of the team asked for, else of the force. */
  people: z.object({ officers: z.array(z.string()), supervisors: z.array(z.string()) }),
  /** Values that the figures rest on and the force has not confirmed. */
  unconfirmed: z.array(z.string()),
});
export type Backlog = z.infer<typeof Backlog>;

export const SignOffs = z.object({
  ...looked,
  duties: z.array(dutyName),
  /** Names of duties of which the snapshot holds no sign-off at all: nothing is told of them. */
  untold: z.array(z.string()),
  /** Longest waiting first. */
  waiting: z.array(WaitingSignOff),
  overLimit: z.number().int(),
  bySupervisor: z.array(SupervisorSignOffs),
  /** A proposed sharing-out that evens what waits. */
  shares: z.array(SignOffShare),
});
export type SignOffs = z.infer<typeof SignOffs>;

/** Counts only: nothing in it says who is meant, so looking at it is not logged. */
export const BacklogCounts = z.object({
  ...looked,
  outstanding: z.number().int(),
  /** The same by risk level, highest first, the unassessed last. */
  byRisk: z.array(z.object({ risk: Risk, outstanding: z.number().int() })),
});
export type BacklogCounts = z.infer<typeof BacklogCounts>;

/** Counts only, as those of the backlog. */
export const SignOffCounts = z.object({
  waiting: z.number().int(),
  overLimit: z.number().int(),
  /** Names of duties of which the snapshot holds no sign-off at all. */
  untold: z.array(z.string()),
  /** True where it holds none of any duty. */
  isNoneHeld: z.boolean(),
});
export type SignOffCounts = z.infer<typeof SignOffCounts>;

const Checks = z.object({ ...looked, checks: z.array(PracticeCheck) });

export const backlogContract = {
  /** How much is overdue, of all duties together. */
  'backlog.counts': query({ input: z.strictObject(scope), output: BacklogCounts }),
  'backlog.get': query(
    { input: z.strictObject({ ...scope, duty: dutyKey.optional() }), output: Backlog },
    { logged: 'view' },
  ),
  /** A list to act on, most pressing first. */
  'backlog.cases': query(
    {
      input: z.strictObject({
        ...outstandingChoice,
        offset: z.number().int().min(0).optional(),
        limit: z.number().int().min(1).max(MAX_OUTSTANDING).optional(),
      }),
      output: z.object({ total: z.number().int(), hours: Hours, cases: z.array(OutstandingCase) }),
    },
    { logged: 'view' },
  ),
  /** One duty over the snapshots held up to the one chosen, oldest first. */
  'backlog.trend': query({
    input: z.strictObject({
      ...scope,
      /** The first of the standards when absent. */
      duty: dutyKey.optional(),
      /** How many snapshots at most; the newest of them. */
      snapshots: z.number().int().min(1).max(60).optional(),
    }),
    output: z.object({
      duty: dutyName,
      points: z.array(BacklogPoint),
      /** As-at days of purged snapshots that would stand among the points: counts do not tell what was overdue. */
      purged: z.array(IsoDate).default([]),
    }),
  }),
  /** How much waits for its sign-off, of all duties together. */
  'signoff.counts': query({ input: z.strictObject(scope), output: SignOffCounts }),
  'signoff.get': query({ input: z.strictObject(scope), output: SignOffs }, { logged: 'view' }),
  'checks.get': query({ input: z.strictObject(scope), output: Checks }, { logged: 'view' }),
};
