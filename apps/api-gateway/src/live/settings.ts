import type { Env } from '@offset-zero/service';

export interface LiveSettings {
  brokers: string[];
  registryUrl: string;
  /** Streams of this process, and of one subject in it. */
  streams: number;
  streamsPerClient: number;
  /** Records that a stream which comes back may have missed without Kafka being asked. */
  records: number;
}

/** Kafka and the registry may be away: the gateway starts and serves everything else without them. */
export const liveSettings = (env: Env): LiveSettings => ({
  brokers: env.brokers('KAFKA_BROKERS', ['127.0.0.1:9092']),
  registryUrl: env.url('REGISTRY_URL', ['http', 'https'], 'http://127.0.0.1:8081/apis/ccompat/v7'),
  streams: env.integer('LIVE_STREAMS', { min: 1, max: 100_000 }, 2_000),
  streamsPerClient: env.integer('LIVE_STREAMS_PER_CLIENT', { min: 1, max: 100_000 }, 20),
  records: env.integer('LIVE_RECORDS', { min: 1, max: 1_000_000 }, 20_000),
});
