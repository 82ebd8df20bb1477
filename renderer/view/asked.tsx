import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiError } from '../api/api-error.ts';
import { Loading } from '../components/states/loading.tsx';
import { ErrorPanel } from '../components/states/panels.tsx';

/** The answer to a query once it is there; until then the outlines, or what went wrong. */
export function Asked<T>({
  query,
  title,
  children,
}: {
  query: UseQueryResult<T, ApiError>;
  /** What failed, in words, should it fail. */
  title?: string;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <ErrorPanel
        {...(title === undefined ? {} : { title })}
        message={query.error.message}
        reference={query.error.reference}
        onRetry={() => {
          void query.refetch();
        }}
      />
    );
  }
  return <Loading />;
}
