import { queryOptions } from '@tanstack/react-query';
import { type Api, answer } from '../../api/api.http.ts';
import type { paths } from '../../api/generated/openapi.d.ts';

const ENOUGH = 50;

/** Whether there is such a topic, the hub says. */
type TopicName = paths['/api/event-hub/topics/{topic}/records']['get']['parameters']['path']['topic'];

/** What lies at the end of a topic, newest first; with a key, of that alone. */
export const recordsQuery = (api: Api, name: string, key: string) =>
  queryOptions({
    queryKey: ['hub', 'records', name, key],
    queryFn: ({ signal }) => {
      const path = { topic: name as TopicName };
      const query = { limit: ENOUGH, ...(key !== '' && { key }) };
      return answer(api.GET('/api/event-hub/topics/{topic}/records', { params: { path, query }, signal }));
    },
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
