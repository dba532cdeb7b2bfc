import { setTimeout as pause } from 'node:timers/promises';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type LabelsOf, type MetricName, type MetricOf, metricTable } from './table.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
/** A little longer than readiness takes to find the database silent. */
const PATIENCE_MS = 2_000;

type Values<Name extends MetricName> = [LabelsOf<Name>, number][];

/** Numbers for Prometheus, as declared in the table. Nothing is counted for it that is not counted anyway. */
export class Metrics {
  readonly registry = new Registry();

  /** `onUnread` hears of a number that could not be read. */
  constructor(
    service: string,
    private readonly onUnread: (name: MetricName, error: Error) => void = () => {},
  ) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
  }

  /**
   * A number that is read when Prometheus asks. One that cannot be read, or not in time, is left out: the others
   * are worth most when the database hangs.
   */
  reading<Name extends MetricOf<'gauge' | 'counter'>>(
    name: Name,
    read: () => Promise<Values<Name>> | Values<Name>,
  ): void {
    const declared = this.declared(name);
    const current = () => this.inTime(name, async () => read());
    if (metricTable[name].type === 'counter') {
      new Counter({
        ...declared,
        async collect() {
          const values = await current();
          empty(this, values);
          for (const [labels, value] of values) this.inc(labels, value);
        },
      });
    } else {
      new Gauge({
        ...declared,
        async collect() {
          const values = await current();
          empty(this, values);
          for (const [labels, value] of values) this.set(labels, value);
        },
      });
    }
  }

  /** A distribution of times; gives the function that takes one, in seconds. */
  timing<Name extends MetricOf<'histogram'>>(name: Name): (labels: LabelsOf<Name>, seconds: number) => void {
    const histogram = new Histogram({ ...this.declared(name), buckets: SECONDS });
    return (labels, seconds) => histogram.observe(labels, seconds);
  }

  private declared(name: MetricName) {
    const { help, labels } = metricTable[name];
    return { name, help, labelNames: [...labels], registers: [this.registry] };
  }

  private async inTime<T>(name: MetricName, read: () => Promise<T[]>): Promise<T[]> {
    const settled = new AbortController();
    const late = pause(PATIENCE_MS, undefined, { signal: settled.signal }).then(() => {
      throw new Error(`not within ${PATIENCE_MS} ms`);
    });
    try {
      return await Promise.race([read(), late]);
    } catch (error) {
      this.onUnread(name, error as Error);
      return [];
    } finally {
      late.catch(() => {}); // it is over, and that is no error
      settled.abort();
    }
  }
}

/** What is not known any more goes; without labels prom-client would say 0, which is not what we know. */
function empty(metric: Counter | Gauge, values: unknown[]): void {
  metric.reset();
  if (values.length === 0) metric.remove({});
}
