import { createRequire } from 'node:module';
import { expect, it } from '@jest/globals';
import { kafkajs } from './repairs.ts';
import { isOfKafka } from './of-kafka.ts';

const Broker = createRequire(import.meta.url)('kafkajs/src/broker/index.js') as new (options: object) => {
  lookupRequest(): void;
};

const thrownBy = (work: () => void): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

it('knows what kafkajs throws, by its name or as it is thrown before a broker has answered', () => {
  const broker = new Broker({ connectionPool: { connectionTimeout: 1 }, logger: { namespace: () => undefined } });
  expect(isOfKafka(thrownBy(() => broker.lookupRequest()))).toBe(true);
  expect(isOfKafka(new kafkajs.KafkaJSConnectionError('Connection error: connect ECONNREFUSED'))).toBe(true);
});

it('takes a mistake of ours for one', () => expect(isOfKafka(new TypeError('x is not a function'))).toBe(false));
