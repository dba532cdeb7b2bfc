import { follow, LiveRefused } from '@offset-zero/live';
import type { TokenSource } from '../api/api.http.ts';
import { awake, whenAsleep } from './awake.process.ts';
import type { StreamListener } from './stream.ts';

/**
 * Follows the stream at `address` until `signal` is aborted. A browser gives a host six connections: while nobody sees
 * the page the stream is let go, and goes on where it was when somebody looks again.
 */
export async function readStream(
  address: string,
  token: TokenSource,
  listener: StreamListener,
  signal: AbortSignal,
): Promise<void> {
  let lastEventId = '';
  let sent: string | undefined;
  let refused: string | undefined;
  while (!signal.aborted) {
    await awake(signal);
    const seen = new AbortController();
    const unwatch = whenAsleep(() => seen.abort());
    try {
      await follow({
        url: address,
        lastEventId,
        signal: AbortSignal.any([signal, seen.signal]),
        headers: async (): Promise<Record<string, string>> => {
          sent = await token(refused);
          return sent === undefined ? {} : { authorization: `Bearer ${sent}` };
        },
        onRecord: listener.record,
        onReady: listener.ready,
        onReset: listener.reset,
        onState: listener.state,
        onPosition: (position) => (lastEventId = position),
      });
    } catch (error) {
      if (!(error instanceof LiveRefused)) throw error;
      if (error.status !== 401 || sent === refused) return listener.state('refused');
      refused = sent;
    } finally {
      unwatch();
    }
    if (!signal.aborted) listener.state('waiting');
  }
}
