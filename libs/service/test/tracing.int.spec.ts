import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@offset-zero/testing';
import { type Collector, startCollector } from '@offset-zero/testing/collector';
import { BAD, type Echo, startEcho, WORSE } from './echo.ts';

const caller = (flags = '01') => {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  return { traceId, spanId, headers: { traceparent: `00-${traceId}-${spanId}-${flags}` } };
};

const linesOf = ({ lines }: Echo, traceId: string, msg: string) =>
  eventually(() => {
    const found = lines.filter((line) => line.traceId === traceId && line.msg === msg);
    expect(found.length).toBeGreaterThan(0);
    return found;
  }, 30_000);

describe('a service that is traced', () => {
  let collector: Collector;
  let echo: Echo;

  beforeAll(async () => {
    collector = await startCollector();
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '50' };
    echo = await startEcho(env);
  });
  afterAll(async () => {
    await echo.stop();
    await collector.close();
  });

  const spansOf = (traceId: string) => collector.spans.filter((span) => span.traceId === traceId);
  const span = (traceId: string, name: string) =>
    eventually(() => {
      const found = spansOf(traceId).find((each) => each.name === name);
      expect(found).toBeDefined();
      return found!;
    }, 30_000);

  it('records the request, the append, the publishing and the handling, each as what the one before has caused', async () => {
    const { traceId, spanId, headers } = caller();
    expect((await echo.say(1, headers)).status).toBe(201);
    const handled = await span(traceId, `process ${echo.topic}`);
    const sent = await span(traceId, `send ${echo.topic}`);
    const appended = await span(traceId, 'outbox append');
    const served = await span(traceId, 'POST /numbers/:n');
    const parents = [handled, sent, appended, served].map(({ parentSpanId }) => parentSpanId);
    expect(parents).toEqual([sent.spanId, appended.spanId, served.spanId, spanId]);
    expect([served, appended, sent, handled].map(({ kind }) => kind)).toEqual([
      'SERVER',
      'INTERNAL',
      'PRODUCER',
      'CONSUMER',
    ]);
    expect(spansOf(traceId)).toHaveLength(4);
  });

  it('logs with the ids of the span in which it is said', async () => {
    const { traceId, headers } = caller();
    await echo.say(2, headers);
    const [saying] = await linesOf(echo, traceId, 'saying');
    const [hearing] = await linesOf(echo, traceId, 'hearing');
    const [request] = await linesOf(echo, traceId, 'request');
    const served = await span(traceId, 'POST /numbers/:n');
    const handled = await span(traceId, `process ${echo.topic}`);
    expect([saying?.spanId, request?.spanId, hearing?.spanId]).toEqual([served.spanId, served.spanId, handled.spanId]);
    expect(hearing?.causationId).toBe(handled.attributes['messaging.message.id']);
    expect(saying).not.toHaveProperty('causationId');
  });

  it('marks what failed, and only that', async () => {
    const { traceId, headers } = caller();
    await echo.say(BAD, headers);
    expect((await span(traceId, `process ${echo.topic}`)).failed).toBe(true);
    expect((await span(traceId, 'POST /numbers/:n')).failed).toBe(false);
    expect((await linesOf(echo, traceId, 'A message could not be handled'))[0]).toMatchObject({
      level: 'warn',
      topic: echo.topic,
      err: { message: expect.any(String), stack: expect.any(String) },
    });

    const worse = caller();
    expect((await echo.say(WORSE, worse.headers)).status).toBe(500);
    const served = await span(worse.traceId, 'POST /numbers/:n');
    expect(served).toMatchObject({ failed: true, attributes: { 'error.type': 'internal-error' } });
    expect((await linesOf(echo, worse.traceId, 'A request failed'))[0]).toMatchObject({ spanId: served.spanId });
  });

  it('records nothing of a trace whose caller does not, and passes it on', async () => {
    const { traceId, headers } = caller('00');
    await echo.say(3, headers);
    const [hearing] = await linesOf(echo, traceId, 'hearing');
    expect(hearing).not.toHaveProperty('spanId');
    const recorded = caller();
    await echo.say(4, recorded.headers);
    await span(recorded.traceId, `process ${echo.topic}`); // what was said before has been sent by now
    expect(spansOf(traceId)).toEqual([]);
  });

  it('makes no spans of health checks and metrics', async () => {
    const { traceId, headers } = caller();
    for (const path of ['/health/live', '/health/ready', '/metrics']) await fetch(echo.url + path, { headers });
    const recorded = caller();
    await echo.say(5, recorded.headers);
    await span(recorded.traceId, `process ${echo.topic}`);
    expect(spansOf(traceId)).toEqual([]);
  });
});

describe('a service that is not traced', () => {
  let echo: Echo;

  beforeAll(async () => void (echo = await startEcho()));
  afterAll(() => echo.stop());

  it('still has the trace in its log, through the log of Kafka too, and in its problems', async () => {
    const { traceId, headers } = caller();
    await echo.say(1, headers);
    for (const message of ['saying', 'request', 'hearing']) {
      expect((await linesOf(echo, traceId, message))[0]).not.toHaveProperty('spanId');
    }
    const worse = caller();
    const problem = (await (await echo.say(WORSE, worse.headers)).json()) as { traceId: string };
    expect(problem.traceId).toBe(worse.traceId);
    await linesOf(echo, worse.traceId, 'A request failed');
  });

  it('begins a trace where its caller has none', async () => {
    await echo.say(6);
    await eventually(() => echo.heard.includes(6), 30_000);
    const hearing = echo.lines.filter(({ msg }) => msg === 'hearing').at(-1);
    expect(hearing?.traceId).toMatch(/^[0-9a-f]{32}$/);
    await linesOf(echo, hearing!.traceId as string, 'saying');
  });
});

it('a collector that is away keeps nobody from working or stopping, and is said in the log', async () => {
  const collector = await startCollector();
  await collector.close();
  const echo = await startEcho({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '50' });
  expect((await echo.say(7)).status).toBe(201);
  await eventually(() => echo.heard.includes(7), 30_000);
  await eventually(() => echo.lines.some(({ msg }) => msg === 'Traces are not sent as they should be'), 30_000);
  await echo.stop();
});
