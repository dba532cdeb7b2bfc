import { expect, it } from '@jest/globals';
import { loudness } from './loudness.ts';

it('is low for what kafkajs retries by itself', () => {
  expect(loudness('error', 'Response InitProducerId(key: 22, version: 1)')).toBe('debug');
  expect(loudness('warn', 'Limiting retries for the idempotent producer may invalidate EoS guarantees')).toBe('debug');
  expect(
    loudness('error', "Crash: KafkaJSProtocolError: The coordinator is loading and hence can't process requests"),
  ).toBe('debug');
});

it('is as kafkajs says for everything else', () => {
  expect(loudness('error', 'Connection error: connect ECONNREFUSED 127.0.0.1:9092')).toBe('error');
  expect(loudness('error', 'Failed to send messages: The request timed out')).toBe('error');
});
