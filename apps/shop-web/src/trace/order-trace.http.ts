import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { LiveRecord } from '@offset-zero/live';
import { useLive } from '../live/use-live.ts';
import { orderTraceQuery } from '../order/order-trace.http.ts';
import { useApi } from '../shell/shop.context.ts';
import { askAgainAfter, lacks } from './live.ts';

/** What arrives together, as all that one transaction wrote, is one reason to ask. */
const GATHER_MS = 150;

/** An order's trace, asked for again as soon as the live stream brings something that it does not have. */
export function useOrderTrace(orderId: string) {
  const api = useApi();
  const client = useQueryClient();
  const query = orderTraceQuery(api, orderId);
  const { queryKey } = query;
  const trace = useQuery({
    ...query,
    refetchInterval: ({ state: { data } }) => data !== undefined && askAgainAfter(data, Date.now()),
  });
  const arrived = useRef<LiveRecord[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = () => void client.invalidateQueries({ queryKey });
  const look = () => {
    const records = arrived.current.splice(0);
    timer.current = undefined;
    const known = client.getQueryData(queryKey);
    if (known === undefined || lacks(known, records)) ask();
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const stream = useLive(
    { topics: ['order'], keys: [orderId], order: orderId },
    {
      ready: ask,
      record(record) {
        arrived.current.push(record);
        timer.current ??= setTimeout(look, GATHER_MS);
      },
    },
  );
  return { trace, stream };
}
