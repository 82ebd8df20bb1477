/** The weekly meeting: its pack, as figures and as a file, and the actions it agrees. */
import { z } from 'zod';
import { TeamAction } from '#shared/domain/action.ts';
import { PackFormat } from '#shared/domain/case-pack.ts';
import { IsoDate, Month } from '#shared/domain/dates.ts';
import { WeeklyPack } from '#shared/domain/weekly-pack.ts';
import { command, fileFields, id, query, reason, savedTo, snapshotChoice, teamName } from './operation.ts';

const packChoice = {
  ...snapshotChoice,
  team: teamName.optional(),
  /** The month whose moves are asked for; this month when absent. */
  month: Month.optional(),
  /** True names the cases of the moves due; without it the pack holds counts only. */
  withCases: z.boolean().optional(),
};

export const PackFile = z.object({
  ...fileFields,
  figures: WeeklyPack,
});
/** A pack written out; whoever asked for it saves it. */
export type PackFile = z.infer<typeof PackFile>;

const words = {
  text: z.string().trim().min(1).max(500),
  owner: z.string().trim().min(1).max(120),
};

export const packsContract = {
  /** One page a team: the figures of the pages, gathered. */
  'packs.weekly': query({ input: z.strictObject(packChoice), output: WeeklyPack }, { logged: 'view' }),
  /** The same as a Word file or a workbook, marked. */
  'packs.weeklyFile': query(
    {
      input: z.strictObject({ ...packChoice, format: PackFormat, savedTo: savedTo.optional(), reason }),
      output: PackFile,
    },
    { logged: 'export' },
  ),
  /** Open actions, the first due first; then those closed since a day, where one is given. */
  'actions.list': query({
    input: z.strictObject({ team: teamName.optional(), closedSince: IsoDate.optional() }),
    output: z.array(TeamAction),
  }),
  /** Adds an action, or replaces what an open one says. */
  'actions.save': command(
    {
      input: z.strictObject({ id: id.optional(), team: teamName, ...words, due: IsoDate }),
      output: TeamAction,
    },
    { changes: ['actions'], logged: 'edit' },
  ),
  'actions.close': command(
    { input: z.strictObject({ id, note: z.string().trim().max(500) }), output: TeamAction },
    { changes: ['actions'], logged: 'edit' },
  ),
  /** Takes a closing back. */
  'actions.reopen': command(
    { input: z.strictObject({ id }), output: TeamAction },
    { changes: ['actions'], logged: 'edit' },
  ),
};
