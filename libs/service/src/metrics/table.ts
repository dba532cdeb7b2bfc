interface Declared {
  type: 'counter' | 'gauge' | 'histogram';
  help: string;
  labels: readonly string[];
}

const SUBSCRIPTION = ['subscription', 'topic'] as const;

/**
 * Every number a service shows, beside those of the process (`process_*`, `nodejs_*`). The exporter, the page
 * docs/operations/watching.md and the tests of dashboard and alerts all read this table. All have the label `service`.
 */
export const metricTable = {
  service_build_info: { type: 'gauge', labels: ['version', 'node'], help: 'Always 1; the labels say what runs' },
  service_ready: { type: 'gauge', labels: [], help: '1 while the service may take HTTP traffic, as on /health/ready' },
  service_degraded: {
    type: 'gauge',
    labels: ['code'],
    help: '1 for each thing that works less well at the moment, by its code on /health/ready; gone when it is well',
  },
  http_request_duration_seconds: {
    type: 'histogram',
    labels: ['method', 'route', 'status'],
    help: 'Time from the arrival of a request to the end of its answer',
  },
  outbox_rows: {
    type: 'gauge',
    labels: [],
    help: 'Facts committed and not yet published; of the database, so every instance of a service says the same',
  },
  outbox_oldest_seconds: { type: 'gauge', labels: [], help: 'Age of the oldest fact not yet published; 0 without any' },
  relay_active: {
    type: 'gauge',
    labels: [],
    help: '1 on the instance whose relay publishes: in all there is one per service, or none while it changes hands',
  },
  relay_terms_total: {
    type: 'counter',
    labels: [],
    help: 'How often this instance has become the one that publishes; many in a row mean that something ends its terms',
  },
  relay_failing: { type: 'gauge', labels: [], help: '1 while the relay cannot publish and tries again' },
  relay_published_rows_total: {
    type: 'counter',
    labels: ['topic'],
    help: 'Facts that this instance has published',
  },
  relay_batch_duration_seconds: {
    type: 'histogram',
    labels: [],
    help: 'Time of one Kafka transaction of the relay, from the first row sent to its commit; failed ones do not count',
  },
  consumer_state: {
    type: 'gauge',
    labels: [...SUBSCRIPTION, 'state'],
    help: '1 for the state the subscription is in (starting, running, waiting for something that is away, stopped), else 0',
  },
  consumer_lag_messages: {
    type: 'gauge',
    labels: SUBSCRIPTION,
    help: 'Offsets between what is applied and the end of the topic; holes and markers in the log count, so at most so many messages',
  },
  consumer_lag_seconds: {
    type: 'gauge',
    labels: SUBSCRIPTION,
    help: 'Age of the oldest unhandled message at most: since the last one handled was written, or since the end was last reached, whichever is less; 0 without lag. After a restart it counts from when the position last moved until a message is handled',
  },
  consumer_next_offset: {
    type: 'gauge',
    labels: [...SUBSCRIPTION, 'partition'],
    help: 'The offset that comes next in a partition: all before it was handled or parked',
  },
  consumer_handled_messages_total: {
    type: 'counter',
    labels: SUBSCRIPTION,
    help: 'Messages this instance has taken on: handled, skipped or parked',
  },
  consumer_batch_duration_seconds: {
    type: 'histogram',
    labels: SUBSCRIPTION,
    help: 'Time of one transaction of effects and position, from decoding to commit; failed ones do not count',
  },
  consumer_parked_messages: {
    type: 'gauge',
    labels: SUBSCRIPTION,
    help: 'Messages that could not be handled, and those of their keys behind them: they wait for an operator',
  },
  consumer_parked_oldest_seconds: {
    type: 'gauge',
    labels: SUBSCRIPTION,
    help: 'How long the longest has been parked; 0 without any',
  },
  consumer_waiting_messages: {
    type: 'gauge',
    labels: SUBSCRIPTION,
    help: 'Messages put aside until something they refer to arrives, and those of their keys behind them',
  },
  consumer_waiting_oldest_seconds: {
    type: 'gauge',
    labels: SUBSCRIPTION,
    help: 'How long the longest has been waiting for what it refers to; 0 without any',
  },
  consumer_caught_up: {
    type: 'gauge',
    labels: SUBSCRIPTION,
    help: '1 once everything was handled that was in the topic when this process started',
  },
  upstream_circuit: {
    type: 'gauge',
    labels: ['upstream', 'address', 'state'],
    help: 'Of the gateway: 1 for the state of the circuit to an instance (closed; open: it is left out, calls fail at once where there is no other; half-open: one call may show whether it is back), else 0',
  },
  upstream_in_flight: {
    type: 'gauge',
    labels: ['upstream', 'address'],
    help: 'Of the gateway: calls to an instance whose answer has not ended',
  },
  upstream_calls_total: {
    type: 'counter',
    labels: ['upstream', 'address', 'version', 'outcome'],
    help: 'Of the gateway: calls to an instance (version: stable or canary) by how they ended: answered, whatever the status; failed, because it could not be reached, broke off or was silent; abandoned by the client',
  },
  upstream_retries_total: {
    type: 'counter',
    labels: ['upstream'],
    help: 'Of the gateway: calls made once more, because nothing was done or doing it twice is like doing it once',
  },
  live_streams: { type: 'gauge', labels: [], help: 'Of the gateway: live streams that are open' },
  live_reading: {
    type: 'gauge',
    labels: [],
    help: 'Of the gateway: 1 while it reads the topics for the live streams; 0 before it has reached their end, and while Kafka or the registry is away',
  },
  live_records_sent_total: {
    type: 'counter',
    labels: [],
    help: 'Of the gateway: records given to live streams, each counted once per stream',
  },
  live_streams_ended_total: {
    type: 'counter',
    labels: ['reason'],
    help: 'Of the gateway: live streams that ended, by why: the client left, its token expired, the gateway was stopping, the client was too slow and was cut (it comes again and goes on), or something failed',
  },
  live_resumes_total: {
    type: 'counter',
    labels: ['from'],
    help: 'Of the gateway: streams that went on where an earlier one had ended, from memory or from Kafka, and those that could not without a gap (reset)',
  },
  view_ready: { type: 'gauge', labels: ['view'], help: '1 once the view has been filled and may be read' },
} as const satisfies Record<string, Declared>;

export type MetricName = keyof typeof metricTable;
export type MetricOf<Type> = {
  [Name in MetricName]: (typeof metricTable)[Name]['type'] extends Type ? Name : never;
}[MetricName];
export type LabelsOf<Name extends MetricName> = Record<(typeof metricTable)[Name]['labels'][number], string>;
