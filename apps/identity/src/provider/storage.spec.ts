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

  it('takes from whoever has most: an account that hoards loses its own', async () => {
    const grants = storage()('Grant');
    await grants.upsert('of anna', { accountId: 'anna' }, 60);
    await grants.upsert('of nobody', {}, 60);
    for (let i = 0; i < 10_000; i++) await grants.upsert(`${i}`, { accountId: 'ben' }, 60);
    expect([await grants.find('of anna'), await grants.find('of nobody')]).toEqual([{ accountId: 'anna' }, {}]);
    expect([await grants.find('1'), await grants.find('2')]).toEqual([undefined, { accountId: 'ben' }]);
  });

  it('keeps the page on which somebody who is signed in signs in again, whatever strangers begin', async () => {
    const pages = storage()('Interaction');
    const again = { session: { accountId: 'anna', uid: 'u', cookie: 'c' } };
    await pages.upsert('again', again, 60);
    for (let i = 0; i <= 10_000; i++) await pages.upsert(`${i}`, {}, 60);
    expect(await pages.find('again')).toEqual(again);
  });

  it('has only so many refresh tokens of one account, and forgets first those that were used', async () => {
    const tokens = storage()('RefreshToken');
    const anna = { accountId: 'anna' };
    await tokens.upsert('another browser', anna, 60);
    for (let i = 0; i < 100; i++) {
      await tokens.upsert(`${i}`, anna, 60);
      await tokens.consume(`${i - 1}`);
    }
    expect([await tokens.find('another browser'), await tokens.find('99')]).toEqual([anna, anna]);
    expect([await tokens.find('80'), await tokens.find('81')]).toEqual([
      undefined,
      expect.objectContaining({ consumed: expect.any(Number) }),
    ]);
  });

  it('makes room first by what is over', async () => {
    const sessions = storage()('Session');
    await sessions.upsert('longest', {}, 3_600);
    for (let i = 1; i < 10_000; i++) await sessions.upsert(`${i}`, {}, 60);
    now += 60_000;
    await sessions.upsert('new', {}, 60);
    expect([await sessions.find('longest'), await sessions.find('new')]).toEqual([{}, {}]);
  });
});
