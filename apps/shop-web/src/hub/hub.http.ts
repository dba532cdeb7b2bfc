import { queryOptions } from '@tanstack/react-query';
import { type Api, answer } from '../api/api.http.ts';

/** Everybody who works and everything that flows; services come and go seldom. */
export const mapQuery = (api: Api) =>
  queryOptions({
    queryKey: ['hub', 'map'],
    queryFn: ({ signal }) => answer(api.GET('/api/event-hub/map', { signal })),
    refetchInterval: 5_000,
  });

/** How much flows now: event-hub measures every two seconds. */
export const flowQuery = (api: Api) =>
  queryOptions({
    queryKey: ['hub', 'flow'],
    queryFn: ({ signal }) => answer(api.GET('/api/event-hub/flow', { signal })),
    refetchInterval: 2_000,
  });

export const historyQuery = (api: Api, minutes: number) =>
  queryOptions({
    queryKey: ['hub', 'history', minutes],
    queryFn: ({ signal }) => answer(api.GET('/api/event-hub/history', { params: { query: { minutes } }, signal })),
    refetchInterval: 4_000,
  });

export const schemasQuery = (api: Api) =>
  queryOptions({
    queryKey: ['hub', 'schemas'],
    queryFn: ({ signal }) => answer(api.GET('/api/event-hub/schemas', { signal })),
  });
