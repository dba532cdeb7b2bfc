import { describe, expect, it } from '@jest/globals';
import { createStorage } from './storage.ts';

describe('what the provider keeps', () => {
  let now = 1_000_000;
  const storage = () => createStorage(() => now);

  it('is there for its time and not longer', async () => {
    const codes = storage()('AuthorizationCode');
    await codes.upsert('1', { grantId: 'g' }, 60);
    expect(await codes.find('1')).toEqual({ grantId: 'g' });
    now += 60_000;
    expect(await codes.find('1')).toBeUndefined();
  });

  it('is found again by the next who asks for its kind, and by its uid', async () => {
    const all = storage();
    await all('Session').upsert('1', { uid: 'u' }, 60);
    expect(await all('Session').findByUid('u')).toEqual({ uid: 'u' });
    expect(await all('Interaction').findByUid('u')).toBeUndefined();
  });

  it('knows when a code was used', async () => {
    const codes = storage()('AuthorizationCode');
    await codes.upsert('1', {}, 60);
    await codes.consume('1');
    expect(await codes.find('1')).toEqual({ consumed: Math.floor(now / 1_000) });
  });

  it('ends everything of a grant at once', async () => {
    const tokens = storage()('RefreshToken');
    await tokens.upsert('1', { grantId: 'a' }, 60);
    await tokens.upsert('2', { grantId: 'b' }, 60);
    await tokens.revokeByGrantId('a');
    expect([await tokens.find('1'), await tokens.find('2')]).toEqual([undefined, { grantId: 'b' }]);
  });

  it('is bounded, and a flood of one kind pushes out none of another', async () => {
    const all = storage();
    await all('Session').upsert('mine', {}, 60);
    for (let i = 0; i <= 10_000; i++) await all('Interaction').upsert(`${i}`, {}, 60);
    expect(await all('Session').find('mine')).toEqual({});
    expect([await all('Interaction').find('0'), await all('Interaction').find('1')]).toEqual([undefined, {}]);
  });

  it('forgets the sessions of nobody before those of somebody', async () => {
    const sessions = storage()('Session');
    await sessions.upsert('mine', { accountId: 'anna' }, 60);
    for (let i = 0; i <= 10_000; i++) await sessions.upsert(`${i}`, {}, 60);
    expect([await sessions.find('mine'), await sessions.find('0')]).toEqual([{ accountId: 'anna' }, undefined]);
  });
});
