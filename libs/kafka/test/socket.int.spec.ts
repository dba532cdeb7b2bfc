import { Socket } from 'node:net';
import { expect, it, jest } from '@jest/globals';
import { createKafka } from '../src/index.ts';

it('a small request does not wait for the acknowledgement of the one before: no Nagle on our connections', async () => {
  const noDelay = jest.spyOn(Socket.prototype, 'setNoDelay');
  const admin = createKafka({ brokers: process.env.KAFKA_BROKERS!.split(','), clientId: 'socket' }).admin();
  await admin.connect();
  await admin.disconnect();
  expect(noDelay).toHaveBeenCalledWith(true);
  noDelay.mockRestore();
});
