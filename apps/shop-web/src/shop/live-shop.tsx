import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { createLiveValues } from '../live/live-values.ts';
import { LiveValuesContext } from '../live/live-values.context.ts';
import type { StreamState } from '../live/stream.ts';
import { useLive } from '../live/use-live.ts';

/** Products and stock within change by themselves. `children` is told how the stream is. */
export function LiveShop({ children }: { children: (state: StreamState) => ReactNode }) {
  const queries = useQueryClient();
  const values = useMemo(() => createLiveValues(), []);
  const state = useLive(
    { topics: ['product', 'stock'] },
    {
      record: values.record,
      reset: values.clear,
      ready: () => void queries.invalidateQueries({ predicate: ({ queryKey: [thing] }) => isOfTheShop(thing) }),
    },
  );
  return <LiveValuesContext value={values}>{children(state)}</LiveValuesContext>;
}

const isOfTheShop = (thing: unknown): boolean => thing === 'products' || thing === 'product' || thing === 'stock';
