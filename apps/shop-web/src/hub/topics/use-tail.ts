import { useEffect, useReducer, useRef } from 'react';
import type { LiveRecord } from '@offset-zero/live';
import { useLive } from '../../live/use-live.ts';
import { follow, nothingYet, type Tail, type TailAction } from './tail.ts';

/** A busy topic is drawn a few times a second, not for each of its records. */
const GATHER_MS = 200;

/** Follows a topic, or some keys of it, from now on. */
export function useTail(topic: string, keys: string[]) {
  const [tail, act] = useReducer(follow<LiveRecord>, nothingYet as Tail<LiveRecord>);
  const arrived = useRef<LiveRecord[]>([]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (arrived.current.length > 0) act({ type: 'arrived', records: arrived.current.splice(0) });
    }, GATHER_MS);
    return () => clearInterval(timer);
  }, []);
  const question = [topic, ...keys].join(' ');
  useEffect(() => {
    arrived.current = [];
    act({ type: 'cleared' });
  }, [question]);
  const state = useLive({ topics: [topic], keys }, { record: (record) => void arrived.current.push(record) });
  return { tail, state, act: act as (action: TailAction<LiveRecord>) => void };
}
