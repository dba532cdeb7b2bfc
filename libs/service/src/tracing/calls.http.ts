import { Injectable } from '@nestjs/common';
import { type Attributes, SpanStatusCode, type Tracer } from '@opentelemetry/api';
import { currentContext } from '../context/request-context.ts';
import { begin, end } from './spans.ts';

export interface Target {
  method: string;
  /** `http://host:port`. */
  origin: string;
  path: string;
  /** The name of the service that is asked. */
  service: string;
}

/** Calls from this service to another over HTTP, in the trace of the request or message being handled. */
@Injectable()
export class Calls {
  constructor(private readonly tracer: Tracer | undefined) {}

  /** `call` sends the `traceparent` along; it ends with the head of the answer. */
  async traced<Answer extends { statusCode: number }>(
    { method, origin, path, service }: Target,
    call: (traceparent: string) => Promise<Answer>,
  ): Promise<Answer> {
    const parent = currentContext()?.traceparent;
    if (this.tracer === undefined && parent !== undefined) return call(parent);
    const { span, traceparent } = begin(this.tracer, {
      name: `${method} ${service}`,
      kind: 'CLIENT',
      parent,
      attributes: () => ({
        'http.request.method': method,
        ...addressOf(origin),
        'url.full': `${origin}${path.split('?')[0]}`, // a query may hold personal data
        'service.peer.name': service,
      }),
    });
    try {
      const answer = await call(traceparent);
      span?.setAttribute('http.response.status_code', answer.statusCode);
      if (answer.statusCode >= 400) span?.setStatus({ code: SpanStatusCode.ERROR });
      span?.end();
      return answer;
    } catch (error) {
      end(span, error);
      throw error;
    }
  }
}

function addressOf(origin: string): Attributes {
  const { hostname, port, protocol } = new URL(origin);
  return { 'server.address': hostname, 'server.port': Number(port) || (protocol === 'https:' ? 443 : 80) };
}
