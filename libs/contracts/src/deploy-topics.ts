import type { Admin, Kafka } from '@offset-zero/kafka';

export interface TopicSettings {
  name: string;
  partitions: number;
  config: Record<string, string>;
}

/** A topic has another number of partitions than declared: keys would move, and their order break. */
export class PartitionCountChanged extends Error {
  override name = 'PartitionCountChanged';
}

const TOPIC = 2;
const SET_ON_TOPIC = 1;
const BROKERS_CHOICE = -1;
const LEADER_WAIT_MS = 30_000;

type Log = (line: string) => void;

/** See `deploy`. */
export async function deployTopics(kafka: Kafka, declared: TopicSettings[], log: Log): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const names = new Set(await admin.listTopics());
    const existing = declared.filter(({ name }) => names.has(name));
    await refuseChangedPartitions(admin, existing);
    await create(
      admin,
      declared.filter(({ name }) => !names.has(name)),
      log,
    );
    await setBack(admin, existing, log);
    await waitForLeaders(admin, declared);
  } finally {
    await admin.disconnect();
  }
}

const partitionsOf = async (admin: Admin, declared: TopicSettings[]) => {
  if (declared.length === 0) return new Map<string, { leader: number }[]>();
  const { topics } = await admin.fetchTopicMetadata({ topics: declared.map(({ name }) => name) });
  return new Map(topics.map(({ name, partitions }) => [name, partitions]));
};

async function refuseChangedPartitions(admin: Admin, declared: TopicSettings[]): Promise<void> {
  const found = await partitionsOf(admin, declared);
  const changed = declared.filter(({ name, partitions }) => found.get(name)!.length !== partitions);
  if (changed.length === 0) return;
  const list = changed.map(
    ({ name, partitions }) => `${name} has ${found.get(name)!.length} partitions, declared are ${partitions}`,
  );
  throw new PartitionCountChanged(
    `${list.join('; ')}: another count moves keys and breaks their order; make a new topic`,
  );
}

const entries = (config: Record<string, string>) => Object.entries(config).map(([name, value]) => ({ name, value }));

async function create(admin: Admin, missing: TopicSettings[], log: Log): Promise<void> {
  if (missing.length === 0) return;
  await admin.createTopics({
    waitForLeaders: true,
    topics: missing.map(({ name, partitions, config }) => ({
      topic: name,
      numPartitions: partitions,
      replicationFactor: BROKERS_CHOICE,
      configEntries: entries(config),
    })),
  });
  for (const { name, partitions } of missing) log(`topic ${name} created, ${partitions} partitions`);
}

/** Kafka replaces all settings of a topic at once, so what somebody set beside the declaration goes too. */
async function setBack(admin: Admin, declared: TopicSettings[], log: Log): Promise<void> {
  if (declared.length === 0) return;
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: declared.map(({ name }) => ({ type: TOPIC, name })),
  });
  const differing = declared.filter(({ name, config }) => {
    const found = resources.find(({ resourceName }) => resourceName === name)!.configEntries;
    const lines = differences(config, found as unknown as ConfigEntry[]);
    for (const line of lines) log(`topic ${name}: ${line}`);
    return lines.length > 0;
  });
  if (differing.length === 0) return;
  await admin.alterConfigs({
    validateOnly: false,
    resources: differing.map(({ name, config }) => ({ type: TOPIC, name, configEntries: entries(config) })),
  });
}

export interface ConfigEntry {
  configName: string;
  configValue: string;
  configSource: number;
}

/** One line for each setting that is not as declared, or set on the topic without being declared. */
export function differences(declared: Record<string, string>, found: ConfigEntry[]): string[] {
  const stray = found.filter(
    ({ configName, configSource }) => configSource === SET_ON_TOPIC && !(configName in declared),
  );
  const values = new Map(found.map(({ configName, configValue }) => [configName, configValue]));
  const changed = Object.entries(declared).filter(([name, value]) => values.get(name) !== value);
  return [
    ...changed.map(([name, value]) => `${name} ${values.get(name)} -> ${value}`),
    ...stray.map(({ configName, configValue }) => `${configName} ${configValue} -> not set`),
  ];
}

async function waitForLeaders(admin: Admin, declared: TopicSettings[]): Promise<void> {
  const patience = Date.now() + LEADER_WAIT_MS;
  for (;;) {
    const found = await partitionsOf(admin, declared);
    const without = declared.filter(({ name }) => found.get(name)?.some(({ leader }) => leader < 0) ?? true);
    if (without.length === 0) return;
    if (Date.now() > patience) throw new Error(`no leader after 30 s: ${without.map(({ name }) => name).join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
