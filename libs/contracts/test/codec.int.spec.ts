import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SchemaRegistry } from '@kafkajs/confluent-schema-registry';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Codec, createCodec, deploy, type Topic, topics, Undecodable } from '../src/index.ts';
import { connectRegistry } from '../src/registry.ts';
import { kafka, ownTopic, registryUrl, thing } from './servers.ts';

const table: Topic[] = Object.values(topics);
const asked: string[] = [];
let door: Server;
let counted: string;
let codec: Codec;

/** A door in front of the real registry that notes every request and passes it on. */
beforeAll(async () => {
  door = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const pass = async () => {
      const body = request.method === 'POST' ? Buffer.concat(await request.toArray()) : undefined;
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${registryUrl}${request.url}`, { method: request.method, body, headers });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    };
    void pass();
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  counted = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  await deploy({ kafka, registryUrl, relays: [], log: () => {} });
  codec = createCodec({ registryUrl });
  await codec.lookUp(table);
});

afterAll(() => void door.close());

const readFor = (what: string) => asked.filter((line) => line.startsWith('GET') && line.includes(what)).length;
const unknownId = Buffer.from([0, 0x7f, 0xff, 0xff, 0xff, 2]);

describe('the codec on the real registry', () => {
  it.each(table)('writes $name as the registry client itself reads it', async (topic) => {
    const client = new SchemaRegistry({ host: registryUrl });
    for (const { name, sample } of Object.values(topic.records)) {
      expect({ ...(await client.decode(codec.encode(topic, name, sample))) }).toMatchObject(sample);
    }
  });

  it('reads what the registry client writes', async () => {
    const client = new SchemaRegistry({ host: registryUrl });
    const id = await client.getLatestSchemaId('stock-value');
    const bytes = await client.encode(id, topics.stock.records.Stock.sample);
    await codec.learn([bytes]);
    expect(codec.decode(topics.stock, bytes).value).toStrictEqual(topics.stock.records.Stock.sample);
  });

  it('asks once for an id that many readers miss at once, and never again', async () => {
    const bytes = codec.encode(topics.stock, 'Stock', topics.stock.records.Stock.sample);
    const stranger = createCodec({ registryUrl: counted });
    await Promise.all([stranger.learn([bytes, bytes]), stranger.learn([bytes]), stranger.learn([null, bytes])]);
    await stranger.learn([bytes]);
    expect(readFor(`/schemas/ids/${bytes.readInt32BE(1)}`)).toBe(1);
    expect(stranger.decode(topics.stock, bytes)).toMatchObject({ record: 'Stock', known: true });
  });

  it('asks once for an id that does not exist, and calls each of its messages undecodable', async () => {
    const stranger = createCodec({ registryUrl: counted });
    for (let message = 0; message < 3; message++) {
      await stranger.learn([unknownId]);
      expect(() => stranger.decode(topics.stock, unknownId)).toThrow(Undecodable);
      expect(() => stranger.decode(topics.stock, unknownId)).toThrow(
        expect.objectContaining({ code: 'unknown-schema-id' }),
      );
    }
    expect(readFor('/schemas/ids/2147483647')).toBe(1);
  });

  it('says that our schema is not registered when it is not', async () => {
    const lookUp = createCodec({ registryUrl }).lookUp([ownTopic(thing())]);
    await expect(lookUp).rejects.toMatchObject({
      name: 'SchemaNotRegistered',
      message: expect.stringMatching('deploy'),
    });
  });

  it('never registers anything', async () => {
    asked.length = 0;
    const fresh = createCodec({ registryUrl: counted });
    await fresh.lookUp(table);
    await fresh.lookUp([ownTopic(thing())]).catch(() => {});
    expect(asked.filter((line) => line.startsWith('PUT') || line.endsWith('/versions'))).toEqual([]);
  });
});

describe('a registry that is away', () => {
  it.each([
    ['nobody listens', 'http://127.0.0.1:1'],
    ['another server, or a wrong path: every answer is 404', registryUrl.replace('/apis/ccompat/v7', '/wrong')],
  ])('is transient, never a missing schema: %s', async (_, url) => {
    const away = createCodec({ registryUrl: url });
    await expect(away.lookUp([topics.stock as unknown as Topic])).rejects.toMatchObject({
      name: 'RegistryUnavailable',
    });
    await expect(away.learn([unknownId])).rejects.toMatchObject({ name: 'RegistryUnavailable' });
  });

  it('is not waited for when it takes the question and never answers', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const registry = connectRegistry(`http://127.0.0.1:${(silent.address() as AddressInfo).port}`, 100);
    await expect(registry.writer(1)).rejects.toMatchObject({ name: 'RegistryUnavailable' });
    silent.closeAllConnections();
    silent.close();
  });

  it('does not stop who has learned and looked up before', async () => {
    const own = createCodec({ registryUrl });
    await own.lookUp(table);
    const bytes = own.encode(topics.stock, 'Stock', topics.stock.records.Stock.sample);
    await own.learn([bytes]);
    expect(own.decode(topics.stock, bytes).known).toBe(true);
  });
});
