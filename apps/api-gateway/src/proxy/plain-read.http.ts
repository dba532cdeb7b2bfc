import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type Frame, joinTrace, type Principal, type Trace } from '@offset-zero/service';
import type { Call as AuditedCall } from '../audit/line.ts';
import { limitHeaders } from '../door/limit.http.ts';
import type { Taken } from '../door/quota.ts';
import { Attempt, type AttemptOptions } from '../upstreams/attempt.http.ts';
import type { Instance } from '../upstreams/instance.http.ts';
import type { Upstreams } from '../upstreams/upstreams.http.ts';
import { requestHeaders } from './headers.ts';
import { responseSink } from './response-sink.http.ts';

export interface Surroundings {
  upstreams: Upstreams;
  frame: Frame;
  audit: (call: AuditedCall) => void;
  /** Headers of every answer. */
  headers: OutgoingHttpHeaders;
}

export interface Reading {
  principal: Principal;
  instance: Instance;
  taken: Taken;
  /** 503 is no answer: another instance is asked then. */
  refuse503: boolean;
  /** It has come to nothing, and the client still waits. */
  handOver: (error: Error) => void;
}

/** One read on the fast path: what goes to the instance, what comes back, and what is kept of it. */
export class PlainRead implements AttemptOptions {
  readonly timeoutMs: number;
  readonly hasBody = false;
  readonly refuse503: boolean;
  private readonly began = performance.now();
  private readonly trace: Trace;
  private readonly address: string;
  private readonly attempt: Attempt;
  private isHandedOver = false;

  constructor(
    private readonly around: Surroundings,
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    private readonly reading: Reading,
  ) {
    this.timeoutMs = around.upstreams.timeoutMs;
    this.refuse503 = reading.refuse503;
    this.trace = joinTrace(request.headers.traceparent as string | undefined);
    this.address = around.frame.addressOf(request) ?? 'unknown';
    const own = Object.assign({}, around.headers, limitHeaders(reading.taken)); // as in `withOwn`
    this.attempt = new Attempt(
      responseSink(response, () => own),
      this,
    );
    response.on('close', () => this.closed());
  }

  begin(path: string): void {
    const { headers } = this.request;
    const passed = requestHeaders(headers, { address: this.address, host: headers.host }, false);
    passed.traceparent = this.trace.traceparent;
    this.around.upstreams.send(this.reading.instance, { path, headers: passed }, this.attempt);
  }

  onHead(status: number): void {
    this.reading.instance.answeredPlainly(status);
  }

  onFailed(error: Error): void {
    if (this.response.closed) return this.reading.instance.abandoned();
    this.isHandedOver = true;
    this.request.receivedAt = this.began;
    this.request.headers.traceparent = this.trace.traceparent;
    this.reading.handOver(error);
  }

  onOver(): void {
    this.reading.instance.inFlight--;
  }

  private closed(): void {
    const { writableFinished, statusCode } = this.response;
    if (!writableFinished) this.attempt.abort(new Error('the client has gone'));
    if (this.isHandedOver || !writableFinished) return;
    const { address, trace, began, around } = this;
    const { principal } = this.reading;
    const scope = { ...trace, seen: [], principal };
    around.frame.answered({ method: 'GET', route: '/api/*', status: statusCode, ms: performance.now() - began, scope });
    const url = this.request.url!;
    around.audit({ method: 'GET', url, status: statusCode, address, principal, traceId: trace.traceId });
  }
}
