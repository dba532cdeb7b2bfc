import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading } from './loading.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface Props<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch' | 'isFetching'>;
  /** Instead of the bars. */
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}

/** What a query brought; until then its place holder, and what went wrong with a way to ask again. */
export function QueryView<T>({ query: { data, error, refetch, isFetching }, loading, children }: Props<T>) {
  return (
    <>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data !== undefined ? children(data) : error === null && (loading ?? <Loading />)}
    </>
  );
}
