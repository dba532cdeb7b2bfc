import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deploy, type Topic } from '../src/index.ts';
import { kafka, ownTopic, registryUrl, removeOwnTopics, thing } from './servers.ts';

const admin = kafka.admin();
const relay = randomUUID();
const TOPIC = 2;

beforeAll(() => admin.connect());
afterAll(async () => {
  await admin.disconnect();
  await removeOwnTopics(`_relay-${relay}`);
});

/** Deploys, and returns what was said to be changed. */
async function deployed(topics: Topic[], relays: string[] = []): Promise<string[]> {
  const lines: string[] = [];
  await deploy({ kafka, registryUrl, topics, relays, log: (line) => lines.push(line) });
  return lines;
}

async function configOf(name: string): Promise<Map<string, string>> {
  const resources = [{ type: TOPIC, name }];
  const answer = await admin.describeConfigs({ resources, includeSynonyms: false });
  return new Map(answer.resources[0]!.configEntries.map((entry) => [entry.configName, entry.configValue]));
}

const compatibilityOf = async (subject: string) =>
  ((await (await fetch(`${registryUrl}/config/${subject}`)).json()) as { compatibilityLevel: string })
    .compatibilityLevel;

describe('deploy', () => {
  it('creates the topics as declared and registers their schemas under FULL_TRANSITIVE', async () => {
    const topic = ownTopic(thing());
    await deployed([topic], [relay]);
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic.name, `_relay-${relay}`] });
    expect(Object.fromEntries(topics.map(({ name, partitions }) => [name, partitions.length]))).toEqual({
      [topic.name]: 6,
      [`_relay-${relay}`]: 1,
    });
    const config = await configOf(topic.name);
    expect(Object.fromEntries(Object.keys(topic.config).map((name) => [name, config.get(name)]))).toEqual(topic.config);
    expect(await compatibilityOf(`${topic.name}-value`)).toBe('FULL_TRANSITIVE');
  });

  it('says which schema it registers that is not released yet', async () => {
    const topic = ownTopic(thing());
    const record = Object.values(topic.records)[0]!;
    const lines = await deployed([{ ...topic, records: { Thing: { ...record, released: [] } } }]);
    expect(lines).toContainEqual(expect.stringMatching(/-value registered, id \d+, although it is not released yet$/));
  });

  it('changes nothing the second time', async () => {
    const topic = ownTopic(thing());
    await deployed([topic]);
    expect(await deployed([topic])).toEqual([]);
  });

  it('sets differing settings back, and says which', async () => {
    const topic = ownTopic(thing());
    await deployed([topic]);
    const configEntries = [
      { name: 'cleanup.policy', value: 'delete' },
      { name: 'flush.messages', value: '1' },
    ];
    await admin.alterConfigs({ validateOnly: false, resources: [{ type: TOPIC, name: topic.name, configEntries }] });
    const lines = await deployed([topic]);
    expect(lines).toContain(`topic ${topic.name}: cleanup.policy delete -> compact`);
    expect(lines).toContain(`topic ${topic.name}: flush.messages 1 -> not set`);
    expect((await configOf(topic.name)).get('cleanup.policy')).toBe('compact');
    expect(await deployed([topic])).toEqual([]);
  });

  it('refuses another number of partitions, before it changes anything', async () => {
    const topic = ownTopic(thing());
    const missing = ownTopic(thing());
    await deployed([topic]);
    await expect(deployed([missing, { ...topic, partitions: 12 }])).rejects.toMatchObject({
      name: 'PartitionCountChanged',
      message: expect.stringContaining(`${topic.name} has 6 partitions, declared are 12`),
    });
    const names = await admin.listTopics();
    expect([names.includes(topic.name), names.includes(missing.name)]).toEqual([true, false]);
  });

  it('puts a loosened subject back under FULL_TRANSITIVE before it registers', async () => {
    const v1 = thing();
    const topic = ownTopic(v1);
    await deployed([topic]);
    const body = JSON.stringify({ compatibility: 'NONE' });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${registryUrl}/config/${topic.name}-value`, { method: 'PUT', headers, body });
    const broken = ownTopic({ ...v1, fields: [{ name: 'id', type: 'long' }] }, topic.name);
    await expect(deployed([broken])).rejects.toMatchObject({ name: 'IncompatibleSchema' });
    expect(await compatibilityOf(`${topic.name}-value`)).toBe('FULL_TRANSITIVE');
  });

  it('says so when the registry is away', async () => {
    const away = deploy({
      kafka,
      registryUrl: 'http://127.0.0.1:1',
      topics: [ownTopic(thing())],
      relays: [],
      log: () => {},
    });
    await expect(away).rejects.toMatchObject({ name: 'RegistryUnavailable' });
  });
});
