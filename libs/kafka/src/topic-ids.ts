import { createRequire } from 'node:module';
import type { Cluster } from './cluster.ts';

const require = createRequire(import.meta.url);

interface Encoder {
  writeInt8(value: number): Encoder;
  writeBoolean(value: boolean): Encoder;
  writeBuffer(value: Buffer): Encoder;
  writeUVarIntString(value: string): Encoder;
  writeUVarIntArray(value: Encoder[]): Encoder;
}

interface Decoder {
  readInt16(): number;
  readInt32(): number;
  readBoolean(): boolean;
  readBytes(length: number): Buffer;
  readUVarIntString(): string | null;
  readUVarIntArray<T>(read: (decoder: Decoder) => T): T[] | null;
  readTaggedFields(): void;
}

const Encoder = require('kafkajs/src/protocol/encoder.js') as new () => Encoder;
const Decoder = require('kafkajs/src/protocol/decoder.js') as new (bytes: Buffer) => Decoder;

const METADATA = 3;
const VERSION = 12;
const ID_BYTES = 16;
const NO_TAGS = 0;

/**
 * The id that each topic got when it was created (KIP-516). kafkajs speaks the Metadata request up to version 6, ids are
 * in it since 10, so this one is written here: https://kafka.apache.org/protocol#The_Messages_Metadata. Brokers know it
 * since 3.0. Throws when there is no such topic.
 */
export async function topicIdsOf(cluster: Cluster, topics: readonly string[]): Promise<Map<string, string>> {
  await cluster.addMultipleTargetTopics([...topics]);
  const broker = await cluster.findControllerBroker();
  const ids = (await broker.connectionPool.send({ request: requestFor(topics), response })) as Map<string, string>;
  const missing = topics.find((topic) => !ids.has(topic));
  if (missing !== undefined) throw new Error(`there is no topic ${missing}`);
  return ids;
}

const requestFor = (topics: readonly string[]) => ({
  apiKey: METADATA,
  apiVersion: VERSION,
  apiName: 'Metadata',
  encode: async () =>
    new Encoder()
      .writeInt8(NO_TAGS) // of the request's header: kafkajs writes an older one, which ends before them
      .writeUVarIntArray(topics.map(wantedTopic))
      .writeBoolean(false) // create it
      .writeBoolean(false) // tell what may be done with it
      .writeInt8(NO_TAGS),
});

const wantedTopic = (name: string): Encoder =>
  new Encoder().writeBuffer(Buffer.alloc(ID_BYTES)).writeUVarIntString(name).writeInt8(NO_TAGS);

const response = {
  decode: async (bytes: Buffer): Promise<Map<string, string>> => {
    const decoder = new Decoder(bytes);
    decoder.readTaggedFields(); // of the response's header
    decoder.readInt32(); // throttle time
    decoder.readUVarIntArray(skipBroker);
    decoder.readUVarIntString(); // cluster
    decoder.readInt32(); // controller
    const found = decoder.readUVarIntArray(readTopic) ?? [];
    return new Map(found.flatMap(({ error, name, id }) => (error === 0 && name !== null ? [[name, id]] : [])));
  },
  parse: async (ids: Map<string, string>) => ids,
};

function skipBroker(decoder: Decoder): void {
  decoder.readInt32();
  decoder.readUVarIntString();
  decoder.readInt32();
  decoder.readUVarIntString();
  decoder.readTaggedFields();
}

function readTopic(decoder: Decoder): { error: number; name: string | null; id: string } {
  const topic = {
    error: decoder.readInt16(),
    name: decoder.readUVarIntString(),
    id: decoder.readBytes(ID_BYTES).toString('hex'),
  };
  decoder.readBoolean();
  decoder.readUVarIntArray(skipPartition);
  decoder.readInt32();
  decoder.readTaggedFields();
  return topic;
}

function skipPartition(decoder: Decoder): void {
  decoder.readInt16();
  for (let number = 0; number < 3; number++) decoder.readInt32(); // partition, leader, leader's epoch
  for (let list = 0; list < 3; list++) decoder.readUVarIntArray((replicas) => replicas.readInt32());
  decoder.readTaggedFields();
}
