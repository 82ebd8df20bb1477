/** A job as one promise: for a flow that waits for its end before it goes on. */
import type { JobState } from '#shared/contract/jobs.ts';
import type { Input, JobName, Output } from '#shared/contract/registry.ts';
import { ApiError } from './api-error.ts';
import { call } from './client.ts';
import { listen, startEvents } from './events.ts';

const POLL_MS = 1000;

export type JobFollowing = {
  /** Ends the job in the backend when aborted. */
  signal: AbortSignal;
  /** Progress from 0 to 1, and what is being done, in words. */
  onProgress: (progress: number, step: string) => void;
};

/**
 * Starts a job of the contract and waits for its result.
 * @throws ApiError when it is refused, fails or is cancelled (code `cancelled`).
 */
export async function runJob<N extends JobName>(
  name: N,
  input: Input<N>,
  { signal, onProgress }: Partial<JobFollowing> = {},
): Promise<Output<N>> {
  const { jobId } = await call(name, input);
  const cancel = () => {
    // A job that has ended by itself meanwhile has nothing to cancel: its state says so below.
    call('jobs.cancel', { jobId }).catch(() => undefined);
  };
  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel);
  try {
    const ended = await jobEnd(jobId, onProgress);
    if (ended.state === 'done') return ended.result as Output<N>; // The backend checks its own replies.
    throw new ApiError(ended.error ?? cancelled);
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

const cancelled = { code: 'cancelled', message: 'Cancelled.', details: {}, reference: '' } as const;

/** Asks when an event says that the job moved on, and each second should one be missed. */
async function jobEnd(jobId: string, onProgress?: JobFollowing['onProgress']): Promise<JobState> {
  startEvents();
  for (;;) {
    const moved = nextMove(jobId);
    try {
      const job = await call('jobs.get', { jobId });
      if (job.state !== 'running') return job;
      onProgress?.(job.progress, job.step);
      await moved.happened;
    } finally {
      moved.stop();
    }
  }
}

function nextMove(jobId: string): { happened: Promise<void>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const unlisten = listen((event) => {
    if (event.topic === 'job' && event.jobId === jobId) resolve(undefined);
  });
  const timer = setTimeout(resolve, POLL_MS);
  const stop = () => {
    clearTimeout(timer);
    unlisten();
  };
  return { happened: promise, stop };
}
