/** How long data are kept: expiry of each snapshot, purging, and when to look at it again. */
import { z } from 'zod';
import { Risk } from '#shared/domain/case.ts';
import { IsoDate } from '#shared/domain/dates.ts';
import { Snapshot } from './imports.ts';
import { command, id, job, nothing, query } from './operation.ts';

export const PurgedCount = z.object({ team: z.string(), risk: Risk, cases: z.number().int() });
/** All that is kept of the cases of a purged snapshot. */
export type PurgedCount = z.infer<typeof PurgedCount>;

export const KeptSnapshot = Snapshot.extend({
  /** The last day on which its cases may be held; null when none is set. */
  keepUntil: IsoDate.nullable(),
  /** Its day has passed and its cases are still held. */
  isExpired: z.boolean(),
  /** Accepted plans that rest on it, undone ones too. */
  plans: z.number().int(),
  /** Empty while its cases are held. */
  counts: z.array(PurgedCount),
});
export type KeptSnapshot = z.infer<typeof KeptSnapshot>;

export const Retention = z.object({
  /** The day by which someone is to look at all this again; null when none is set. */
  reviewBy: IsoDate.nullable(),
  isReviewDue: z.boolean(),
  /** Newest first. */
  snapshots: z.array(KeptSnapshot),
});
export type Retention = z.infer<typeof Retention>;

const MAX_SNAPSHOTS = 1000;

export const retentionContract = {
  'retention.get': query({ input: nothing, output: Retention }),
  /** Sets what is given; null takes a day away. */
  'retention.set': command(
    {
      input: z.strictObject({
        reviewBy: IsoDate.nullable().optional(),
        expiries: z
          .array(z.strictObject({ snapshotId: id, keepUntil: IsoDate.nullable() }))
          .max(MAX_SNAPSHOTS)
          .optional(),
      }),
      output: Retention,
    },
    { logged: 'edit', changes: ['snapshots'] },
  ),
  /**
   * Takes the cases of snapshots away and keeps counts: those named, or all as at a day before the one given.
   * The file is then rewritten, so that nothing of them can be found in it. `not-found` when there is none.
   */
  'retention.purge': job(
    {
      input: z.strictObject({
        snapshotIds: z.array(id).min(1).max(MAX_SNAPSHOTS).optional(),
        before: IsoDate.optional(),
      }),
      output: z.object({
        purged: z.array(
          z.object({
            snapshotId: id,
            asAt: IsoDate,
            cases: z.number().int(),
            /** Plans resting on it, which keep their figures and lose their moves. */
            plans: z.number().int(),
          }),
        ),
        /** Files of earlier backups that still hold some of what was purged. */
        stillIn: z.array(z.string()),
      }),
    },
    { logged: 'delete', changes: ['snapshots', 'plans'] },
  ),
};
