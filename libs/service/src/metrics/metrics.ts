import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Numbers for Prometheus: of the process, of HTTP by route, and what `gauge` adds. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram;

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the arrival of a request to the end of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers: [this.registry],
    });
  }

  observe(request: FastifyRequest, reply: FastifyReply): void {
    const route = request.routeOptions.url ?? 'unknown';
    this.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1_000);
  }

  /** A number that is read when Prometheus asks; `read` gives values with their labels. A failing read leaves it out. */
  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    read: () => Promise<[Record<Label, string>, number][]> | [Record<Label, string>, number][],
  ): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      async collect() {
        this.reset();
        for (const [labels, value] of await Promise.resolve(read()).catch(() => [])) this.set(labels, value);
      },
    });
  }
}
