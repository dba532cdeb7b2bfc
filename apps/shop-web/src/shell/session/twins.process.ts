import { User } from 'oidc-client-ts';

const KEY = 'sign-in';
/** For tabs that the browser has put to sleep, or that are just being closed. */
const PATIENCE_MS = 2_000;

type Message = { asks: string } | { answers: string; user: string | undefined };

export interface Twins {
  /** This tab has a sign-in of its own from now on. */
  begin(): void;
  /** Runs `renew` while no twin does, with what a twin has if that is newer than what this tab has. */
  inTurn(renew: (newer: User | undefined) => Promise<void>): Promise<void>;
}

/**
 * A tab that the browser duplicates has a copy of everything that `sessionStorage` has, the refresh token too, which is good
 * for one use. Such twins know each other by the number of their sign-in, which is copied as well: they renew it in turn
 * (Web Locks), and whoever is next asks the others first (BroadcastChannel). Tokens stay among tabs of this origin.
 */
export function openTwins(current: () => User | undefined): Twins {
  const channel = new BroadcastChannel(KEY);
  let id = sessionStorage.getItem(KEY);
  const send = (message: Message) => channel.postMessage(message);
  const alive = () => `${KEY} ${id}`;

  let leave = () => {};

  /** Held as long as the tab is there and has this sign-in: so many twins there are. */
  function live(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (id !== null) void navigator.locks.request(alive(), { mode: 'shared' }, () => promise);
    leave = resolve;
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('asks' in data && data.asks === id) send({ answers: id, user: current()?.toStorageString() });
  });
  live();

  async function others(): Promise<number> {
    const { held = [] } = await navigator.locks.query();
    return held.filter(({ name }) => name === alive()).length - 1;
  }

  async function answers(asked: string, count: number): Promise<User[]> {
    const users: User[] = [];
    const end = new AbortController();
    const { promise, resolve } = Promise.withResolvers<void>();
    let left = count;
    const hear = ({ data }: MessageEvent<Message>) => {
      if (!('answers' in data) || data.answers !== asked) return;
      if (data.user !== undefined) users.push(User.fromStorageString(data.user));
      if (--left === 0) resolve();
    };
    channel.addEventListener('message', hear, { signal: end.signal });
    send({ asks: asked });
    const timer = setTimeout(resolve, PATIENCE_MS);
    await promise;
    clearTimeout(timer);
    end.abort();
    return users;
  }

  async function newer(): Promise<User | undefined> {
    const count = await others();
    if (id === null || count < 1) return undefined;
    const endOf = (user: User | undefined) => user?.expires_at ?? 0;
    const known = await answers(id, count);
    return known.filter((user) => endOf(user) > endOf(current())).sort((a, b) => endOf(b) - endOf(a))[0];
  }

  return {
    begin() {
      leave();
      id = crypto.randomUUID();
      sessionStorage.setItem(KEY, id);
      live();
    },
    inTurn: (renew) => navigator.locks.request(`${alive()} renewal`, async () => renew(await newer())),
  };
}
