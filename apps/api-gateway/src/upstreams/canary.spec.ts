import { describe, expect, it } from '@jest/globals';
import { versionFor } from './canary.ts';

const clients = Array.from({ length: 10_000 }, (_, i) => `client-${i}`);
const share = (weight: number) =>
  clients.filter((client) => versionFor(undefined, client, weight) === 'canary').length / clients.length;

describe('the version a call goes to', () => {
  it('is what the header says, whatever the weight', () => {
    expect(versionFor('1', 'anna', 0)).toBe('canary!');
    expect(versionFor('0', 'anna', 100)).toBe('stable');
  });

  it.each([0, 1, 10, 50, 99, 100])('is the canary for %i percent of the clients', (weight) =>
    expect(Math.abs(share(weight) - weight / 100)).toBeLessThan(0.02),
  );

  it('is always the same for one client', () => {
    const first = clients.map((client) => versionFor(undefined, client, 30));
    expect(clients.map((client) => versionFor(undefined, client, 30))).toEqual(first);
  });

  it('is kept by those who had the canary when the weight grows', () => {
    const had = clients.filter((client) => versionFor(undefined, client, 10) === 'canary');
    expect(had.every((client) => versionFor(undefined, client, 20) === 'canary')).toBe(true);
  });

  it('is not changed by a header that says nothing', () => expect(versionFor('yes', 'anna', 0)).toBe('stable'));
});
