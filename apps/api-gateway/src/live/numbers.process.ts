import { Inject, Injectable } from '@nestjs/common';
import { Metrics, ReadinessProbe } from '@offset-zero/service';
import { Feed } from './feed.process.ts';
import { Resuming } from './resume.process.ts';
import { Streams } from './streams.process.ts';

/** What the streams of this process tell Prometheus, and those who ask how the gateway is. */
@Injectable()
export class LiveNumbers {
  constructor(
    @Inject(Metrics) metrics: Metrics,
    @Inject(ReadinessProbe) probe: ReadinessProbe,
    @Inject(Feed) feed: Feed,
    @Inject(Streams) streams: Streams,
    @Inject(Resuming) resuming: Resuming,
  ) {
    metrics.reading('live_streams', () => [[{}, streams.size]]);
    metrics.reading('live_reading', () => [[{}, feed.waiting === undefined ? 1 : 0]]);
    metrics.reading('live_records_sent_total', () => [[{}, streams.sent]]);
    metrics.reading('live_streams_ended_total', () =>
      Object.entries(streams.endedBecause).map(([reason, count]) => [{ reason }, count]),
    );
    metrics.reading('live_resumes_total', () =>
      Object.entries(resuming.count).map(([from, count]) => [{ from }, count]),
    );
    probe.watch(() => (feed.waiting === undefined ? undefined : { code: 'live-waiting', detail: feed.waiting }));
  }
}
