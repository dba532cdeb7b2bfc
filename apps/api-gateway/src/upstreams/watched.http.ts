import { Injectable } from '@nestjs/common';
import { Metrics } from '@offset-zero/service';
import type { Candidate } from './choice.ts';
import type { Instance } from './instance.http.ts';
import { services } from './table.ts';
import { Upstreams } from './upstreams.http.ts';

const CIRCUITS: readonly Candidate['circuit'][] = ['closed', 'half-open', 'open'];

/** What the door thinks of the instances behind it, in numbers. */
@Injectable()
export class WatchedUpstreams {
  constructor(metrics: Metrics, upstreams: Upstreams) {
    const perInstance = <Value>(
      values: (labels: { upstream: string; address: string }, instance: Instance) => Value[],
    ) =>
      services.flatMap((service) =>
        upstreams
          .of(service)
          .instances.flatMap((instance) => values({ upstream: service.name, address: instance.address }, instance)),
      );
    metrics.reading('upstream_circuit', () =>
      perInstance((labels, { circuit }) =>
        CIRCUITS.map((state): [typeof labels & { state: string }, number] => [
          { ...labels, state },
          state === circuit ? 1 : 0,
        ]),
      ),
    );
    metrics.reading('upstream_in_flight', () => perInstance((labels, { inFlight }) => [[labels, inFlight]]));
    metrics.reading('upstream_calls_total', () =>
      perInstance((labels, { calls, version }) =>
        Object.entries(calls).map(([outcome, count]) => [{ ...labels, version, outcome }, count]),
      ),
    );
    metrics.reading('upstream_retries_total', () =>
      services.map((service) => [{ upstream: service.name }, upstreams.of(service).retries]),
    );
  }
}
