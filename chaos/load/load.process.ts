import type { JournalEntry } from '../journal.ts';
import type { Journal } from '../journal.process.ts';
import { pause } from '../pause.ts';
import { createRandom } from '../plan/random.ts';
import { type Door, send, statusOf } from './client.http.ts';
import { outcomeOf, type When } from './outcome.ts';
import { createKnownShop } from './shop.ts';
import { wishOf } from './wishes.ts';

/** An order that was accepted, and when a client saw it CONFIRMED or REJECTED. Times are ms since 1970. */
export interface Watched {
  orderId: string;
  placedAt: number;
  handledAt?: number;
}

export interface Load {
  entries: JournalEntry[];
  watched: Watched[];
  /** Those of them that somebody is waiting for right now. */
  watching: ReadonlySet<Watched>;
  /** No new writes; resolves when those under way have been answered or given up. */
  stop(): Promise<void>;
  /** Sends everything whose outcome is unknown again until it is known; an abort ends that. */
  resolve(signal: AbortSignal): Promise<void>;
}

export interface LoadOptions {
  door: Door;
  seed: number;
  /** Writes per second, whatever the system says. */
  rate: number;
  journal: Journal;
}

const MANY_AT_ONCE = 80;
/** Who waits for an order asks again and again, and goes away when too many do: first who has waited longest. */
const WATCHED_AT_ONCE = 40;
const AT_REST_AT_ONCE = 8;
const TRIES = 3;
const WATCH_SECONDS = 5;

/** A steady load from people who do not slow down when the shop does, and half of whom try again when nobody answers. */
export function startLoad({ door, seed, rate, journal }: LoadOptions): Load {
  const random = createRandom(seed ^ 0x10ad);
  const shop = createKnownShop();
  const entries: JournalEntry[] = [];
  const watched: Watched[] = [];
  const underWay = new Set<Promise<void>>();
  const watching = new Set<Watched>();
  const stopping = new AbortController();

  const pausing = (ms: number) => pause(ms, stopping.signal);

  async function attempt(entry: JournalEntry, when: When): Promise<void> {
    if (when !== 'first') entry.attempts++;
    journal.note(entry);
    const outcome = outcomeOf(entry, await send(door, entry), when);
    Object.assign(entry, outcome, { key: outcome.key ?? entry.key });
    if (entry.outcome !== 'unknown') entry.answeredAt = Date.now();
    journal.note(entry);
    if (entry.outcome !== 'unknown') shop.learn(entry);
  }

  async function write(): Promise<void> {
    const id = entries.length + 1;
    const wish = wishOf(random, shop, id);
    const isPost = wish.ifMatch === undefined;
    const entry: JournalEntry = {
      ...{ id, at: Date.now(), ...wish, outcome: 'unknown', attempts: 1 },
      ...(isPost && { idempotencyKey: `chaos-${seed}-${id}` }),
    };
    entries.push(entry);
    const tries = random.chance(0.5) ? TRIES : 1;
    const pauses = Array.from({ length: tries - 1 }, () => random.whole(200, 4_000));
    await attempt(entry, 'first');
    for (const ms of pauses) {
      if (entry.outcome !== 'unknown') break;
      await pausing(ms);
      if (!stopping.signal.aborted) await attempt(entry, 'again');
    }
    if (entry.op === 'order.place' && entry.outcome === 'accepted') await watch(entry);
  }

  async function watch({ key, at }: JournalEntry): Promise<void> {
    const order: Watched = { orderId: key!, placedAt: at };
    watched.push(order);
    watching.add(order);
    const [oldest] = watching;
    if (watching.size > WATCHED_AT_ONCE) watching.delete(oldest!);
    while (!stopping.signal.aborted && watching.has(order)) {
      const status = await statusOf(door, order.orderId, WATCH_SECONDS);
      if (status && status !== 'PLACED') {
        if (status !== 'CANCELLED') order.handledAt = Date.now(); // for that nobody needs the stock
        watching.delete(order);
      } else await pausing(500);
    }
  }

  function track(work: Promise<void>): void {
    const tracked = work.finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  }

  async function run(): Promise<void> {
    for (let next = Date.now(); !stopping.signal.aborted; next += 1_000 / rate) {
      await pausing(next - Date.now());
      if (underWay.size - watching.size < MANY_AT_ONCE) track(write());
    }
  }

  const running = run();
  return {
    entries,
    watched,
    watching,
    async stop() {
      stopping.abort();
      await running;
      await Promise.all(underWay);
    },
    async resolve(signal) {
      const open = entries.filter(({ outcome }) => outcome === 'unknown');
      const worker = async () => {
        for (let entry = open.shift(); entry && !signal.aborted; entry = open.shift()) {
          await attempt(entry, 'at rest');
          if (entry.outcome === 'unknown') {
            open.push(entry);
            await pause(200, signal);
          }
        }
      };
      await Promise.all(Array.from({ length: AT_REST_AT_ONCE }, worker));
    },
  };
}
