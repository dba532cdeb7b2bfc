import { topics } from '@offset-zero/contracts';
import { type Ask, asking, eventually, type FreshDatabase } from '@offset-zero/testing';
import { type ServiceUnderTest, startInTest } from '@offset-zero/testing/service';
import { openTopics, type Published } from '@offset-zero/testing/topics';
import { CustomerServiceModule } from '../src/customer-service.module.ts';
import { migrations } from '../src/migrations/migrations.ts';
import { customerService } from '../src/service.ts';

export const peter = {
  firstName: 'Peter',
  lastName: 'Muster',
  email: 'peter.muster@example.ch',
  category: 'B',
  address: { street: 'Münstergasse 5', postalCode: '3011', city: 'Bern', country: 'CH' },
};

export interface World {
  ask: Ask;
  service: ServiceUnderTest;
  database: FreshDatabase;
  fatal: object[];
  /** What the topic `customer` has of this id, oldest first; a tombstone's value is null. */
  published(customerId: string): Promise<Published[]>;
  /** Keeps every request from the table of customers, until the returned function is called. */
  holdCustomers(): Promise<() => Promise<void>>;
  /** Resolves when a request waits for a lock. */
  someoneWaits(): Promise<unknown>;
  stop(): Promise<void>;
}

/** A customer-service in this process; `env` may lead it to its servers by another way. It may not be ready yet. */
export async function startWorld(
  env: (database: FreshDatabase) => Record<string, string> = () => ({}),
): Promise<World> {
  const fatal: object[] = [];
  const onFatal = (problem: object) => fatal.push(problem);
  const service = await startInTest(customerService, CustomerServiceModule, {
    ...{ migrations, env, onFatal },
    awaitReady: false,
  });
  const { published, close } = await openTopics();
  const database = service.database!;
  return {
    ask: asking(service.url),
    service,
    database,
    fatal,
    published: (customerId) => published(topics.customer, customerId),
    async holdCustomers() {
      const client = await database.pool.connect();
      await client.query('begin');
      await client.query('lock table customer in access exclusive mode');
      return async () => {
        await client.query('commit');
        client.release();
      };
    },
    someoneWaits: () =>
      eventually(async () => {
        const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
        return (await database.sql.query(waiting)).length > 0;
      }),
    async stop() {
      await close();
      await service.stop();
    },
  };
}

/** Resolves when the service may take traffic, its schemas known. */
export const ready = ({ ask }: Pick<World, 'ask'>): Promise<unknown> =>
  eventually(async () => {
    const { status, body } = await ask('GET', '/health/ready');
    return status === 200 && body.degraded.length === 0;
  });
