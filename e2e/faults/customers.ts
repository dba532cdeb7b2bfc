import { readLog } from '@offset-zero/kafka';
import { eventually } from '@offset-zero/testing';
import type { World } from './world.ts';

/** One try to register somebody, the same for the same key. Gives the id when it was accepted, else what was answered. */
export async function register(
  world: World,
  key: string = crypto.randomUUID(),
): Promise<{ id?: string; status: number; code?: string }> {
  const body = {
    ...{ firstName: 'Anna', lastName: `Störung ${key}`, email: 'anna@example.org', category: 'B' },
    address: { street: 'Junkerngasse 1', postalCode: '3011', city: 'Bern', country: 'CH' },
  };
  const answer = await fetch(`${world.at('customer-service')}/customers`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'idempotency-key': key },
      authorization: `Bearer ${await world.token()}`,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const { customerId, code } = (await answer.json()) as { customerId?: string; code?: string };
  return { id: customerId, status: answer.status, code };
}

/** As a client does that wants to know: the same key, until there is an answer that is one. */
export function registerAtLast(world: World, key: string = crypto.randomUUID()): Promise<string> {
  return eventually(async () => {
    const { id, ...answer } = await register(world, key);
    if (id === undefined) throw new Error(JSON.stringify(answer));
    return id;
  }, 90_000);
}

/** Every accepted customer is in the log exactly once and in the view, nobody else is, and nothing is parked. */
export async function nothingLostNorDoubled(world: World, accepted: readonly string[]): Promise<void> {
  const wanted = [...accepted].sort();
  await eventually(async () => {
    const view = await world.rows<{ customerId: string }>(
      'order-service',
      'select "customerId" from views.' + (await viewOf(world)),
    );
    const have = view.map(({ customerId }) => customerId).sort();
    if (JSON.stringify(have) !== JSON.stringify(wanted))
      throw new Error(`${have.length} of ${wanted.length} in the view`);
  }, 120_000);
  const log = await readLog(world.kafka, 'customer');
  const keys = log.map(({ key }) => key!).sort();
  if (JSON.stringify(keys) !== JSON.stringify(wanted))
    throw new Error(`${keys.length} records for ${wanted.length} customers`);
  const parked = await world.rows('order-service', 'select from messaging.parked');
  if (parked.length > 0) throw new Error(`${parked.length} messages are parked`);
}

/** The table of order-service's view of customers. */
export async function viewOf(world: World): Promise<string> {
  const [generation] = await world.rows<{ id: string }>(
    'order-service',
    `select id from views.generation where view = 'customers'`,
  );
  return generation!.id;
}
