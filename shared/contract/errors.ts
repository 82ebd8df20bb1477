/** The closed list of errors. Codes are for programs, messages for people. */
import { z } from 'zod';

const errorCodes = [
  'invalid-input',
  'not-found',
  'conflict',
  'import-rejected',
  'workspace-closed',
  'key-wrong',
  'not-a-workspace',
  'workspace-newer',
  'workspace-corrupt',
  'workspace-busy',
  'disk-full',
  'read-only',
  'cancelled',
  'unsupported',
  'unavailable',
  'internal',
] as const;
export const ErrorCode = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const ErrorReply = z.object({
  code: ErrorCode,
  /** What was expected, what was found, what to do. */
  message: z.string(),
  /** Facts for the page: plain JSON, never a key, never a row's contents. */
  details: z.record(z.string(), z.unknown()),
  /** Stands in the log too. */
  reference: z.string(),
});
export type ErrorReply = z.infer<typeof ErrorReply>;

export type Result<T> = { ok: true; data: T } | { ok: false; error: ErrorReply };

/** The HTTP status that goes with each code. */
export const httpStatus: Record<ErrorCode, number> = {
  'invalid-input': 400,
  'not-found': 404,
  conflict: 409,
  'import-rejected': 422,
  'workspace-closed': 409,
  'key-wrong': 403,
  'not-a-workspace': 422,
  'workspace-newer': 422,
  'workspace-corrupt': 422,
  'workspace-busy': 423,
  'disk-full': 507,
  'read-only': 403,
  cancelled: 409,
  unsupported: 501,
  unavailable: 503,
  internal: 500,
};
