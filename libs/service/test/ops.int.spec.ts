import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asking, eventually } from '@offset-zero/testing';
import { type ServiceUnderTest, startInTest } from '@offset-zero/testing/service';
import { ALWAYS, ASIDE, BAD, IN_SQL, reactorOf } from './reactor.ts';
import { confirming, keysIn, ownEvents, ownTopic } from './world.ts';

let reactor: ServiceUnderTest;
let orders: Awaited<ReturnType<typeof confirming>>;
let made: ReturnType<typeof reactorOf>;
let from: string;
let told: Parameters<typeof keysIn>[0];

beforeAll(async () => {
  const [source, to, kept] = [await ownEvents(), await ownEvents(), await ownTopic()];
  [from, told] = [source.name, to];
  orders = await confirming(source);
  made = reactorOf({ from: source, to, kept });
  reactor = await startInTest(made.manifest, made.Reactor, { migrations: made.migrations });
}, 60_000);
afterAll(async () => {
  await reactor?.stop();
  await orders?.leave();
});
beforeEach(() => void (made.state.mended = false));

const ask: ReturnType<typeof asking> = (...request) => asking(reactor.url)(...request);
const soon = <T>(fact: () => Promise<T>) => eventually(fact, 30_000);
const codeOf = async (answer: ReturnType<typeof ask>) => [(await answer).status, (await answer).body.code];

async function say(what: number | Buffer, key: string = randomUUID()): Promise<string> {
  await orders.say(key, what);
  return key;
}

const subscription = async () =>
  (await ask('GET', '/ops/subscriptions')).body.items.find((each: { name: string }) => each.name === from);
const seen = async (key: string): Promise<number[]> =>
  (await reactor.database!.sql.query('select n from seen where order_id = $1 order by id', [key])).map(({ n }) =>
    Number(n),
  );
const untilSeen = (key: string, ...ns: number[]) => soon(async () => expect(await seen(key)).toEqual(ns));
const parked = async (key: string) => (await ask('GET', `/ops/parked?subscription=${from}&key=${key}`)).body.items;
const untilParked = (key: string, ...codes: string[]) =>
  soon(async () => {
    const items: { offset: number; partition: number; code: string }[] = await parked(key);
    expect(items.map(({ code }) => code)).toEqual(codes);
    return items;
  });
const redrive = (what: object, headers = {}) =>
  ask('POST', '/ops/parked/redrive', { subscription: from, ...what }, headers);
const discard = (what: object) => ask('POST', '/ops/parked/discard', { subscription: from, reason: 'a test', ...what });
const reset = (to: unknown, more: object = {}, name = from) =>
  ask('POST', `/ops/subscriptions/${name}/reset`, { to, ...more }, { 'Ops-User': 'anna' });
const timesTold = async (key: string) => (await keysIn(told)).filter((each) => each === key).length;

describe('/ops/subscriptions', () => {
  it('tells where each is', async () => {
    const key = await say(1);
    await untilSeen(key, 1);
    await soon(async () => expect((await subscription()).lag).toBe(0));
    const { partitions, ...rest } = await subscription();
    expect(rest).toMatchObject({ topic: from, state: 'running', lag: 0, parked: 0, waiting: 0 });
    const one = { next: expect.any(Number), end: expect.any(Number), replaying: false };
    expect(partitions).toEqual([0, 1, 2, 3, 4, 5].map((partition) => ({ partition, ...one })));
  });

  it('is documented, with everything else for operators, under a tag of its own', async () => {
    const { paths } = (await ask('GET', '/docs-json')).body;
    const ops = Object.keys(paths).filter((path) => path.startsWith('/ops/'));
    expect(ops).toEqual(
      expect.arrayContaining(['/ops/subscriptions/{name}/reset', '/ops/parked/redrive', '/ops/audit']),
    );
    const operations = ops.flatMap((path) => Object.values(paths[path] as Record<string, { tags: string[] }>));
    expect(new Set(operations.flatMap(({ tags }) => tags))).toEqual(new Set(['operations']));
  });
});

