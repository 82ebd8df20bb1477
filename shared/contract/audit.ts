/** The log of what was done: listed, verified, given out. It can be added to and never changed. */
import { z } from 'zod';
import { AuditAction, AuditEntry, AuditFinding, AuditHead } from '#shared/domain/audit.ts';
import { IsoDate } from '#shared/domain/dates.ts';
import { command, fileFields, query, reason, savedTo } from './operation.ts';

const filter = {
  action: AuditAction.optional(),
  user: z.string().min(1).max(200).optional(),
  /** First and last day, by the clock of UTC as the entries are. */
  from: IsoDate.optional(),
  to: IsoDate.optional(),
};

export const AuditPage = z.object({
  total: z.number().int(),
  /** The newest first. */
  entries: z.array(AuditEntry),
  /** Everybody the log speaks of. */
  users: z.array(z.string()),
  head: AuditHead,
});
export type AuditPage = z.infer<typeof AuditPage>;

export const AuditVerdict = z.object({
  isWhole: z.boolean(),
  entries: z.number().int(),
  head: AuditHead,
  findings: z.array(AuditFinding),
});
export type AuditVerdict = z.infer<typeof AuditVerdict>;

export const auditContract = {
  'audit.list': query({
    input: z.strictObject({
      ...filter,
      offset: z.number().int().min(0).optional(),
      limit: z.number().int().min(1).max(1000).optional(),
    }),
    output: AuditPage,
  }),
  /** Looks for entries changed, missing or in another order; and whether the log still holds the head expected. */
  'audit.verify': query({ input: z.strictObject({ expected: AuditHead.optional() }), output: AuditVerdict }),
  /** The entries as CSV, marked, with the head. */
  'audit.file': query(
    {
      input: z.strictObject({ ...filter, savedTo: savedTo.optional(), reason }),
      output: z.object({ ...fileFields, entries: z.number().int() }),
    },
    { logged: 'export' },
  ),
  /** The page tells that it gave out a file which it had made itself. */
  'audit.noteFile': command(
    { input: z.strictObject({ fileName: z.string().min(1).max(255), reason }), output: z.strictObject({}) },
    { logged: 'export' },
  ),
};
