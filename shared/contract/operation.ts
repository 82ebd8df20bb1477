/** What an operation of the contract is. */
import { z } from 'zod';

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
};

type Options = { needsWorkspace?: boolean; changes?: readonly Area[] };

const operation =
  <K extends Operation['kind']>(kind: K) =>
  <S extends Shape>(shape: S, options: Options = {}): S & Operation & { kind: K } => ({
    ...shape,
    kind,
    needsWorkspace: options.needsWorkspace ?? true,
    changes: options.changes ?? [],
  });

export const query = operation('query');
export const command = operation('command');
export const job = operation('job');

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
export const monthsAhead = z.number().int().min(1).max(60);
