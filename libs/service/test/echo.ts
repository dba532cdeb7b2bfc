import { randomUUID } from 'node:crypto';
import { Controller, Logger, Module, Param, Post } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { deploy, fact, type OrderConfirmed, type Topic, topics } from '@offset-zero/contracts';
import { createKafka } from '@offset-zero/kafka';
import { type Reaction, Reacts } from '@offset-zero/messaging/nest';
import { bearer, type FreshDatabase, servers } from '@offset-zero/testing';
import { type InTest, type ServiceUnderTest, startInTest } from '@offset-zero/testing/service';
import { Refusal, service, Writes } from '../src/index.ts';

/** A number whose handling fails, and one whose request does. */
export const BAD = 13;
export const WORSE = 14;

export interface Echo extends ServiceUnderTest {
  /** Its topic, which is also the name of its subscription. */
  topic: string;
  /** Says a number; it is heard when the log has brought it back. */
  say(n: number, headers?: Record<string, string>): Promise<Response>;
  heard: number[];
  /** Everything it has logged. */
  lines: Record<string, unknown>[];
}

/** The smallest service with both ends of the log: it publishes what it is told over HTTP, and hears it itself. */
export async function startEcho(env: InTest<object>['env'] = {}): Promise<Echo> {
  const { brokers, registryUrl } = servers();
  const topic = { ...topics.orderEvents, name: `order-events-${randomUUID()}` };
  const kafka = createKafka({ brokers, clientId: 'echo' });
  await deploy({ kafka, registryUrl, topics: [topic as unknown as Topic], relays: [], log: () => {} });
  const heard: number[] = [];
  const lines: Echo['lines'] = [];

  @Controller('numbers')
  class Numbers {
    private readonly log = new Logger('Numbers');

    constructor(private readonly writes: Writes) {}

    @Post(':n')
    async say(@Param('n') n: string) {
      this.log.warn('saying');
      if (Number(n) === WORSE) throw new Error('a number that cannot be said');
      const orderId = randomUUID();
      const said = fact(topic, 'OrderConfirmed', orderId, { orderId, confirmedAt: Number(n) });
      await this.writes.transaction((change) => change.append(said));
      return { orderId };
    }

    @Reacts(topic, 'OrderConfirmed')
    async hear(@Payload() { confirmedAt: n }: OrderConfirmed, @Ctx() _: Reaction) {
      this.log.warn('hearing');
      if (n === BAD) throw new Refusal('internal-error');
      heard.push(n);
    }
  }

  @Module({ controllers: [Numbers] })
  class Echoing {}

  const manifest = service({ name: 'echo', port: 0, summary: 'Hears itself.', owns: [topic], reactsTo: [topic] });
  const onLine = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const own = (database: FreshDatabase) => ({
    LOG_LEVEL: 'info',
    ...(typeof env === 'function' ? env(database) : env),
  });
  const running = await startInTest(manifest, Echoing, { env: own, onLine });
  const say: Echo['say'] = async (n, headers = {}) =>
    fetch(`${running.url}/numbers/${n}`, { method: 'POST', headers: { ...(await bearer()), ...headers } });
  return { ...running, topic: topic.name, say, heard, lines };
}
