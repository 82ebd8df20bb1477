/** Accepted plans: kept, taken back, given out as work lists, followed up. */
import { z } from 'zod';
import { IsoDate, Month } from '#shared/domain/dates.ts';
import { Adherence, FollowUp } from '#shared/domain/follow-up.ts';
import { Plan } from '#shared/domain/plan.ts';
import { Steering } from '#shared/domain/steering.ts';
import { ListedMove, ReportFormat, WorkListFigures } from '#shared/domain/work-list.ts';
import { command, fileFields, id, query, reason, savedTo, teamName } from './operation.ts';

export const PlanSummary = z.object({
  id,
  snapshotId: id,
  asAt: IsoDate,
  team: z.string(),
  /** ISO instant. */
  acceptedAt: z.string(),
  undoneAt: z.string().nullable(),
  /** The team works by it, as at the newest snapshot: the newest of its team not undone, with months still to come. */
  inForce: z.boolean(),
  /** A newer snapshot has been loaded since. */
  isStale: z.boolean(),
  /** Last month of its horizon. */
  lastMonth: Month,
  /** All its months are past as at the newest snapshot. */
  isOver: z.boolean(),
  peakBefore: z.number().nullable(),
  peakAfter: z.number().nullable(),
  moves: z.number().int(),
  /** Its snapshot was purged: it keeps its figures, not its moves. */
  isPurged: z.boolean().default(false),
  note: z.string(),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

export const PlanFollowUp = FollowUp.extend({
  planId: id,
  team: z.string(),
  asAt: IsoDate,
  /** Names of unconfirmed values that the plan and its hours rest on. */
  unconfirmed: z.array(z.string()),
});
/** What became of an accepted plan. */
export type PlanFollowUp = z.infer<typeof PlanFollowUp>;

const ListedPlan = PlanSummary.extend({
  /** Who accepted it, as the log has it; null where the log does not tell. */
  acceptedBy: z.string().nullable(),
});
/** A plan in the list of those accepted. */
export type ListedPlan = z.infer<typeof ListedPlan>;

const PlanAdherence = z.object({ planId: id, adherence: Adherence });

export const WorkListReply = z.object({
  planId: id,
  team: z.string(),
  asAt: IsoDate,
  /** As-at date of the snapshot by which officers are named and done work is left out. */
  newestAsAt: IsoDate,
  /** By supervisor, officer and month. */
  items: z.array(ListedMove),
  figures: WorkListFigures,
  unconfirmed: z.array(z.string()),
});
/** What a plan still asks for. */
export type WorkListReply = z.infer<typeof WorkListReply>;

export const ReportFile = z.object({
  ...fileFields,
  figures: WorkListFigures,
});
/** A report written out; whoever asked for it saves it. */
export type ReportFile = z.infer<typeof ReportFile>;

const workListChoice = {
  planId: id,
  officer: z.string().min(1).max(60).optional(),
  /** The month into which the work is moved. */
  month: Month.optional(),
};

export const plansContract = {
  /** Stores a proposal with the snapshot, standards and settings it came from. A newer one of the team replaces it. */
  'plans.accept': command(
    {
      input: z.strictObject({ proposalId: z.string().max(100), note: z.string().max(500).optional() }),
      output: PlanSummary,
    },
    { changes: ['plans'], logged: 'edit' },
  ),
  'plans.undo': command(
    { input: z.strictObject({ planId: id, reason }), output: PlanSummary },
    { changes: ['plans'], logged: 'edit' },
  ),
  'plans.list': query({ input: z.strictObject({ team: teamName.optional() }), output: z.array(ListedPlan) }),
  'plans.get': query(
    {
      input: z.strictObject({ planId: id }),
      output: z.object({
        summary: PlanSummary,
        plan: Plan,
        steering: Steering,
        unconfirmed: z.array(z.string()),
      }),
    },
    { logged: 'view' },
  ),
  /** Each move judged by the snapshots after the plan's own. */
  'plans.followUp': query(
    { input: z.strictObject({ planId: id }), output: PlanFollowUp },
    { logged: 'view' },
  ),
  /** How far each plan was kept to, newest plan first. */
  'plans.adherence': query({
    input: z.strictObject({ team: teamName.optional() }),
    output: z.array(PlanAdherence),
  }),
  /** The moves still to be done, of everybody or of one officer, into all months or one. */
  'plans.workList': query(
    { input: z.strictObject(workListChoice), output: WorkListReply },
    { logged: 'view' },
  ),
  /** The same as a file, marked. */
  'plans.workListFile': query(
    {
      input: z.strictObject({ ...workListChoice, format: ReportFormat, savedTo: savedTo.optional(), reason }),
      output: ReportFile,
    },
    { logged: 'export' },
  ),
};
