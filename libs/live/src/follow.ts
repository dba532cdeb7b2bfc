import { type EventParser, eventParser } from './event-stream.ts';
import type { LiveRecord, ResetReason } from './record.ts';
import { backOffMs, heals } from './retry.ts';

/** connecting: a request is on its way. live: nothing is missed. away: connected, but Kafka is not. waiting: the next try comes. */
export type LiveState = 'connecting' | 'live' | 'away' | 'waiting';

export interface FollowOptions {
  url: string;
  /** Asked for at every connection: tokens end. When it fails, the connection has failed. */
  headers: () => Promise<Record<string, string>>;
  signal: AbortSignal;
  onRecord: (record: LiveRecord) => void;
  /** What follows is live: now fetch by query, and apply the records that are newer. Once per connection. */
  onReady?: () => void;
  /** There is a gap: everything has to be fetched again. `onReady` comes next. */
  onReset?: (reason: ResetReason) => void;
  onState?: (state: LiveState) => void;
  /** Where an earlier stream ended. */
  lastEventId?: string;
  /** Hears every position, for whoever wants to go on from there later. */
  onPosition?: (lastEventId: string) => void;
  /** A connection that is silent for longer is given up; the gateway says something every 15 s. */
  silenceMs?: number;
}

/** The gateway refuses the stream, and waiting does not help. */
export class LiveRefused extends Error {
  override name = 'LiveRefused';
  readonly status: number;
  /** The problem's code (RFC 9457); '' when the answer was none. */
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

const SILENCE_MS = 45_000;

/**
 * Follows `GET /api/live` until the signal aborts: connects again whenever the stream ends, and goes on where it was.
 * Throws `LiveRefused` for what will be refused again, and what an `on...` throws.
 */
export async function follow(options: FollowOptions): Promise<void> {
  const { signal, onState } = options;
  let lastEventId = options.lastEventId ?? '';
  for (let failures = 0; !signal.aborted;) {
    onState?.('connecting');
    const parser = eventParser();
    let askedMs: number | undefined;
    try {
      const response = await connect(options, lastEventId);
      if (response.ok) {
        await read(response, parser, options, () => {
          lastEventId = parser.lastEventId() || lastEventId;
          failures = 0;
        });
      } else {
        const refused = await refusal(response);
        if (refused.code === 'invalid-cursor' && lastEventId !== '') {
          lastEventId = '';
          options.onReset?.('invalid-cursor');
        } else if (!heals(response.status, failures)) throw refused;
        askedMs = Number(response.headers.get('retry-after')) * 1_000 || undefined;
        failures++;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Lost)) throw error;
      failures++;
    }
    onState?.('waiting');
    await pause(backOffMs(failures, askedMs ?? parser.retryMs()), signal);
  }
}

/** The connection failed or ended in the middle: the next one goes on. */
class Lost extends Error {}

async function connect({ url, headers, signal }: FollowOptions, lastEventId: string): Promise<Response> {
  const own = { accept: 'text/event-stream', ...(lastEventId === '' ? {} : { 'last-event-id': lastEventId }) };
  try {
    const theirs = await headers();
    return await fetch(url, { headers: { ...theirs, ...own }, signal, cache: 'no-store' });
  } catch (cause) {
    throw new Lost('no connection', { cause });
  }
}

async function refusal(response: Response): Promise<LiveRefused> {
  const problem = (await response.json().catch(() => ({}))) as { code?: string; title?: string; detail?: string };
  const { code = '', title = `answered ${response.status}`, detail = title } = problem;
  return new LiveRefused(response.status, code, detail);
}

async function read(response: Response, parser: EventParser, options: FollowOptions, progress: () => void) {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  const silent = () => void reader.cancel(new Lost('silent')).catch(() => {}); // the read below ends with it
  try {
    for (;;) {
      watchdog = setTimeout(silent, options.silenceMs ?? SILENCE_MS);
      const { done, value } = await reader.read().catch((cause: Error) => {
        throw new Lost('the connection broke', { cause });
      });
      clearTimeout(watchdog);
      if (done) return;
      for (const { event, data } of parser.push(value)) hear(event, data, options);
      progress();
      if (parser.lastEventId() !== '') options.onPosition?.(parser.lastEventId());
    }
  } finally {
    clearTimeout(watchdog);
    await reader.cancel().catch(() => {}); // it may have ended already
  }
}

function hear(event: string, data: string, { onRecord, onReady, onReset, onState }: FollowOptions): void {
  const said = JSON.parse(data) as unknown;
  if (event === 'record') onRecord(said as LiveRecord);
  else if (event === 'reset') onReset?.((said as { reason: ResetReason }).reason);
  else if (event === 'state') onState?.((said as { live: boolean }).live ? 'live' : 'away');
  else if (event === 'ready') {
    onState?.('live');
    onReady?.();
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
