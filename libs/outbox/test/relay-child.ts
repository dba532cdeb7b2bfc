/** A relay in a process of its own, which tells its stations on standard output, and dies or stops at one, once. */
import { createKafka } from '@offset-zero/kafka';
import { startRelay } from '../src/relay.process.ts';

const {
  SERVICE,
  DATABASE_URL,
  KAFKA_BROKERS,
  DIE_AT,
  STOP_AT,
  NTH = '1',
  BATCH,
} = process.env as Record<string, string>;
const tell = (text: string) => process.stdout.write(`${text}\n`);
const info = (_: object, message: string) => message === 'The relay took office' && tell('took office');
const log = { debug() {}, info, warn() {}, error() {} };

const times = new Map<string, number>();

const relay = startRelay({
  service: SERVICE!,
  databaseUrl: DATABASE_URL!,
  kafka: createKafka({ brokers: KAFKA_BROKERS!.split(','), clientId: SERVICE! }),
  log,
  lockTimeoutMs: 3_000,
  batch: BATCH === undefined ? undefined : Number(BATCH),
  onStation(station) {
    tell(station);
    times.set(station, (times.get(station) ?? 0) + 1);
    if (times.get(station) !== Number(NTH)) return;
    if (station === DIE_AT) process.kill(process.pid, 'SIGKILL');
    if (station === STOP_AT) process.kill(process.pid, 'SIGSTOP');
  },
});
process.once('SIGTERM', () => void relay.stop().then(() => tell('stopped')));
tell('started');
