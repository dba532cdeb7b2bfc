import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { createCodec, deploy, type Topic, topics } from '@offset-zero/contracts';
import { createKafka } from '@offset-zero/kafka';
import { freshDatabase, servers } from '@offset-zero/testing';

const { brokers, registryUrl } = servers();

beforeAll(() => void execFileSync('tsc', ['-b'], { cwd: join(import.meta.dirname, '..'), stdio: 'inherit' }), 120_000);

it('a consumer that is stuck while everything answers ends its process with 1, for somebody to start it again', async () => {
  const kafka = createKafka({ brokers, clientId: 'stuck' });
  const codec = createCodec({ registryUrl });
  const topic = { ...topics.orderEvents, name: `order-events-${randomUUID()}` } as unknown as Topic;
  await deploy({ kafka, registryUrl, topics: [topic], relays: [], log: () => {} });
  await codec.lookUp([topic]);
  const producer = kafka.producer();
  await producer.connect();
  const value = codec.encode(topic, 'OrderConfirmed', { orderId: 'o', confirmedAt: 1 });
  await producer.send({ topic: topic.name, messages: [{ key: 'o', value }] });
  await producer.disconnect();

  const database = await freshDatabase();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'stuck-child.ts')], {
    env: {
      ...{ PATH: process.env.PATH, PORT: '0', SERVICE: `stuck-${randomUUID()}`, TOPIC: topic.name },
      ...{ DATABASE_URL: database.url, KAFKA_BROKERS: brokers.join(), REGISTRY_URL: registryUrl },
    } as unknown as NodeJS.ProcessEnv,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = (await once(child, 'exit')) as [number];
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('consumer-stuck') });
  await database.drop();
}, 240_000);
