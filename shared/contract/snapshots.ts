import { z } from 'zod';
import { IsoDate } from '#shared/domain/dates.ts';
import { ImportAccount, Snapshot } from './imports.ts';
import { PlanSummary } from './plans.ts';
import { command, id, nothing, query, reason, snapshotChoice } from './operation.ts';

export const RollbackPreview = z.object({
  snapshot: Snapshot,
  isNewest: z.boolean(),
  /** The newest snapshot once this one is gone; null when none is left. */
  newestAfter: Snapshot.nullable(),
  /** Plans that rest on it and would go with it, undone ones too. */
  plans: z.array(PlanSummary),
  /** Teams that nothing else in the workspace speaks of. */
  teams: z.array(z.string()),
});
export type RollbackPreview = z.infer<typeof RollbackPreview>;

export const snapshotsContract = {
  /** Snapshots held, newest first. */
  'snapshots.list': query({ input: nothing, output: z.array(Snapshot) }),
  /** The account kept with a snapshot. */
  'snapshots.account': query(
    { input: z.strictObject(snapshotChoice), output: ImportAccount },
    { logged: 'view' },
  ),
  /** What rolling a snapshot back would take away. */
  'snapshots.rollbackPreview': query({ input: z.strictObject({ snapshotId: id }), output: RollbackPreview }),
  /** Takes a snapshot out again. `conflict` while plans not undone rest on it, unless they are to go too. */
  'snapshots.rollback': command(
    {
      input: z.strictObject({ snapshotId: id, alsoPlans: z.boolean().optional(), reason }),
      output: z.object({
        removed: z.object({
          snapshotId: id,
          asAt: IsoDate,
          cases: z.number().int(),
          plans: z.number().int(),
        }),
      }),
    },
    { changes: ['snapshots', 'plans'], logged: 'delete' },
  ),
};
