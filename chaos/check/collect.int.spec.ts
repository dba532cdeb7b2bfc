import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import avro from 'avsc';
import { logOf, tablesOf } from './collect.process.ts';
import { readPartitions } from './partitions.process.ts';
import { servers, topicByHand } from './test/by-hand.ts';
import { databaseByHand } from './test/database-by-hand.ts';

const open: { drop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.drop();
});

async function aTopic(o = { compacted: false }) {
  const topic = await topicByHand(o);
  open.push(topic);
  return topic;
}

const read = (topic: string) =>
  logOf({ kafka: { brokers: servers.brokers }, registryUrl: servers.registryUrl }, [topic]);
const keysIn = async (topic: string) => (await read(topic)).log.map(({ key }) => key);
const said = (key: string, value: string | null = 'v') => ({ key, value });

describe('reading a log written by hand', () => {
  it('sees what was committed, in the order of the log, and not what was aborted, not even twice by one producer', async () => {
    const { topic, send, transactional } = await aTopic();
    const [peter, anna] = [transactional('peter'), transactional('anna')];
    await send(said('plain'));
    await (await peter(said('aborted'))).abort();
    await (await peter(said('aborted again'))).abort();
    const peters = await peter(said('committed last'));
    const annas = await anna(said('overlapping, aborted'));
    await annas.abort();
    await (await anna(said('committed first'))).commit();
    await peters.commit();
    await send(said('tombstone', null));

    const { log, openTransactions, ends } = await read(topic);
    expect(log.map(({ key }) => key)).toEqual(['plain', 'committed last', 'committed first', 'tombstone']);
    expect(log.at(-1)).toMatchObject({ type: null, value: null });
    expect(openTransactions).toEqual([]);
    expect(ends).toEqual([{ topic, partition: 0, end: 12 }]);
  });

  it('tells of a transaction that is still open, and shows what lies behind it', async () => {
    const { topic, send, transactional } = await aTopic();
    const left = await transactional('left')(said('open'));
    await send(said('behind'));
    const { log, openTransactions } = await read(topic);
    expect(log.map(({ key }) => key)).toEqual(['behind']);
    expect(openTransactions).toMatchObject([{ topic, partition: 0, firstOffset: 0 }]);
    await left.abort();
  });

  it('reads through a batch that compaction has emptied', async () => {
    const { topic, send, transactional } = await aTopic({ compacted: true });
    const minutesAgo = (minutes: number) => BigInt(Date.now() - minutes * 60_000);
    await send({ ...said('kept'), timestamp: minutesAgo(2) });
    const aborted = await transactional('gone')({ ...said('kept', 'never said'), timestamp: minutesAgo(1) });
    await aborted.abort();
    await until(async () => {
      const logs = await readPartitions(servers.brokers, [topic]);
      return logs.some(({ batches }) => batches.some(({ records }) => records.length === 0));
    });
    await send(said('later'));
    expect(await keysIn(topic)).toEqual(['kept', 'later']);
  });

  it('finds what was committed however often its segment was compacted', async () => {
    const { topic, send, transactional } = await aTopic({ compacted: true });
    const write = transactional('writer');
    await (await write(said('stays'))).commit();
    for (let round = 0; round < 3; round++) {
      await (await write(said('changes', `${round}`))).commit();
      await until(async () => {
        await send(said('tick')); // a new segment is what lets the cleaner have the old one
        return (await keysIn(topic)).filter((key) => key === 'changes').length === 1;
      });
    }
    const { log, openTransactions } = await read(topic);
    expect(new Set(log.map(({ key }) => key))).toEqual(new Set(['stays', 'changes', 'tick']));
    expect(openTransactions).toEqual([]);
  });

  it('decodes each value with the schema that it names, and tells what cannot be decoded', async () => {
    const { topic, send } = await aTopic();
    const schema = {
      type: 'record',
      name: 'Cheese',
      namespace: 'check',
      fields: [
        { name: 'name', type: 'string' },
        { name: 'grams', type: ['null', 'long'] },
      ],
    } as const;
    const id = await registered(topic, schema);
    const frame = (schemaId: number, body: Buffer) => {
      const head = Buffer.alloc(5);
      head.writeInt32BE(schemaId, 1);
      return Buffer.concat([head, body]);
    };
    const body = avro.Type.forSchema(schema as unknown as avro.Schema).toBuffer({ name: 'Gruyère', grams: 200 });
    await send(
      { key: 'good', value: frame(id, body), headers: { ce_id: '1', ce_version: '7' } },
      { key: 'cut off', value: frame(id, body.subarray(0, 3)) },
      { key: 'unknown', value: frame(2_000_000_000, body) },
      { key: 'not framed', value: 'hello' },
    );
    const { log } = await read(topic);
    expect(log[0]).toMatchObject({ type: 'Cheese', value: { name: 'Gruyère', grams: 200 } });
    expect(log[0]!.headers).toEqual({ ce_id: '1', ce_version: '7' });
    expect(log.slice(1).map(({ type }) => type)).toEqual(['undecodable', 'undecodable', 'undecodable']);
  });
});

