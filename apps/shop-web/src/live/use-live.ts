import { useEffect, useEffectEvent, useState } from 'react';
import { useShop } from '../shell/shop.context.ts';
import { addressOf, type LiveQuery } from './query.ts';
import type { StreamState } from './stream.ts';
import type { Subscriber } from './streams.ts';

/**
 * Hears the live stream while the component is there; `undefined` hears nothing. Fetch in `ready`, apply each `record`
 * that is newer than what was fetched.
 */
export function useLive(
  query: LiveQuery | undefined,
  { record, ready, reset }: Omit<Subscriber, 'state'>,
): StreamState {
  const { streams } = useShop();
  const [state, setState] = useState<StreamState>('connecting');
  const onRecord = useEffectEvent<NonNullable<Subscriber['record']>>((each) => record?.(each));
  const onReady = useEffectEvent(() => ready?.());
  const onReset = useEffectEvent(() => reset?.());
  const address = query && addressOf(query);
  useEffect(() => {
    if (address === undefined) return undefined;
    return streams.subscribe(address, {
      record: (each) => onRecord(each),
      ready: () => onReady(),
      reset: () => onReset(),
      state: setState,
    });
  }, [address, streams]);
  return state;
}
