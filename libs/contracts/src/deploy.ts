import type { Kafka } from '@offset-zero/kafka';
import { deployTopics, type TopicSettings } from './deploy-topics.ts';
import { registerSchemas } from './register-schemas.ts';
import type { Topic } from './topic.ts';
import { relayTopic, topics as allTopics } from './topics.ts';

export interface DeployOptions {
  kafka: Kafka;
  registryUrl: string;
  /** Default: every topic of the table. */
  topics?: Topic[];
  /** The services that have a relay: each gets its `_relay-<service>`. */
  relays: string[];
  /** Told, line by line, what is changed; nothing changed, nothing told. */
  log: (line: string) => void;
}

/**
 * Makes brokers and registry agree with the table of topics, and may run as often as one likes: creates what is missing,
 * sets differing settings back, registers schemas under FULL_TRANSITIVE. Ends when every partition has a leader.
 * Throws `PartitionCountChanged` before anything is changed, `IncompatibleSchema`, `RegistryUnavailable`.
 */
export async function deploy(options: DeployOptions): Promise<void> {
  const { kafka, registryUrl, relays, log } = options;
  const topics: Topic[] = options.topics ?? Object.values(allTopics);
  const declared: TopicSettings[] = [...topics, ...relays.map(relayTopic)];
  await deployTopics(kafka, declared, log);
  await registerSchemas(registryUrl, topics, log);
}
