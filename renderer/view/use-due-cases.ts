import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Input, Output } from '#shared/contract/registry.ts';
import type { ApiError } from '../api/api-error.ts';
import { call } from '../api/client.ts';

const PAGE = 1000;

type Answer = Output<'demand.cases'>;

/** All cases due in a month; the backend gives long lists in pages. */
export function useDueCases(
  input: Omit<Input<'demand.cases'>, 'offset' | 'limit'>,
): UseQueryResult<Answer, ApiError> {
  return useQuery<Answer, ApiError>({
    queryKey: ['demand.cases', input],
    queryFn: async ({ signal }) => {
      const page = (offset: number) => call('demand.cases', { ...input, offset, limit: PAGE }, signal);
      const first = await page(0);
      const cases = [...first.cases];
      while (cases.length < first.total) {
        const more = await page(cases.length);
        if (more.cases.length === 0) break;
        cases.push(...more.cases);
      }
      return { ...first, cases };
    },
    placeholderData: keepPreviousData,
  });
}
