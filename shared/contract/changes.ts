import { z } from 'zod';
import { Change, ChangeFigure, ChangeTotals } from '#shared/domain/changes.ts';
import { Snapshot } from './imports.ts';
import { id, query, teamName } from './operation.ts';

/** More than a force has cases. */
export const MAX_CHANGES = 20_000;

const pair = {
  /** The earlier snapshot. */
  from: id,
  /** The later snapshot. */
  to: id,
  team: teamName.optional(),
};

/** Which changes are listed: those behind a figure; all of them when none is named. */
export const changesChoice = {
  ...pair,
  figure: ChangeFigure.optional(),
  duty: z.string().max(40).optional(),
};

export const SnapshotDifference = z.object({
  from: Snapshot,
  to: Snapshot,
  /** Of the team asked for; else of the force. */
  totals: ChangeTotals,
  /** Every team, or the one asked for. */
  teams: z.array(ChangeTotals),
  /** Names and order of the duties in the totals. */
  duties: z.array(z.object({ key: z.string(), name: z.string() })),
});
export type SnapshotDifference = z.infer<typeof SnapshotDifference>;

export const changesContract = {
  /** Figures of what changed between two snapshots. */
  'changes.get': query({ input: z.strictObject(pair), output: SnapshotDifference }),
  'changes.cases': query(
    {
      input: z.strictObject({
        ...changesChoice,
        offset: z.number().int().min(0).optional(),
        limit: z.number().int().min(1).max(MAX_CHANGES).optional(),
      }),
      output: z.object({ total: z.number().int(), changes: z.array(Change) }),
    },
    { logged: 'view' },
  ),
};
