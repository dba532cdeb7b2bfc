import type { Fact } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Message } from '../message.ts';
import type { Parked } from '../parked/parked.ts';
import type { ResetDone, ResetRequest } from '../reset/reset.ts';
import type { Runner, RunnerOptions } from '../runner.ts';
import { startRunner } from '../runner.process.ts';
import type { SubscriptionStatus } from '../subscription.ts';
import { reactionsOf } from './reactions.ts';

export interface KafkaStrategyOptions extends RunnerOptions {
  /** How facts reach the outbox within a transaction. */
  append: (sql: Sql, facts: Fact[]) => Promise<void>;
  /** Runs each handler, to set a trace context. It must give on what `handle` returns or throws. */
  around?: <T>(message: Message, handle: () => Promise<T>) => Promise<T>;
}

/**
 * Nest's transport for this shop: the methods with `@Reacts` become one subscription per topic, named as the topic; the
 * given subscriptions (views) run beside them. `connectMicroservice({ strategy })`, then `startAllMicroservices()`.
 */
export class KafkaStrategy extends Server implements CustomTransportStrategy {
  override readonly propagatesEventHandlerErrors = true;
  private readonly options: KafkaStrategyOptions;
  private runner: Runner | undefined;
  private readonly over = new AbortController();

  constructor(options: KafkaStrategyOptions) {
    super();
    this.options = options;
  }

  async listen(done: (error?: unknown) => void): Promise<void> {
    try {
      const { subscriptions, append, around = (_message, handle) => handle() } = this.options;
      const reactions = reactionsOf(this.messageHandlers, append, around);
      const { signal } = this.over;
      this.runner = await startRunner({ ...this.options, signal, subscriptions: [...subscriptions, ...reactions] });
      done();
    } catch (error) {
      done(this.over.signal.aborted ? undefined : error);
    }
  }

  /** What every subscription is doing; empty before `listen`. (`status` is taken: a stream of Nest's.) */
  statuses(): SubscriptionStatus[] {
    return this.runner?.status() ?? [];
  }

  /** Undefined before `listen`. */
  get parked(): Parked | undefined {
    return this.runner?.parked;
  }

  /** As `Runner.reset`; undefined before `listen`. */
  reset(request: ResetRequest, by: string): Promise<ResetDone> | undefined {
    return this.runner?.reset(request, by);
  }

  /** Finishes the batches in hand; a `listen` that still prepares ends without a consumer. */
  async close(): Promise<void> {
    this.over.abort();
    await this.runner?.stop();
  }

  on(): never {
    throw new Error('This transport has no events; see statuses()');
  }

  unwrap<T>(): T {
    return this.runner as T;
  }
}
