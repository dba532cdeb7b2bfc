import { Refusal } from '@offset-zero/service';
import type { Dispatcher } from 'undici';
import { Failed } from './failed.ts';
import type { Headers, Sink } from './sink.ts';

export interface AttemptOptions {
  /** Milliseconds of silence, between the last of the request and the first of the answer, that end it. */
  timeoutMs: number;
  hasBody: boolean;
  /** 503 is no answer: another instance is asked then. */
  refuse503: boolean;
  /** The head of the answer is there, and is in the sink. */
  onHead: (status: number) => void;
  /** There will be none: a `Failed`, or the reason of `abort`. */
  onFailed: (error: Error) => void;
  /** Nothing comes any more, well or badly. */
  onOver: () => void;
}

/** One request to one instance, as undici's dispatcher tells of it; the answer goes into `sink` as it comes. */
export class Attempt implements Dispatcher.DispatchHandler {
  private state: 'waiting' | 'answering' | 'discarding' | 'over' = 'waiting';
  private controller: Dispatcher.DispatchController | undefined;
  private sent = false;
  private bodyIsSent: boolean;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly sink: Sink,
    private readonly o: AttemptOptions,
  ) {
    this.bodyIsSent = !o.hasBody;
    this.timer = setTimeout(() => this.abort(this.lateness()), o.timeoutMs);
  }

  /** Ends it: whoever waits for the answer gets `reason`; an answer that has begun breaks off. */
  abort(reason: Error): void {
    if (this.state === 'over') return;
    this.fail(reason);
    this.controller?.abort(reason);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.state === 'over') return controller.abort(new Error('given up before it was sent'));
    this.sent = true;
  }

  onBodySent(): void {
    this.timer.refresh();
  }

  onRequestSent(): void {
    if (this.bodyIsSent) return;
    this.bodyIsSent = true;
    this.timer.refresh();
  }

  onResponseStart(_controller: unknown, statusCode: number, headers: Headers): void {
    clearTimeout(this.timer);
    if (statusCode === 503 && this.o.refuse503) {
      this.state = 'discarding';
      return this.o.onFailed(new Failed('resting', '503'));
    }
    this.state = 'answering';
    this.sink.head(statusCode, headers);
    this.o.onHead(statusCode);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.state !== 'answering' || this.sink.chunk(chunk)) return;
    controller.pause();
    this.sink.whenFree(() => controller.resume());
  }

  onResponseEnd(): void {
    if (this.state === 'answering') this.sink.end();
    this.over();
  }

  onResponseError(_controller: unknown, error: Error): void {
    if (this.state !== 'over') this.fail(error instanceof Refusal ? error : this.failure(error));
  }

  private fail(error: Error): void {
    const { state } = this;
    this.over();
    if (state === 'waiting') this.o.onFailed(error);
    else if (state === 'answering') this.sink.broken(error);
  }

  private over(): void {
    if (this.state === 'over') return;
    this.state = 'over';
    clearTimeout(this.timer);
    this.o.onOver();
  }

  /** Who was silent: the client that was to send a body, or the instance. */
  private lateness(): Error {
    if (!this.sent) return new Failed('unreachable', 'no connection in time');
    if (!this.bodyIsSent) return new Refusal('request-timeout');
    return new Failed('silent', `silent for ${this.o.timeoutMs} ms`);
  }

  private failure(error: Error): Error {
    const code = String((error as { code?: unknown }).code ?? error.name);
    if (code === 'UND_ERR_INVALID_ARG') return new Refusal('malformed-request'); // a header that may not be sent on
    return new Failed(this.sent ? 'lost' : 'unreachable', code);
  }
}
