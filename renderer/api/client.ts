/** The only door to the backend: fetch to our own origin. */
import type { Result } from '#shared/contract/errors.ts';
import type { Input, OperationName, Reply } from '#shared/contract/registry.ts';
import { ApiError } from './api-error.ts';

const unreachable = (): ApiError =>
  new ApiError({
    code: 'unavailable',
    message: 'Evenkeel could not be reached. It may have been closed. Start it again, then reload this page.',
    details: {},
    reference: '',
  });

async function reply<T>(request: Promise<Response>): Promise<T> {
  let response: Response;
  try {
    response = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
  let result: Result<T>;
  try {
    result = (await response.json()) as Result<T>;
  } catch {
    throw unreachable();
  }
  if (!result.ok) throw new ApiError(result.error);
  return result.data;
}

/**
 * Calls an operation of the contract by name.
 * @throws ApiError when it is refused.
 */
export function call<N extends OperationName>(
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
): Promise<Reply<N>> {
  return reply<Reply<N>>(
    fetch(`/api/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
      signal: signal ?? null,
    }),
  );
}

/** Sends a file's bytes; what is done with them is a later call by the id. */
export function upload(file: File): Promise<{ uploadId: string }> {
  return reply<{ uploadId: string }>(
    fetch(`/api/upload?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    }),
  );
}
