/**
 * A job as the answer to a question, like a query: asked again when its input changes or what it rests on does,
 * ended in the backend when nobody waits for it any more.
 */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Input, JobName, Output } from '#shared/contract/registry.ts';
import type { ApiError } from './api-error.ts';
import { runJob } from './run-job.ts';

/** First part of the keys under which answers are held; `query-client.ts` knows what makes them old. */
export const JOB_ANSWER = 'job-answer';

export type JobAnswer<T> = {
  /** The answer; with `keepsPrevious` the last one while a changed question is being answered. */
  data: T | undefined;
  error: ApiError | null;
  isRunning: boolean;
  /** True when a person ended it: nothing runs, and nothing is asked until `again`. */
  isCancelled: boolean;
  /** 0 to 1. */
  progress: number;
  step: string;
  cancel: () => void;
  again: () => void;
};

type Options = { enabled?: boolean; keepsPrevious?: boolean };

/** Runs a job of the contract for an input and follows it. The same input is not run twice. */
export function useJobAnswer<N extends JobName>(
  name: N,
  input: Input<N>,
  { enabled = true, keepsPrevious = false }: Options = {},
): JobAnswer<Output<N>> {
  const client = useQueryClient();
  const [at, setAt] = useState({ progress: 0, step: '' });
  const queryKey = [JOB_ANSWER, name, input] as const;
  const query = useQuery<Output<N>, ApiError>({
    queryKey,
    queryFn: ({ signal }) => {
      setAt({ progress: 0, step: '' });
      const onProgress = (progress: number, step: string) => {
        setAt({ progress, step });
      };
      return runJob(name, input, { signal, onProgress });
    },
    enabled,
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  const isRunning = query.fetchStatus === 'fetching';
  return {
    data: query.data,
    error: query.error,
    isRunning,
    isCancelled: enabled && query.isPending && !isRunning,
    ...at,
    cancel: () => void client.cancelQueries({ queryKey }),
    again: () => void query.refetch(),
  };
}
