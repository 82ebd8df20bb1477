/** Refusals made before a call reaches the engine, in the same shape as the engine's own. */
import { randomUUID } from 'node:crypto';
import type { ErrorCode, Result } from '#shared/contract/errors.ts';
import { httpStatus } from '#shared/contract/errors.ts';

/** A Result that says no, as a response. `status` is given only where HTTP has a closer word than the code's. */
export function refusal(
  code: ErrorCode,
  message: string,
  details: Record<string, unknown> = {},
  status: number = httpStatus[code],
  reference: string = newReference(),
): Response {
  const result: Result<never> = { ok: false, error: { code, message, details, reference } };
  return Response.json(result, { status });
}

const newReference = (): string => randomUUID().slice(0, 8);

/** What no one expected: told to the person without its inside, and on stderr with its message only. */
export function unexpected(error: Error): Response {
  const reference = newReference();
  process.stderr.write(`evenkeel: unexpected error ${reference} while answering: ${error.message}\n`);
  const text = 'Something unexpected went wrong. Try again; if it happens again, quote the reference.';
  return refusal('internal', text, {}, httpStatus.internal, reference);
}

/** What the engine answered, with the status that goes with it. */
export const resultResponse = (result: Result<unknown>): Response =>
  Response.json(result, { status: result.ok ? 200 : httpStatus[result.error.code] });
