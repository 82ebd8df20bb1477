/** What an operation of the contract is. */
import { z } from 'zod';
import type { AuditAction } from '#shared/domain/audit.ts';
import { passphraseWeakness } from '#shared/domain/passphrase.ts';

const areas = [
  'workspace',
  'snapshots',
  'rosters',
  'abstractions',
  'mappings',
  'standards',
  'settings',
  'plans',
  'scenarios',
  'jobs',
  'backups',
  'actions',
] as const;
export const Area = z.enum(areas);
/** Kinds of stored facts. A command names those it changes; the page asks again for what rests on them. */
export type Area = z.infer<typeof Area>;

type Shape = { input: z.ZodType; output: z.ZodType };

export type Operation = Shape & {
  /** A query never writes. A command is one transaction. A job starts, reports progress, can be cancelled. */
  kind: 'query' | 'command' | 'job';
  /** False for the few operations that work while no workspace is open. */
  needsWorkspace: boolean;
  /** Areas whose stored facts the operation changes. */
  changes: readonly Area[];
  /** What the log calls it. Whatever shows, changes or gives out cases is logged. */
  logged: AuditAction | 'nothing';
};

type Options = { needsWorkspace?: boolean; changes?: readonly Area[]; logged?: Operation['logged'] };
/** Commands and jobs must say how they are logged: none is forgotten. */
type Declared = Options & Pick<Operation, 'logged'>;

const operation =
  <K extends Operation['kind']>(kind: K) =>
  <S extends Shape>(shape: S, options: Options): S & Operation & { kind: K } => ({
    ...shape,
    kind,
    needsWorkspace: options.needsWorkspace ?? true,
    changes: options.changes ?? [],
    logged: options.logged ?? 'nothing',
  });

/** An operation that only reads. */
export const query = <S extends Shape>(shape: S, options: Options = {}): S & Operation & { kind: 'query' } =>
  operation('query')(shape, options);
/** An operation that writes, in one transaction. */
export const command = <S extends Shape>(shape: S, options: Declared): S & Operation & { kind: 'command' } =>
  operation('command')(shape, options);
/** Long work: it reports how far it is and can be cancelled. */
export const job = <S extends Shape>(shape: S, options: Declared): S & Operation & { kind: 'job' } =>
  operation('job')(shape, options);

/** Parts of inputs that many operations share, with their limits. */
export const id = z.number().int().positive();
export const nothing = z.strictObject({});
export const snapshotChoice = {
  /** The snapshot to plan from; the newest when absent. */
  snapshotId: id.optional(),
};
export const teamName = z.string().min(1).max(120);
export const filePath = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .refine((text) => !text.includes('\0'), 'a path without control characters');
export const passphrase = z.string().min(1).max(500);
/** One that is strong enough to be set. The message never repeats it. */
export const newPassphrase = passphrase.superRefine((text, context) => {
  const weakness = passphraseWeakness(text);
  if (weakness !== null) context.addIssue({ code: 'custom', message: weakness });
});
/** Where a file given out is put, for the log; the page does not know it. */
export const savedTo = z.string().trim().min(1).max(1000);
/** A file written out; whoever asked for it saves it. */
export const fileFields = {
  name: z.string(),
  /** Media type. */
  type: z.string(),
  base64: z.string(),
};
/** Why something is done, for the log. */
export const reason = z.string().trim().min(1).max(200).optional();
/** The horizon: below a year an interval of twelve months would not be seen to come round. */
export const monthsAhead = z.number().int().min(12).max(60);
