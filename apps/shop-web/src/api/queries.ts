import { QueryClient } from '@tanstack/react-query';
import { mayPass, problemOf } from './problem.ts';

const MOST_TRIES = 4;

/** 0.5 s, 1 s, 2 s ..., or what the service asked for. */
const pause = (failures: number, error: unknown): number =>
  (problemOf(error).retryAfter ?? Math.min(8, 2 ** (failures - 1))) * 1_000;

/** What was read is shown at once and asked for again; while offline nothing is asked, and it goes on after. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < MOST_TRIES && mayPass(error),
        retryDelay: pause,
        throwOnError: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
