import { type Fact, fact, type OrderConfirmed, topics } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, type INestMicroservice, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Ctx, Payload } from '@nestjs/microservices';
import type { Message } from '../src/index.ts';
import { KafkaStrategy, Reacts, type Reaction } from '../src/nest/index.ts';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(async () => {
  for (const app of apps) await app.close();
  await world.close();
});

const apps: INestMicroservice[] = [];
/** The handler goes on when this cannot be published. */
const SHY = 7;

class NoSuchThing extends Error {
  override name = 'NoSuchThing';
}

/** Starts a Nest app whose controller reacts to a topic of this test; facts are written to `published`. */
async function start(around?: <T>(message: Message, handle: () => Promise<T>) => Promise<T>) {
  const [database, topic] = [await world.newDatabase(), await world.newTopic()];
  await database.sql.query('create table published (id bigserial, key text, record text)');
  const append = async (sql: Sql, facts: Fact[]) => {
    for (const { key, record } of facts)
      await sql.query('insert into published (key, record) values ($1, $2)', [key, record]);
  };

  @Controller()
  class Reactions {
    @Reacts(topic as never as typeof topics.orderEvents, 'OrderConfirmed')
    async onConfirmed(@Payload() { orderId, confirmedAt }: OrderConfirmed, @Ctx() { sql, message, append }: Reaction) {
      await world.record(message, sql);
      const cancelled = fact(topics.orderEvents, 'OrderCancelled', orderId, { orderId, cancelledAt: confirmedAt });
      await append(cancelled).catch((error: unknown) => {
        if (confirmedAt !== SHY) throw error;
      });
      if (confirmedAt === 13) throw new NoSuchThing('unlucky');
    }

    @Reacts(topic as never as typeof topics.orderEvents, 'OrderCancelled')
    onCancelled(@Ctx() { message, sql }: Reaction) {
      return sql.query('insert into effect (key, n) values ($1, -5)', [message.key]);
    }
  }

  @Module({ controllers: [Reactions] })
  class App {}

  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const strategy = new KafkaStrategy({
    service: world.service(),
    databaseUrl: database.url,
    kafka: world.kafka,
    codec: world.codec,
    subscriptions: [],
    append,
    around,
    log,
    onFatal: () => {},
  });
  const app = await NestFactory.createMicroservice(App, { strategy, logger: false });
  apps.push(app);
  await app.listen();
  return { database, topic, strategy, app };
}

describe('methods with @Reacts', () => {
  it('get value, message and transaction; what they publish is committed with their effects', async () => {
    const { database, topic, strategy } = await start();
    await world.send(topic, { key: 'a', value: world.numbered('a', 1) });
    await world.send(topic, {
      key: 'b',
      value: world.codec.encode(topic, 'OrderCancelled', { orderId: 'b', cancelledAt: 1 }),
    });
    await world.eventually(async () => expect(await world.effects(database.sql)).toEqual([1, -5]));
    expect(await database.sql.query('select key, record from published')).toEqual([
      { key: 'a', record: 'OrderCancelled' },
    ]);
    expect(strategy.statuses()).toMatchObject([{ name: topic.name, topic: topic.name, state: 'running' }]);
  });

  it('that throw leave nothing behind, and their own error reaches the runner', async () => {
    const { database, topic } = await start();
    await world.send(topic, { key: 'a', value: world.numbered('a', 13) }, { key: 'b', value: world.numbered('b', 2) });
    await world.eventually(async () => (await world.effects(database.sql)).length === 1);
    expect(await world.effects(database.sql)).toEqual([2]);
    expect(await database.sql.query('select key from published')).toEqual([{ key: 'b' }]);
    expect(await database.sql.query('select error from messaging.parked')).toEqual([{ error: 'NoSuchThing: unlucky' }]);
  });

  it('run inside `around`, each for its own message', async () => {
    const around: string[] = [];
    const { database, topic } = await start(async (message, handle) => {
      around.push(`${message.key} in`);
      const result = await handle();
      around.push(`${message.key} out`);
      return result;
    });
    await world.send(topic, { key: 'a', value: world.numbered('a', 1) }, { key: 'b', value: world.numbered('b', 2) });
    await world.eventually(async () => (await world.effects(database.sql)).length === 2);
    expect(around).toEqual(['a in', 'a out', 'b in', 'b out']);
  });

  it('publish nothing and change nothing when they are replayed and want to publish, even if they catch the refusal', async () => {
    const { database, topic, strategy } = await start();
    const cancelled = world.codec.encode(topic, 'OrderCancelled', { orderId: 'c', cancelledAt: 1 });
    await world.send(topic, { key: 'a', value: world.numbered('a', 1) }, { key: 'b', value: world.numbered('b', SHY) });
    await world.send(topic, { key: 'c', value: cancelled });
    await world.eventually(async () => expect(await world.effects(database.sql)).toEqual([1, SHY, -5]));
    const published = await database.sql.query('select key from published');
    await strategy.reset({ subscription: topic.name, to: 'beginning' }, 'anna');
    await world.eventually(async () => expect(await world.effects(database.sql)).toEqual([1, SHY, -5, -5]));
    expect(await database.sql.query('select key from published')).toEqual(published);
    expect((await world.parkedCodes(database.sql)).map(({ key, code }) => [key, code])).toEqual([
      ['a', 'publishes-while-replaying'],
      ['b', 'publishes-while-replaying'],
    ]);
  });

  it('are finished when the app is closed', async () => {
    let entered = () => {};
    const inside = new Promise<void>((resolve) => (entered = resolve));
    let leave = () => {};
    const left = new Promise<void>((resolve) => (leave = resolve));
    const { database, topic, app } = await start(async (_message, handle) => {
      const result = await handle();
      entered();
      await left;
      return result;
    });
    await world.send(topic, { key: 'a', value: world.numbered('a', 1) });
    await inside;
    let isClosed = false;
    const closing = app.close().then(() => (isClosed = true));
    expect(await world.effects(database.sql)).toEqual([]);
    expect(isClosed).toBe(false);
    leave();
    await closing;
    expect(await world.effects(database.sql)).toEqual([1]);
  });
});
