/**
 * A process that consumes, to be killed. Settings in CHILD (JSON): service, databaseUrl, topic, partitions, and optionally
 * `deadly`, a number whose message kills the process that handles it, and `redrives`: whether it redrives what is parked.
 * Prints `ready` when it has partitions.
 */
import { createKafka } from '@offset-zero/kafka';
import { createCodec, topics, type Topic } from '@offset-zero/contracts';
import { startRunner } from '../src/index.ts';

interface Settings {
  service: string;
  databaseUrl: string;
  topic: string;
  partitions: number;
  deadly?: number;
  redrives?: boolean;
}

const { KAFKA_BROKERS, REGISTRY_URL, CHILD } = process.env;
const { service, databaseUrl, topic: name, partitions, deadly, redrives }: Settings = JSON.parse(CHILD!);
const topic: Topic = { ...(topics.orderEvents as unknown as Topic), name, partitions };
const say = (fields: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);

const runner = await startRunner({
  service,
  databaseUrl,
  kafka: createKafka({ brokers: KAFKA_BROKERS!.split(','), clientId: service }),
  codec: createCodec({ registryUrl: REGISTRY_URL! }),
  log: { debug: () => {}, info: say, warn: say, error: say },
  onFatal: (problem) => {
    say(problem, 'fatal');
    process.exit(1);
  },
  subscriptions: [
    {
      name: 'under-test',
      topic,
      supersede: false,
      async apply(messages, sql) {
        for (const { partition, offset, key, value } of messages) {
          const n = (value as { confirmedAt: number }).confirmedAt;
          await sql.query('insert into effect (partition, "offset", key, n) values ($1, $2, $3, $4)', [
            partition,
            offset,
            key,
            n,
          ]);
          if (n === deadly) process.kill(process.pid, 'SIGKILL');
        }
      },
    },
  ],
});

setInterval(() => runner.status()[0]!.state === 'running' && process.stdout.write('ready\n'), 50);
process.once('SIGTERM', () => void runner.stop().then(() => process.exit(0)));
if (redrives) await runner.parked.redrive({ subscription: 'under-test' }, 'child');
