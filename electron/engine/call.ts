/** Typed helpers over the engine for the command line and for tests. */
import type { ErrorReply, Result } from '#shared/contract/errors.ts';
import type { BackendEvent } from '#shared/contract/events.ts';
import type { JobState } from '#shared/contract/jobs.ts';
import type { Input, JobName, OperationName, Output, Reply } from '#shared/contract/registry.ts';
import type { Engine } from './client.ts';

/** A refusal of the engine, as an error. */
export class ContractError extends Error {
  readonly error: ErrorReply;

  constructor(error: ErrorReply) {
    super(error.message);
    this.name = 'ContractError';
    this.error = error;
  }
}

function dataOf<T>(result: Result<T>): T {
  if (result.ok) return result.data;
  throw new ContractError(result.error);
}

/** @throws ContractError when the engine refuses */
export async function call<N extends OperationName>(
  engine: Engine,
  name: N,
  input: Input<N>,
): Promise<Reply<N>> {
  return dataOf((await engine.call(name, input)) as Result<Reply<N>>);
}

/** Resolves with the job once it has ended. Listening starts before asking, so no end is missed. */
async function ended(
  engine: Engine,
  jobId: string,
  onProgress?: (p: { progress: number; step: string }) => void,
): Promise<JobState> {
  let stop: () => void = () => undefined;
  const signalled = new Promise<void>((resolve) => {
    const listener = (event: BackendEvent): void => {
      // Events may have been missed, or none will come any more: asking tells.
      if (event.topic === 'hello') resolve();
      if (event.topic !== 'job' || event.jobId !== jobId) return;
      if (event.state === 'running') onProgress?.({ progress: event.progress, step: event.step });
      else resolve();
    };
    stop = engine.subscribe(listener);
  });
  try {
    const now = await call(engine, 'jobs.get', { jobId });
    if (now.state !== 'running') return now;
    await signalled;
    return await call(engine, 'jobs.get', { jobId });
  } finally {
    stop();
  }
}

/**
 * Runs a job to its end.
 * @throws ContractError when it fails or is cancelled by the signal
 */
export async function runJob<N extends JobName>(
  engine: Engine,
  name: N,
  input: Input<N>,
  onProgress?: (p: { progress: number; step: string }) => void,
  signal?: AbortSignal,
): Promise<Output<N>> {
  const { jobId } = dataOf((await engine.call(name, input)) as Result<{ jobId: string }>);
  const cancel = (): void => {
    void engine.call('jobs.cancel', { jobId });
  };
  if (signal?.aborted === true) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const job = await ended(engine, jobId, onProgress);
    if (job.error) throw new ContractError(job.error);
    return job.result as Output<N>;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}
