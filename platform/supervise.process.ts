import { setTimeout as pause } from 'node:timers/promises';
import { backOff } from './back-off.ts';
import { type Folders, launch, type Program, type Running } from './program.process.ts';

export type State = 'stopped' | 'starting' | 'ready' | 'crashed';

export interface Supervised {
  readonly name: string;
  status(): { name: string; state: State; pid?: number; restarts: number };
  /** Keeps it running from now on. Resolves when it is ready; throws when it is not after `timeoutMs`, and goes on trying. */
  start(timeoutMs?: number): Promise<void>;
  /** Ends it in good order, and leaves it so. */
  stop(): Promise<void>;
  /** `kill -9`. It is started again as after any crash. */
  kill(): void;
  /** `kill -9`, and leaves it so. */
  abandon(): void;
}

export type Tell = (who: string, what: string, tone?: 'green' | 'red' | 'yellow' | 'dim') => void;

const POLL_MS = 100;
/** Whoever ran this long has recovered: its next crash is a first one again. */
const HEALTHY_MS = 30_000;

/** Keeps one program running: started again with a growing pause whenever it ends unasked. */
export function supervise(program: Program, folders: Folders, tell: Tell): Supervised {
  const { name } = program;
  let state: State = 'stopped';
  let running: Running | undefined;
  let wish: AbortController | undefined; // present while it is wanted; aborted by stop()
  let loop: Promise<void> = Promise.resolve();
  let restarts = 0;
  let crash: string | undefined; // how it ended last, since it was wanted or ready
  let reason = 'not started';

  async function keepRunning(wanted: AbortSignal): Promise<void> {
    crash = undefined;
    for (let failures = 0; !wanted.aborted;) {
      state = 'starting';
      const began = Date.now();
      const exit = await runOnce(wanted);
      if (wanted.aborted) break;
      failures = Date.now() - began > HEALTHY_MS ? 1 : failures + 1;
      restarts++;
      state = 'crashed';
      crash = `it ended: ${exit}`;
      tell(name, `ended (${exit}), starts again in ${backOff(failures) / 1000} s`, 'red');
      await pause(backOff(failures), undefined, { signal: wanted }).catch(() => {});
    }
    state = 'stopped';
  }

  async function runOnce(wanted: AbortSignal): Promise<string> {
    const began = Date.now();
    try {
      await program.prepare?.();
    } catch (error) {
      return (error as Error).message;
    }
    if (wanted.aborted) return 'not wanted any more';
    const run = launch(program, folders);
    running = run;
    let over = false;
    void run.ended.then(() => (over = true));
    while (!over && !(await ready())) await Promise.race([pause(POLL_MS), run.ended]);
    if (!over && !wanted.aborted) {
      state = 'ready';
      crash = undefined;
      tell(name, `ready in ${((Date.now() - began) / 1000).toFixed(1)} s`, 'green');
    }
    const exit = await run.ended;
    running = undefined;
    return exit;
  }

  async function ready(): Promise<boolean> {
    try {
      await program.isReady();
      return true;
    } catch (error) {
      reason = (error as Error).message;
      return false;
    }
  }

  return {
    name,
    status: () => ({ name, state, pid: running?.pid, restarts }),
    async start(timeoutMs = 60_000) {
      if (!wish) {
        wish = new AbortController();
        const { signal } = wish;
        loop = loop.then(() => keepRunning(signal));
      }
      const mine = wish.signal;
      for (const deadline = Date.now() + timeoutMs; state !== 'ready'; await pause(POLL_MS / 2)) {
        if (mine.aborted) throw new Error(`${name} was stopped while it started`);
        if (Date.now() > deadline)
          throw new Error(`${name} is not ready after ${timeoutMs / 1000} s: ${crash ?? reason}`);
      }
    },
    async stop() {
      wish?.abort();
      wish = undefined;
      await running?.stop();
      await loop;
    },
    kill: () => running?.kill(),
    abandon() {
      wish?.abort();
      running?.kill();
    },
  };
}