describe('/ops/parked', () => {
  it('shows what could not be handled, what waits behind it, and all there is of one', async () => {
    const key = await say(BAD);
    await say(2, key);
    const [bad, behind] = await untilParked(key, 'handler-failed', 'waits-behind');
    const { body } = await ask('GET', `/ops/parked/${from}/${bad!.partition}/${bad!.offset}`);
    expect(body).toMatchObject({
      key,
      error: 'Error: a bad number',
      tries: 3,
      decoded: { record: 'OrderConfirmed', value: { orderId: key, confirmedAt: BAD } },
      headers: { ce_id: expect.any(String) },
    });
    expect(Buffer.from(body.valueBytes, 'base64').length).toBe(body.bytes);
    expect(body.history).toHaveLength(3);
    const first = await ask('GET', '/ops/parked?limit=1');
    expect(first.body.items).toHaveLength(1);
    expect((await ask('GET', `/ops/parked?limit=1&after=${first.body.next}`)).body.items).not.toEqual(first.body.items);

    expect(await codeOf(redrive({ partition: behind!.partition, offset: behind!.offset }))).toEqual([
      409,
      'not-first-of-key',
    ]);
    expect((await redrive({ key })).body).toEqual({ handled: 0, failed: 1, left: 2 });
    made.state.mended = true;
    expect((await redrive({ key }, { 'Ops-User': 'anna' })).body).toEqual({ handled: 2, failed: 0, left: 0 });
    expect(await seen(key)).toEqual([BAD, 2]);
    const { items } = (await ask('GET', '/ops/audit?limit=2')).body;
    expect(items).toMatchObject([
      { what: 'redrive', who: 'test-operator (anna)', key, outcome: 'handled' },
      { what: 'redrive', who: 'test-operator', key, outcome: 'failed' },
    ]);
  });

  it('lets one be thrown away with a reason, and what is behind it be handled', async () => {
    const key = await say(Buffer.from('no Avro'));
    await say(2, key);
    const [bad] = await untilParked(key, 'not-avro-framed', 'waits-behind');
    const { body } = await ask('GET', `/ops/parked/${from}/${bad!.partition}/${bad!.offset}`);
    expect(body).toMatchObject({ decoded: { why: expect.any(String) }, valueBytes: 'bm8gQXZybw==' });
    expect((await discard({ partition: bad!.partition, offset: bad!.offset })).body).toEqual({ discarded: 1, left: 1 });
    expect((await redrive({ key })).body).toEqual({ handled: 1, failed: 0, left: 0 });
    expect(await seen(key)).toEqual([2]);
  });

  it.each([
    ['GET', '/ops/parked?state=gone', undefined, 400, 'validation-failed'],
    ['GET', '/ops/parked?after=nonsense', undefined, 400, 'invalid-cursor'],
    ['GET', '/ops/audit?after=nonsense', undefined, 400, 'invalid-cursor'],
    ['GET', '/ops/parked/x/0/1', undefined, 404, 'message-not-parked'],
    ['GET', '/ops/parked/x/zero/1', undefined, 404, 'message-not-parked'],
    ['GET', '/ops/parked/x/2147483648/1', undefined, 404, 'message-not-parked'],
    ['GET', '/ops/parked/x%00y/0/1', undefined, 404, 'message-not-parked'],
    ['POST', '/ops/parked/redrive', { subscription: 'x' }, 404, 'subscription-not-found'],
    ['POST', '/ops/parked/redrive', {}, 400, 'validation-failed'],
    ['POST', '/ops/parked/discard', { subscription: 'x', reason: 'y' }, 400, 'validation-failed'],
    ['POST', '/ops/parked/discard', { subscription: 'x', key: 'k' }, 400, 'validation-failed'],
    ['POST', '/ops/parked/discard', { subscription: 'x', key: 'k', reason: 'y' }, 404, 'message-not-parked'],
    ['POST', '/ops/parked/discard', { subscription: 'x', key: null, reason: 'y' }, 400, 'validation-failed'],
  ] as const)('%s %s %j is %d %s', async (method, path, body, status, code) =>
    expect(await codeOf(ask(method, path, body))).toEqual([status, code]),
  );

  it.each([{ offset: 3 }, { offset: 3, partition: null }, { offset: 3, partition: 0, key: 'k' }, { key: null }])(
    'does not guess what is to be redriven: %j',
    async (what) => expect(await codeOf(redrive(what))).toEqual([400, 'validation-failed']),
  );
});

