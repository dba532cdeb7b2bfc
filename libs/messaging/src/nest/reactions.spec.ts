import { describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import type { MessageHandler } from '@nestjs/microservices';
import type { Message } from '../message.ts';
import { reactionsOf } from './reactions.ts';
import { type Lock, patternOf } from './reacts.ts';

const { stockCommands } = topics;
const sql = {} as Sql;
const message = (record: string, key: string) => ({ topic: stockCommands.name, record, key, value: {} }) as Message;

function world(lockOf: (record: string, lock: Lock) => Lock | undefined) {
  const done: string[] = [];
  const lock: Lock = async (messages) => void done.push(`lock ${messages.map(({ key }) => key)}`);
  const handlers = new Map(
    ['ReserveStock', 'ReleaseStock'].map((record) => {
      const handle = async (_value: unknown, { message }: { message: Message }) => void done.push(message.key);
      const extras = { topic: stockCommands, record, lock: lockOf(record, lock) };
      return [patternOf(stockCommands.name, record), Object.assign(handle, { extras }) as unknown as MessageHandler];
    }),
  );
  const [subscription] = reactionsOf(
    handlers,
    async () => {},
    (_message, handle) => handle(),
  );
  const apply = (...messages: Message[]) => subscription!.apply(messages, sql, {} as never);
  return { done, apply };
}

const batch = [message('ReserveStock', '1'), message('ReleaseStock', '2'), message('ReserveStock', '3')];

describe('reactions', () => {
  it('lock once what the whole batch will need, then handle it in the order of the log', async () => {
    const { done, apply } = world((_record, lock) => lock);
    await apply(...batch);
    expect(done).toEqual(['lock 1,2,3', '1', '2', '3']);
  });

  it('lock only for the messages it is declared for', async () => {
    const { done, apply } = world((record, lock) => (record === 'ReleaseStock' ? lock : undefined));
    await apply(...batch);
    expect(done).toEqual(['lock 2', '1', '2', '3']);
  });
});