describe('reading tables written by hand', () => {
  it('gives the rows of the owners the shape of their topics, and tells of each service what it has left', async () => {
    const database = await databaseByHand();
    open.push(database);
    const owners = ['customer-service', 'product-service', 'stock-service'];
    const { tables, ...facts } = await tablesOf({
      databases: {
        ...Object.fromEntries(owners.map((service) => [service, database.url])),
        'order-service': database.url,
        'customer-search': database.empty,
      },
    });
    expect(tables.customer).toEqual([
      {
        customerId: '01900000-0000-7000-8000-000000000001',
        version: 3,
        firstName: 'Änna',
        lastName: 'Müller',
        email: '',
        category: 'B',
        address: { street: 'Weg 1', postalCode: '3000', city: 'Bern', country: 'CH' },
        registeredAt: 0,
        updatedAt: Date.parse('2026-11-21T12:00:00.123Z'),
      },
    ]);
    const price = { amountMinor: Number.MAX_SAFE_INTEGER, currency: 'CHF' };
    expect(tables.product).toMatchObject([{ productId: 'knife', version: 2, deleted: true, price }]);
    expect(tables.stock).toEqual([{ productId: 'knife', version: 4, onHand: 10, reserved: 3 }]);
    expect(tables.reservation).toEqual([{ orderId: 'o', status: 'RESERVED' }]);
    expect(tables.order).toMatchObject([
      {
        status: 'REJECTED',
        reason: 'insufficient-stock',
        lines: [{ quantity: 3 }],
        total: { amountMinor: 7 },
        placedAt: 0,
      },
    ]);

    const ofOrders = <T extends { service: string }>(all: T[]) =>
      all.filter(({ service }) => service === 'order-service');
    expect(ofOrders(facts.outboxes)).toMatchObject([{ rows: [{ topic: 'order', key: 'o' }] }]);
    expect(ofOrders(facts.parked)).toMatchObject([{ subscription: 'stock-events', offset: 17, code: 'undecodable' }]);
    expect(ofOrders(facts.positions)).toMatchObject([{ topic: 'customer', partition: 5, next: 4711 }]);
    expect(ofOrders(facts.views)).toMatchObject([
      {
        name: 'customers',
        topic: 'customer',
        rows: [
          { key: 'a', offset: 4710, deleted: false, columns: { customerId: 'a', address: { city: 'Bern' } } },
          { key: 'b', offset: 4, deleted: true, columns: { customerId: null, address: null } },
        ],
      },
    ]);
    expect(facts.outboxes.find(({ service }) => service === 'customer-search')).toMatchObject({ rows: [] });
  });

  it('does not take a service that is not there for one that has nothing', () =>
    expect(tablesOf({ databases: {} })).rejects.toThrow('the database of customer-service is missing'));
});

async function registered(topic: string, schema: object): Promise<number> {
  const answer = await fetch(`${servers.registryUrl}/subjects/${topic}-value/versions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ schema: JSON.stringify(schema) }),
  });
  return ((await answer.json()) as { id: number }).id;
}

async function until(fact: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 50_000;
  while (!(await fact())) {
    if (Date.now() > deadline) throw new Error('still not so');
    await pause(500);
  }
}
