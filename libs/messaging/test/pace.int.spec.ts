import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(world.close);

it('handles a backlog with a slow handler in transactions that end soon, so that it never seems stuck', async () => {
  const [database, topic] = [await world.newDatabase(), await world.newTopic()];
  const numbers = Array.from({ length: 1_600 }, (_, n) => n);
  await world.send(topic, ...numbers.map((n) => ({ key: 'k', value: world.numbered('k', n) })));
  const sizes: number[] = [];
  const running = await world.run(database, topic, world.record, {
    subscription: {
      async apply(messages, sql) {
        sizes.push(messages.length);
        for (const message of messages) await world.record(message, sql);
        await pause(messages.length * 15);
      },
    },
  });
  await world.eventually(async () => expect(await world.effects(database.sql)).toEqual(numbers), 120_000);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
  expect(running.problems).toEqual([]);
}, 150_000);
