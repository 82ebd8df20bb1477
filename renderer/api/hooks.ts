/** Backend data by the name of the operation: input and output types follow from the contract. */
import {
  keepPreviousData,
  useMutation,
  useQuery as useCachedQuery,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { BackendEvent } from '#shared/contract/events.ts';
import type { CommandName, Input, JobName, Output, QueryName, Reply } from '#shared/contract/registry.ts';
import type { ApiError } from './api-error.ts';
import { call } from './client.ts';
import { listen, startEvents } from './events.ts';
import { runJob } from './run-job.ts';

type QueryOptions = {
  /** False holds the question back until its input is known. */
  enabled?: boolean;
  /** True keeps showing the last answer while a changed question is being answered. */
  keepsPrevious?: boolean;
  /** True asks anew whenever the page is opened: for what grows without an event that says so. */
  asksAnew?: boolean;
};

/** A query of the contract. The key is the operation's name and its input. */
const question = <N extends QueryName>(name: N, input: Input<N>) => ({
  queryKey: [name, input],
  queryFn: ({ signal }: { signal: AbortSignal }) => call(name, input, signal) as Promise<Output<N>>,
});

/** Asks a query of the contract. */
export function useQuery<N extends QueryName>(
  name: N,
  input: Input<N>,
  options: QueryOptions = {},
): UseQueryResult<Output<N>, ApiError> {
  return useCachedQuery<Output<N>, ApiError>({
    ...question(name, input),
    enabled: options.enabled ?? true,
    ...(options.asksAnew ? { refetchOnMount: 'always' as const } : {}),
    ...(options.keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/**
 * Asks before a page does, and keeps the answer until the workspace is closed. Not for what the log calls a view:
 * nobody has looked at it yet.
 */
export const askAhead = <N extends QueryName>(
  client: QueryClient,
  name: N,
  input: Input<N>,
): Promise<unknown> => client.query({ ...question(name, input), gcTime: Infinity });

/** Gives a command of the contract. What it changed is asked again when the backend says so. */
export function useCommand<N extends CommandName>(name: N): UseMutationResult<Reply<N>, ApiError, Input<N>> {
  return useMutation<Reply<N>, ApiError, Input<N>>({ mutationFn: (input) => call(name, input) });
}

/**
 * Gives a job of the contract like a command: waited for to its end, whatever page is looked at meanwhile.
 * @param whenDone called then, also when whoever started it is no longer shown
 */
export function useJobCommand<N extends JobName>(
  name: N,
  whenDone: (result: Output<N>) => void,
): UseMutationResult<Output<N>, ApiError, Input<N>> {
  return useMutation<Output<N>, ApiError, Input<N>>({
    mutationFn: (input) => runJob(name, input),
    onSuccess: whenDone,
  });
}

/** Hears what the backend tells without being asked. */
export function useEvents(listener: (event: BackendEvent) => void): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const stop = listen((event) => {
      latest.current(event);
    });
    startEvents();
    return stop;
  }, []);
}
