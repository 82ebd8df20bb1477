/** How a command ends when it does not get done. */
import type { ErrorCode } from '#shared/contract/errors.ts';

/** Wrong usage: exit 2. */
export class UsageError extends Error {}

/** Refused by the command line itself, before or beside the engine: exit 1. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** The system's code of a failed file operation, such as `ENOENT`. */
export const systemCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