describe('a reset', () => {
  /** Not from the beginning: that many messages parked again and again would be a bad deploy. */
  let started: { time: string };
  beforeEach(async () => {
    started = { time: new Date().toISOString() };
    await soon(async () => expect((await subscription()).lag).toBe(0));
    const { items } = (await ask('GET', `/ops/parked?subscription=${from}`)).body;
    for (const { partition, offset } of items) await discard({ partition, offset });
  });

  it('shows what it would do, and by whom it was done', async () => {
    const key = await say(1);
    await untilSeen(key, 1);
    await soon(async () => expect((await subscription()).lag).toBe(0));
    const tried = await reset('beginning', { dryRun: true });
    expect(tried.body).toMatchObject({ subscription: from, topic: from, rebuild: false, dryRun: true });
    const sum = (moves: { again: number }[]) => moves.reduce((all, { again }) => all + again, 0);
    expect(sum(tried.body.moves)).toBeGreaterThan(0);
    const time = { time: new Date(Date.now() + 3_600_000).toISOString() };
    expect(sum((await reset(time, { dryRun: true })).body.moves)).toBe(0);
    for (const long of ['1969-12-31T23:59:59.999Z', '0000-01-01T00:00:00Z'])
      expect((await reset({ time: long }, { dryRun: true })).body.moves).toEqual(tried.body.moves);
    await reset(started);
    const { items } = (await ask('GET', '/ops/audit?limit=1')).body;
    expect(items).toMatchObject([{ what: 'reset', who: 'test-operator (anna)', subscription: from, outcome: 'moved' }]);
  });

  it('replays what was handled: a handler that changes nothing twice goes through, and nothing is published', async () => {
    const key = await say(1);
    await untilSeen(key, 1);
    await soon(async () => expect(await timesTold(key)).toBe(1));
    expect((await reset(started)).status).toBe(200);
    const last = await say(2, key);
    await untilSeen(last, 1, 2);
    await soon(async () => expect(await timesTold(key)).toBe(2));
    await soon(async () => expect((await subscription()).lag).toBe(0));
    expect(await parked(key)).toEqual([]);
  });

  it.each([
    ['through its reaction', ALWAYS],
    ['in SQL, past the outbox’s own code', IN_SQL],
    ['in a transaction of its own', ASIDE],
  ])('parks a handler that would publish again %s: nothing is published, nothing changed', async (_how, n) => {
    const key = await say(n);
    await untilSeen(key, n);
    await soon(async () => expect(await timesTold(key)).toBe(1));
    expect((await reset(started)).status).toBe(200);
    const [refused] = await untilParked(key, 'publishes-while-replaying');
    await redrive({ key });
    expect(await seen(key)).toEqual([n]);
    expect((await parked(key)).map(({ code }: { code: string }) => code)).toEqual(['publishes-while-replaying']);
    await discard({ partition: refused!.partition, offset: refused!.offset });
    await say(3, key);
    await untilSeen(key, n, 3);
    await soon(async () => expect(await timesTold(key)).toBe(2));
    expect(await reactor.database!.sql.query('select from outbox where key = $1', [key])).toEqual([]);
  });

  it('of a view builds it anew from the beginning, and from nowhere else', async () => {
    const { id } = made.known;
    expect(await codeOf(reset('end', {}, id))).toEqual([422, 'reset-to-beginning-only']);
    expect((await reset('beginning', {}, id)).body).toMatchObject({ subscription: id, rebuild: true });
  });

  it.each([
    [{ offset: 1_000_000 }, {}, 409, 'offset-not-in-log'],
    ['beginning', { partition: 6 }, 404, 'partition-not-found'],
    ['start', {}, 400, 'validation-failed'],
    [{ offset: -1 }, {}, 400, 'validation-failed'],
    [{ offset: 1, time: '2026-11-21T08:00:00Z' }, {}, 400, 'validation-failed'],
    [{ time: 'yesterday' }, {}, 400, 'validation-failed'],
    [{ time: '2026-13-41T08:00:00Z' }, {}, 400, 'validation-failed'],
    ['end', { dryRun: 'yes' }, 400, 'validation-failed'],
    [undefined, {}, 400, 'validation-failed'],
  ])('to %j %j is %d %s', async (to, more, status, code) =>
    expect(await codeOf(reset(to, more))).toEqual([status, code]),
  );

  it('of what is not there says what is', async () => {
    const { status, body } = await reset('end', {}, 'nothing');
    expect([status, body.code]).toEqual([404, 'subscription-not-found']);
    expect(body.subscriptions).toContain(from);
    expect(body.detail).toContain(from);
  });

  it('is refused while something is parked that it would go over', async () => {
    const key = await say(BAD);
    await untilParked(key, 'handler-failed');
    expect(await codeOf(reset('beginning'))).toEqual([409, 'messages-parked']);
    await discard({ key });
  });
});
