import { Controller, Module } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { fact, type OrderConfirmed, type topics } from '@offset-zero/contracts';
import { type Reaction, Reacts } from '@offset-zero/messaging/nest';
import { view } from '@offset-zero/views';
import type { QueryRunner } from 'typeorm';
import { service, Writes } from '../src/index.ts';

class CreateSeen1700000000000 {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table seen (id bigserial, order_id text, n bigint, unique (order_id, n))');
  }

  async down(): Promise<void> {}
}

/** Numbers that are handled otherwise than the others, which are told on when they are heard for the first time. */
export const BAD = 13;
export const ALWAYS = 100;
export const IN_SQL = 101;
export const ASIDE = 102;

interface Topics {
  from: typeof topics.orderEvents;
  to: typeof topics.orderEvents;
  kept: typeof topics.customer;
}

/**
 * A service that notes every number it hears of an order. `BAD` fails until it is mended; ALWAYS is told on whenever it is
 * heard, IN_SQL too but past the outbox's own code, ASIDE in a transaction of its own.
 */
export function reactorOf({ from, to, kept }: Topics) {
  const state = { mended: false };

  @Controller()
  class Reactions {
    constructor(private readonly writes: Writes) {}

    @Reacts(from, 'OrderConfirmed')
    async on(@Payload() { orderId, confirmedAt: n }: OrderConfirmed, @Ctx() { sql, append }: Reaction) {
      if (n === BAD && !state.mended) throw new Error('a bad number');
      const isNew = await sql.query(
        'insert into seen (order_id, n) values ($1, $2) on conflict do nothing returning 1',
        [orderId, n],
      );
      const told = fact(to, 'OrderCancelled', orderId, { orderId, cancelledAt: n });
      if (isNew.length > 0 || n === ALWAYS) return append(told);
      if (n === ASIDE) await this.writes.transaction((change) => change.append(told));
      if (n === IN_SQL) {
        await sql.query(`insert into outbox (event_id, topic, key, headers) values (gen_random_uuid(), $1, $2, '{}')`, [
          to.name,
          orderId,
        ]);
      }
    }
  }

  @Module({ controllers: [Reactions] })
  class Reactor {}

  const known = view({ name: 'known', from: kept, row: ({ customerId, lastName }) => ({ customerId, lastName }) });
  const manifest = service({
    name: 'reactor',
    port: 0,
    summary: 'Tells on what it hears.',
    owns: [to],
    keeps: [known],
    reactsTo: [from],
  });
  return { manifest, Reactor, state, known, migrations: [CreateSeen1700000000000] };
}
