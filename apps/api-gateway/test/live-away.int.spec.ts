import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { eventually, servers } from '@offset-zero/testing';
import { createGate, type Gate } from '@offset-zero/testing/gate';
import { deployTopics, liveGateway, open } from './live-world.ts';

type Door = Awaited<ReturnType<typeof liveGateway>>;

let gate: Gate;
let door: Door | undefined;

beforeAll(async () => {
  await deployTopics();
  const [host, port] = servers().brokers[0]!.split(':');
  gate = await createGate(Number(port), host);
}, 60_000);

afterEach(() => door?.stop());

afterAll(() => gate.close());

async function health({ url }: Door): Promise<{ status: number; degraded: { code: string; detail: string }[] }> {
  const answer = await fetch(`${url}/health/ready`);
  const { degraded } = (await answer.json()) as { degraded: { code: string; detail: string }[] };
  return { status: answer.status, degraded };
}

const number = async ({ url }: Door, name: string) =>
  (await (await fetch(`${url}/metrics`)).text()).split('\n').find((line) => line.startsWith(name));

it('a gateway that cannot read the topics takes traffic, says what it lacks, and goes on when it can', async () => {
  gate.cut();
  const gateway = (door = await liveGateway({ KAFKA_BROKERS: gate.address }));
  const client = await open(gateway.url, { as: { role: 'operator' } });
  await eventually(() => client.events.length > 0);
  expect(client.events).toMatchObject([{ event: 'state', data: '{"live":false,"because":"kafka-away"}' }]);
  expect(await health(gateway)).toEqual({
    status: 200,
    degraded: [{ code: 'live-waiting', detail: expect.stringMatching(/^kafka-away: .+/) }],
  });
  expect(await number(gateway, 'live_reading{')).toMatch(/ 0$/);
  gate.open();
  await client.ready();
  expect(client.events.map(({ event }) => event)).toEqual(expect.arrayContaining(['state', 'ready']));
  await eventually(async () => (await health(gateway)).degraded.length === 0);
  expect(await number(gateway, 'live_reading{')).toMatch(/ 1$/);
  await client.leave();
});
