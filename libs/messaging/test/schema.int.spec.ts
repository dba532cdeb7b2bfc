import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { messagingSchema } from '../src/index.ts';
import * as world from './world.ts';

beforeAll(world.open);
afterAll(world.close);

it('the schema gives the tables of an earlier version what they lack, and keeps their rows', async () => {
  const database = await world.newDatabase();
  await database.sql.query('alter table messaging.position drop column caught_up');
  await database.sql.query(`insert into messaging.position values ('s', 't', 0, 7)`);
  await database.sql.query(messagingSchema);
  expect(
    await database.sql.query('select next_offset as next, caught_up as "caughtUp" from messaging.position'),
  ).toEqual([{ next: 7, caughtUp: false }]);
});
