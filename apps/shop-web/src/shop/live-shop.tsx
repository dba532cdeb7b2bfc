import { useThrottledCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { createLiveValues } from '../live/live-values.ts';
import { LiveValuesContext } from '../live/live-values.context.ts';
import type { StreamState } from '../live/stream.ts';
import { useLive } from '../live/use-live.ts';

/** New products are asked for at most so often: a seed brings hundreds. */
const FIND_NEW_MS = 3_000;

/** Products and stock within change by themselves. `children` is told how the stream is. */
export function LiveShop({ children }: { children: (state: StreamState) => ReactNode }) {
  const queries = useQueryClient();
  const values = useMemo(() => createLiveValues(), []);
  const findNew = useThrottledCallback(() => void queries.invalidateQueries({ queryKey: ['products'] }), FIND_NEW_MS);
  const state = useLive(
    { topics: ['product', 'stock'] },
    {
      record(record) {
        values.record(record);
        if (record.topic === 'product' && record.value?.version === 1) findNew();
      },
      reset: values.clear,
      ready: () => void queries.invalidateQueries({ predicate: ({ queryKey: [thing] }) => isOfTheShop(thing) }),
    },
  );
  return <LiveValuesContext value={values}>{children(state)}</LiveValuesContext>;
}

const isOfTheShop = (thing: unknown): boolean => thing === 'products' || thing === 'stock';
