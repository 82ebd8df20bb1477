import type { ErrorCode, ErrorReply } from '#shared/contract/errors.ts';

/** What the backend refused, and why: thrown by every call so that queries and commands can show it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;
  readonly reference: string;

  constructor(reply: ErrorReply) {
    super(reply.message);
    this.code = reply.code;
    this.details = reply.details;
    this.reference = reply.reference;
  }
}

/** Any thrown thing as an ApiError, so that one panel can show it. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new ApiError({ code: 'internal', message, details: {}, reference: '' });
}
