import type { LiveRecord } from '@offset-zero/live';
import type { ReadStream, StreamListener, StreamState } from './stream.ts';

/** What becomes of a stream after its last reader left: the next page may want the same one. */
const LINGER_MS = 3_000;

export interface Subscriber {
  record?(record: LiveRecord): void;
  /** Fetch now: what follows is live. Also called at once when the stream is live already. */
  ready?(): void;
  /** There is a gap: what was heard before may be old by now. `ready` follows. */
  reset?(): void;
  state?(state: StreamState): void;
}

interface Stream {
  subscribers: Set<Subscriber>;
  state: StreamState;
  stop: AbortController;
  linger?: ReturnType<typeof setTimeout>;
}

export interface Streams {
  /** Returns what ends the subscription. */
  subscribe(address: string, subscriber: Subscriber): () => void;
  /** Ends all streams: somebody else is signed in, or nobody. */
  close(): void;
}

/** One connection for each address, however many parts of the page ask for it. */
export function createStreams(read: ReadStream): Streams {
  const streams = new Map<string, Stream>();

  function open(address: string): Stream {
    const stream: Stream = { subscribers: new Set(), state: 'connecting', stop: new AbortController() };
    const tell = (what: (each: Subscriber) => void) => [...stream.subscribers].forEach(what);
    const listener: StreamListener = {
      record: (record) => tell((each) => each.record?.(record)),
      ready: () => tell((each) => each.ready?.()),
      reset: () => tell((each) => each.reset?.()),
      state(state) {
        stream.state = state;
        tell((each) => each.state?.(state));
      },
    };
    streams.set(address, stream);
    read(address, listener, stream.stop.signal).catch((error: unknown) => {
      console.error(error);
      if (streams.get(address) === stream) streams.delete(address);
      listener.state('refused');
    });
    return stream;
  }

  function close(address: string, stream: Stream): void {
    clearTimeout(stream.linger);
    stream.stop.abort();
    if (streams.get(address) === stream) streams.delete(address);
  }

  return {
    subscribe(address, subscriber) {
      const stream = streams.get(address) ?? open(address);
      clearTimeout(stream.linger);
      stream.subscribers.add(subscriber);
      subscriber.state?.(stream.state);
      if (stream.state === 'live') subscriber.ready?.();
      return () => {
        stream.subscribers.delete(subscriber);
        if (stream.subscribers.size === 0) stream.linger = setTimeout(() => close(address, stream), LINGER_MS);
      };
    },
    close: () => [...streams].forEach(([address, stream]) => close(address, stream)),
  };
}
