import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  /** ms since 1970. */
  until: number;
}

const MOST = 10_000;

/**
 * Where the provider keeps sessions, codes and refresh tokens: in memory, each for its time, and of each kind only so many.
 * Whoever begins to sign in again and again pushes nobody out who has. Access tokens are not kept: their signature says all.
 */
export function createStorage(now: () => number = Date.now): (kind: string) => Adapter {
  const kinds = new Map<string, Map<string, Kept>>();
  return (kind) => {
    const kept = kinds.get(kind) ?? new Map<string, Kept>();
    kinds.set(kind, kept);
    const alive = (found: Kept | undefined) => (found && found.until > now() ? found.payload : undefined);
    const by = (field: 'uid' | 'userCode', value: string) =>
      alive([...kept.values()].find(({ payload }) => payload[field] === value));
    return {
      async upsert(id, payload, expiresIn = Infinity) {
        kept.delete(id);
        kept.set(id, { payload, until: now() + expiresIn * 1_000 });
        if (kept.size > MOST) makeRoom(kept, now());
      },
      find: async (id) => alive(kept.get(id)),
      findByUid: async (uid) => by('uid', uid),
      findByUserCode: async (userCode) => by('userCode', userCode),
      async consume(id) {
        const found = kept.get(id);
        if (found) found.payload = { ...found.payload, consumed: Math.floor(now() / 1_000) };
      },
      destroy: async (id) => void kept.delete(id),
      async revokeByGrantId(grantId) {
        for (const [id, { payload }] of kept) if (payload.grantId === grantId) kept.delete(id);
      },
    };
  };
}

/** What is over goes; if nothing is, the oldest that is nobody's yet, else the oldest. */
function makeRoom(kept: Map<string, Kept>, now: number): void {
  for (const [id, { until }] of kept) if (until <= now) kept.delete(id);
  if (kept.size <= MOST) return;
  const nobodys = [...kept].find(([, { payload }]) => payload.accountId === undefined);
  kept.delete(nobodys?.[0] ?? kept.keys().next().value!);
}
