import { createKafka } from '../src/index.ts';

const { KAFKA_BROKERS } = process.env;
if (!KAFKA_BROKERS) throw new Error('the integration tests need KAFKA_BROKERS');

export const brokers = KAFKA_BROKERS.split(',');
export const kafka = createKafka({ brokers, clientId: 'kafka-int' });

/** Runs `look` until it answers; throws with the last answer's absence after `patienceMs`. */
export async function until<T>(look: () => Promise<T | undefined>, patienceMs = 45_000): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`not within ${patienceMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
