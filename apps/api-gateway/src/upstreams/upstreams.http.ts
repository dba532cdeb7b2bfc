import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Calls, Refusal, SETTINGS } from '@offset-zero/service';
import type { Dispatcher } from 'undici';
import type { GatewaySettings } from '../settings.ts';
import { Attempt } from './attempt.http.ts';
import type { Version } from './canary.ts';
import { Failed, mayRepeat, MOST_ATTEMPTS } from './failed.ts';
import { Fleet } from './fleet.http.ts';
import type { Instance } from './instance.http.ts';
import { type Answer, jsonSink } from './json-sink.ts';
import { about, refusalOf, unavailable } from './refusals.ts';
import type { Sink } from './sink.ts';
import { services, type Upstream } from './table.ts';

export interface Call {
  method?: Dispatcher.HttpMethod;
  path: string;
  headers?: Record<string, string | string[]>;
  /** Read when the request is being sent, and not before. */
  body?: AsyncIterable<Buffer>;
  /** Default: stable. */
  version?: Version;
  /** Milliseconds of silence, between the last of the request and the first of the answer, that end the call. */
  timeoutMs?: number;
  /** It was made once already, and came to nothing. */
  failedBefore?: { instance: Instance; error: Error };
}

/** A call under way. */
export interface Calling {
  /** Resolves when the head of the answer is there. Refusals: `service-unavailable`, `answer-lost`, `service-timeout`. */
  answered: Promise<void>;
  /** Nobody waits for it any more. */
  abort(reason: Error): void;
}

const SAFE = new Set(['GET', 'HEAD']);

/** Calls to the services: to an instance that is likely to answer, and to another one where that does no harm. */
@Injectable()
export class Upstreams implements OnApplicationShutdown {
  private readonly fleets: ReadonlyMap<string, Fleet>;

  constructor(
    @Inject(SETTINGS) private readonly settings: GatewaySettings,
    private readonly calls: Calls,
  ) {
    const { addresses, circuit } = settings;
    this.fleets = new Map(services.map(({ name }) => [name, new Fleet(addresses.get(name)!, circuit)]));
  }

  get timeoutMs(): number {
    return this.settings.timeoutMs;
  }

  of(upstream: Upstream): Fleet {
    return this.fleets.get(upstream.name)!;
  }

  /** The answer streams into `sink`. What the body throws, and what `abort` was given, comes out as it is. */
  call(upstream: Upstream, call: Call, sink: Sink): Calling {
    let current: Attempt | undefined;
    let given: Error | undefined = call.failedBefore?.error;
    const attempt = async (instance: Instance, refuse503: boolean) => {
      const error = given;
      if (error instanceof Failed) given = undefined;
      if (error) throw error;
      const target = { ...targetOf(instance, call), service: upstream.name };
      const answer = await this.calls.traced(
        target,
        (traceparent) =>
          new Promise<{ statusCode: number }>((resolve, reject) => {
            current = new Attempt(sink, {
              ...{ refuse503, hasBody: call.body !== undefined, timeoutMs: call.timeoutMs ?? this.timeoutMs },
              onHead: (statusCode) => resolve({ statusCode }),
              onFailed: reject,
              onOver: () => instance.inFlight--,
            });
            this.send(instance, { ...call, headers: { ...call.headers, traceparent } }, current);
          }),
      );
      return answer.statusCode;
    };
    const answered = this.tryAll(upstream, call, attempt).catch((error: unknown) => {
      throw refusalOf(upstream, error);
    });
    const abort = (reason: Error) => {
      given = reason;
      current?.abort(reason);
    };
    return { answered, abort };
  }

  /** A JSON answer read in whole within `timeoutMs`. Throws as `call`. */
  async json(upstream: Upstream, call: Call): Promise<Answer> {
    const { timeoutMs = this.timeoutMs } = call;
    const { sink, whole } = jsonSink();
    const { answered, abort } = this.call(upstream, call, sink);
    const late = new Refusal('service-timeout', about(upstream, `not whole within ${timeoutMs} ms`));
    const timer = setTimeout(() => abort(late), timeoutMs);
    try {
      await answered;
      return await whole;
    } catch (error) {
      throw refusalOf(upstream, error);
    } finally {
      clearTimeout(timer);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.fleets.values()].map((fleet) => fleet.close()));
  }

  private async tryAll(
    upstream: Upstream,
    { method = 'GET', version = 'stable', failedBefore }: Call,
    attempt: (instance: Instance, refuse503: boolean) => Promise<number>,
  ): Promise<void> {
    const fleet = this.of(upstream);
    const isSafe = SAFE.has(method);
    const tried = new Set<Instance>();
    let instance = failedBefore?.instance ?? fleet.choose(version, tried, isSafe);
    if (instance === undefined) throw unavailable(upstream, 'it has failed again and again', fleet.openForMs);
    for (let attempts = 1; ; attempts++) {
      const chosen: Instance = instance;
      tried.add(chosen);
      const refuse503 = isSafe && fleet.instances.length > 1 && attempts < MOST_ATTEMPTS;
      try {
        const isPast = attempts === 1 && failedBefore !== undefined;
        return await chosen.take(() => attempt(chosen, refuse503), isPast);
      } catch (error) {
        if (!(error instanceof Failed) || !mayRepeat(error, isSafe, attempts)) throw error;
        instance = fleet.choose(version, tried, isSafe) ?? (error.how === 'unreachable' ? undefined : chosen);
        if (instance === undefined || instance.circuit === 'open') throw error;
        fleet.retries++;
      }
    }
  }

  /** Sends a call to an instance, where it counts as in flight; `attempt` hears what comes of it. */
  send(instance: Instance, call: Call, attempt: Attempt): void {
    instance.inFlight++;
    const { headers, body } = call;
    instance.pool.dispatch(
      { ...targetOf(instance, call), headers, body: body as unknown as Dispatcher.DispatchOptions['body'] },
      attempt,
    );
  }
}

const targetOf = ({ origin, base }: Instance, { method = 'GET', path }: Call) => ({
  ...{ method, origin, path: base + path },
});
