/** Lists of cases, given out as files. */
import { z } from 'zod';
import { IsoDate } from '#shared/domain/dates.ts';
import { outstandingChoice, scope } from './backlog.ts';
import { changesChoice } from './changes.ts';
import { dueChoice } from './demand.ts';
import { fileFields, query, reason, savedTo } from './operation.ts';

const CaseListChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('due'), ...dueChoice }),
  z.strictObject({ kind: z.literal('outstanding'), ...outstandingChoice }),
  z.strictObject({ kind: z.literal('signoffs'), ...scope }),
  z.strictObject({ kind: z.literal('changes'), ...changesChoice }),
]);
/** A list that a page shows, as that page's own operation is asked for it. */
export type CaseListChoice = z.infer<typeof CaseListChoice>;

export const CaseListFile = z.object({
  ...fileFields,
  asAt: IsoDate,
  /** How many rows the list has. */
  listed: z.number().int().nonnegative(),
});
/** A list written out; whoever asked for it saves it. */
export type CaseListFile = z.infer<typeof CaseListFile>;

export const caseListsContract = {
  /** The whole list as CSV, marked. */
  'caseLists.file': query(
    {
      input: z.strictObject({ list: CaseListChoice, savedTo: savedTo.optional(), reason }),
      output: CaseListFile,
    },
    { logged: 'export' },
  ),
};
