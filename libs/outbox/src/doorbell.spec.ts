import { expect, it } from '@jest/globals';
import { createDoorbell } from './doorbell.ts';

const FOR_EVER = 2 ** 31 - 1;

it('a ring ends the wait', async () => {
  const doorbell = createDoorbell();
  const waiting = doorbell.wait(FOR_EVER);
  doorbell.ring();
  await waiting;
});

it('a ring while nobody waits counts for the next wait', async () => {
  const doorbell = createDoorbell();
  doorbell.reset();
  doorbell.ring();
  await doorbell.wait(FOR_EVER);
});

it('a ring before the reset does not', async () => {
  const doorbell = createDoorbell();
  doorbell.ring();
  doorbell.reset();
  let over = false;
  const waiting = doorbell.wait(FOR_EVER).then(() => (over = true));
  await Promise.resolve();
  expect(over).toBe(false);
  doorbell.ring();
  await waiting;
});

it('without a ring the time ends it', () => createDoorbell().wait(1));
