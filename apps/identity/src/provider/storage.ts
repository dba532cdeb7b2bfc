import type { Adapter } from 'oidc-provider';
import { Shelf } from './shelf.ts';

const MOST = 10_000;
/** Each renewal makes one and uses one up: enough for as many browsers as anybody has, and for noticing a stolen one. */
const REFRESH_TOKENS_OF_ONE = 20;

/**
 * Where the provider keeps sessions, codes and refresh tokens: in memory, each for its time, and of each kind only so many.
 * Whoever begins to sign in again and again pushes nobody out who has. Access tokens are not kept: their signature says all.
 */
export function createStorage(now: () => number = Date.now): (kind: string) => Adapter {
  const kinds = new Map<string, Shelf>();
  return (kind) => {
    const ofOne = kind === 'RefreshToken' ? REFRESH_TOKENS_OF_ONE : MOST;
    const kept = kinds.get(kind) ?? new Shelf({ all: MOST, ofOne }, now);
    kinds.set(kind, kept);
    return {
      upsert: async (id, payload, expiresIn = Infinity) => kept.put(id, payload, now() + expiresIn * 1_000),
      find: async (id) => kept.get(id),
      findByUid: async (uid) => kept.find((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => kept.find((payload) => payload.userCode === userCode),
      consume: async (id) => kept.change(id, { consumed: Math.floor(now() / 1_000) }),
      destroy: async (id) => kept.delete(id),
      revokeByGrantId: async (grantId) => kept.deleteAll(({ payload }) => payload.grantId === grantId),
    };
  };
}
