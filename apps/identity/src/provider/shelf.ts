import type { AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  /** The account it belongs to; undefined: nobody has signed in with it yet. */
  owner: string | undefined;
  /** ms since 1970. */
  until: number;
}

export interface ShelfLimits {
  all: number;
  /** Of one account. */
  ofOne: number;
}

const SWEEP_MS = 1_000;

/**
 * Things of one kind, each for its time, and only so many. When there are too many, whoever has most of them loses one:
 * nobody is pushed out by the greed of another.
 */
export class Shelf {
  private readonly kept = new Map<string, Kept>();
  private readonly owners = new Map<string | undefined, Set<string>>();
  private sweptAt = -Infinity;

  constructor(
    private readonly limits: ShelfLimits,
    private readonly now: () => number,
  ) {}

  put(id: string, payload: AdapterPayload, until: number): void {
    this.delete(id);
    const owner = payload.accountId ?? payload.session?.accountId;
    const own = this.owners.get(owner) ?? new Set();
    this.owners.set(owner, own.add(id));
    this.kept.set(id, { payload, owner, until });
    if (owner !== undefined && own.size > this.limits.ofOne) this.delete(this.usedUpOrOldest(own));
    if (this.kept.size > this.limits.all) this.makeRoom();
  }

  get(id: string): AdapterPayload | undefined {
    const found = this.kept.get(id);
    return found && found.until > this.now() ? found.payload : undefined;
  }

  find(isMeant: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [id, { payload }] of this.kept) if (isMeant(payload)) return this.get(id);
    return undefined;
  }

  change(id: string, changes: AdapterPayload): void {
    const found = this.kept.get(id);
    if (found) found.payload = { ...found.payload, ...changes };
  }

  delete(id: string): void {
    const owner = this.kept.get(id)?.owner;
    const own = this.owners.get(owner);
    if (own?.delete(id) && own.size === 0) this.owners.delete(owner);
    this.kept.delete(id);
  }

  deleteAll(isMeant: (kept: Kept) => boolean): void {
    for (const [id, kept] of this.kept) if (isMeant(kept)) this.delete(id);
  }

  private makeRoom(): void {
    const now = this.now();
    if (now - this.sweptAt >= SWEEP_MS) {
      this.sweptAt = now;
      this.deleteAll(({ until }) => until <= now);
    }
    if (this.kept.size <= this.limits.all) return;
    const [oldest] = [...this.owners.values()].reduce((most, own) => (own.size > most.size ? own : most));
    this.delete(oldest!);
  }

  private usedUpOrOldest(ids: ReadonlySet<string>): string {
    const [oldest, ...others] = ids;
    return [oldest!, ...others].find((id) => this.kept.get(id)!.payload.consumed !== undefined) ?? oldest!;
  }
}
