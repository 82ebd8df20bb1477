/**
 * Long work: started, followed, cancelled. What was started is remembered under a slot for as long as the page
 * is open, so leaving a feature and coming back loses nothing.
 */
import { useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BackendEvent } from '#shared/contract/events.ts';
import type { JobState } from '#shared/contract/jobs.ts';
import type { Input, JobName, Output } from '#shared/contract/registry.ts';
import { ApiError, asApiError } from './api-error.ts';
import { call } from './client.ts';

const POLL_MS = 1000;

export type JobView<T> = {
  state: 'idle' | 'starting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** 0 to 1. */
  progress: number;
  step: string;
  result: T | null;
  error: ApiError | null;
};

/** Null while the backend has not replied yet. */
type Started = { jobId: string } | { error: ApiError } | null;

/** First part of the keys under which what was started is remembered; `query-client.ts` knows what makes it old. */
export const JOB_OF = 'job-of';

const slotKey = (name: JobName, slot: string) => [JOB_OF, name, slot] as const;
const jobKey = (jobId: string) => ['jobs.get', { jobId }] as const;

/** Starts a job and remembers it under its slot; one that is just being started there is left alone. */
export async function startJob<N extends JobName>(
  client: QueryClient,
  name: N,
  input: Input<N>,
  slot: string,
): Promise<void> {
  const remember = (started: Started) => client.setQueryData(slotKey(name, slot), started);
  if (client.getQueryData<Started>(slotKey(name, slot)) === null) return;
  remember(null);
  try {
    remember(await call(name, input));
  } catch (error) {
    remember({ error: asApiError(error) });
  }
}

/** Keeps what is known of a job up to date with what the backend tells of it. */
export function followJobs(client: QueryClient, event: Extract<BackendEvent, { topic: 'job' }>): void {
  const queryKey = jobKey(event.jobId);
  if (event.state !== 'running') {
    void client.invalidateQueries({ queryKey });
    return;
  }
  client.setQueryData<JobState>(queryKey, (old) =>
    old?.state === 'running' ? { ...old, progress: event.progress, step: event.step } : old,
  );
}

/** The jobs of one name under several slots, in the order of the slots. */
export function useJobs<N extends JobName>(name: N, slots: readonly string[]): Array<JobView<Output<N>>> {
  const client = useQueryClient();
  const started = useQueries({
    queries: slots.map((slot) => ({
      queryKey: slotKey(name, slot),
      queryFn: () => client.getQueryData<Started>(slotKey(name, slot)) ?? null,
      enabled: false,
      gcTime: Infinity,
    })),
  }).map((query) => query.data);
  const jobs = useQueries({
    queries: started.map((one, index) => {
      const jobId = one && 'jobId' in one ? one.jobId : null;
      return {
        queryKey: jobKey(jobId ?? `none of ${slots[index] ?? ''}`),
        queryFn: ({ signal }: { signal: AbortSignal }) => call('jobs.get', { jobId: jobId ?? '' }, signal),
        enabled: jobId !== null,
        gcTime: Infinity,
        // Events tell sooner; this is for the case that one was missed.
        refetchInterval: (query: { state: { data?: JobState | undefined } }) =>
          query.state.data?.state === 'running' ? POLL_MS : (false as const),
      };
    }),
  });
  return started.map((one, index) => {
    const job = jobs[index];
    return jobView<Output<N>>(one, job?.data, job?.error ? asApiError(job.error) : null);
  });
}

/** One job of the contract, with the means to start, cancel and forget it. */
export function useJob<N extends JobName>(name: N, slot = '') {
  const client = useQueryClient();
  const [job] = useJobs(name, [slot]);
  const start = useCallback((input: Input<N>) => startJob(client, name, input, slot), [client, name, slot]);
  const cancel = useCallback(async () => {
    const started = client.getQueryData<Started>(slotKey(name, slot));
    if (!started || !('jobId' in started)) return;
    await call('jobs.cancel', { jobId: started.jobId });
    await client.invalidateQueries({ queryKey: jobKey(started.jobId) });
  }, [client, name, slot]);
  const forget = useCallback(
    () => client.resetQueries({ queryKey: slotKey(name, slot) }),
    [client, name, slot],
  );
  return { ...(job ?? jobView<Output<N>>(undefined, undefined, null)), start, cancel, forget };
}

/** What a page needs to know of a job, from what has come back so far. */
export function jobView<T>(
  started: Started | undefined,
  job: JobState | undefined,
  jobError: ApiError | null,
): JobView<T> {
  const blank = { progress: 0, step: '', result: null, error: null };
  if (started === undefined) return { state: 'idle', ...blank };
  if (started === null) return { state: 'starting', ...blank };
  if ('error' in started) return { state: 'failed', ...blank, error: started.error };
  if (jobError) return { state: 'failed', ...blank, error: jobError };
  if (!job) return { state: 'running', ...blank };
  return {
    state: job.state,
    progress: job.progress,
    step: job.step,
    // The backend checks its own replies against the contract.
    result: job.state === 'done' ? (job.result as T) : null,
    error: job.error ? new ApiError(job.error) : null,
  };
}
