import CircuitBreaker from 'opossum';
import { Pool } from 'undici';
import type { Candidate } from './choice.ts';
import { Failed, isFault } from './failed.ts';

export interface CircuitSettings {
  /** So many failures in a row leave an instance out; so does a half of at least twice as many within 10 s. */
  failures: number;
  /** Milliseconds until one call may show whether it is back. */
  openMs: number;
}

const CONNECT_MS = 2_000;
const BODY_SILENCE_MS = 30_000;
/** How long an instance that answered 503 gets only what no other takes. */
const REST_MS = 1_000;

/** One process of a service: its connections, and whether it is trusted to answer. */
export class Instance implements Candidate {
  inFlight = 0;
  readonly calls = { answered: 0, failed: 0, abandoned: 0 };
  readonly pool: Pool;
  /** What of its address comes before every path. */
  readonly base: string;
  readonly origin: string;
  private readonly breaker: CircuitBreaker<[() => Promise<number>], number>;
  private failuresInARow = 0;
  private restsUntil = 0;
  private openedAt = 0;

  constructor(
    readonly address: string,
    readonly version: 'stable' | 'canary',
    private readonly circuitSettings: CircuitSettings,
  ) {
    const { origin, pathname } = new URL(address);
    this.origin = origin;
    this.base = pathname.replace(/\/$/, '');
    this.pool = new Pool(origin, {
      connect: { timeout: CONNECT_MS },
      headersTimeout: 0, // ours counts from the end of the request, and knows how long the client wants to wait
      bodyTimeout: BODY_SILENCE_MS,
    });
    this.breaker = new CircuitBreaker((call: () => Promise<number>) => call(), {
      timeout: false,
      resetTimeout: circuitSettings.openMs,
      volumeThreshold: 2 * circuitSettings.failures,
      errorThresholdPercentage: 50,
      errorFilter: (error) => !isFault(error),
      rollingPercentilesEnabled: false,
      enableSnapshots: false,
    });
    this.breaker.on('open', () => (this.openedAt = performance.now()));
  }

  get circuit(): Candidate['circuit'] {
    if (this.breaker.closed) return 'closed';
    return this.breaker.halfOpen && this.breaker.pendingClose ? 'half-open' : 'open';
  }

  get resting(): boolean {
    return this.restsUntil > performance.now();
  }

  /** Milliseconds until an open circuit lets a call through. */
  get openForMs(): number {
    return Math.max(0, this.openedAt + this.circuitSettings.openMs - performance.now());
  }

  /**
   * Makes a call, which gives the status of the answer; how it ends decides whether others come here. One that `isPast` has
   * failed already: it needs no leave of the circuit, and shows nothing of whether the instance is back.
   */
  async take(call: () => Promise<number>, isPast = false): Promise<void> {
    const isProbe = !isPast && this.circuit === 'half-open';
    const isLate = isPast && !this.breaker.closed;
    try {
      this.answered(await (isLate ? call() : this.breaker.fire(call)));
    } catch (error) {
      this.judge(error, { isProbe, isLate });
      throw error;
    }
  }

  /** Counts an answer to a call that was made past the circuit, when it was closed. */
  answeredPlainly(status: number): void {
    this.breaker.emit('fire');
    this.breaker.emit('success', status, 0);
    this.answered(status);
  }

  /** Nobody waits any more for a call that was made past the circuit. */
  abandoned(): void {
    this.calls.abandoned++;
  }

  async close(): Promise<void> {
    this.breaker.shutdown();
    await this.pool.destroy();
  }

  private answered(status: number): void {
    this.calls.answered++;
    this.failuresInARow = 0;
    if (status === 503) this.rest();
  }

  private judge(error: unknown, { isProbe, isLate }: { isProbe: boolean; isLate: boolean }): void {
    if (isFault(error)) {
      this.calls.failed++;
      this.failuresInARow++;
      if (this.failuresInARow >= this.circuitSettings.failures && !isLate) this.breaker.open();
    } else if (error instanceof Failed) {
      this.calls.answered++;
      this.failuresInARow = 0;
      this.rest();
    } else {
      this.calls.abandoned++;
      if (isProbe) this.breaker.open(); // nobody waited for what it would have shown
    }
  }

  private rest(): void {
    this.restsUntil = performance.now() + REST_MS;
  }
}
