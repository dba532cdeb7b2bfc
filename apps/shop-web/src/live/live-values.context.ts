import { createContext, use, useSyncExternalStore } from 'react';
import { createLiveValues, type LiveValues } from './live-values.ts';

export const LiveValuesContext = createContext<LiveValues>(createLiveValues());

/** The latest value of a key that came through the stream. Undefined: nothing was heard; null: deleted. */
export function useLiveValue(topic: string, key: string): Record<string, unknown> | null | undefined {
  const values = use(LiveValuesContext);
  return useSyncExternalStore(values.subscribe, () => values.get(topic, key));
}

/** All that came through the stream; whoever asks is told of every change. */
export function useLiveValues(): LiveValues {
  const values = use(LiveValuesContext);
  useSyncExternalStore(values.subscribe, values.changes);
  return values;
}
