import { keepPreviousData, usePrefetchQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Input, Output } from '#shared/contract/registry.ts';
import type { ApiError } from '../api/api-error.ts';
import { call } from '../api/client.ts';

const PAGE = 1000;

type Answer = Output<'demand.cases'>;
type Choice = Omit<Input<'demand.cases'>, 'offset' | 'limit'>;

async function allPages(input: Choice, signal: AbortSignal): Promise<Answer> {
  const page = (offset: number) => call('demand.cases', { ...input, offset, limit: PAGE }, signal);
  const first = await page(0);
  const cases = [...first.cases];
  while (cases.length < first.total) {
    const more = await page(cases.length);
    if (more.cases.length === 0) break;
    cases.push(...more.cases);
  }
  return { ...first, cases };
}

/** All cases due in a month; the backend gives long lists in pages. They are on their way while the rest is drawn. */
export function useDueCases(input: Choice): UseQueryResult<Answer, ApiError> {
  const query = {
    queryKey: ['demand.cases', input],
    queryFn: ({ signal }: { signal: AbortSignal }) => allPages(input, signal),
  };
  usePrefetchQuery(query);
  return useQuery<Answer, ApiError>({ ...query, placeholderData: keepPreviousData });
}
