import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { fetchKeys, type Issuer } from './discovery.http.ts';
import { IdentityUnavailable } from './errors.ts';

export interface KeysOptions {
  fetch: typeof globalThis.fetch;
  /** Milliseconds, on any clock. */
  now: () => number;
  /** Hears why the keys cannot be had, once per reason. */
  onTrouble: (error: IdentityUnavailable) => void;
  onRecovery: () => void;
  /** Called when other keys are there than before. */
  onChange: () => void;
}

/** Keys of this age are asked for again, beside the requests: a key that was withdrawn is forgotten by then. */
const FRESH_MS = 10 * 60_000;
/** The least time between two questions, after an answer and after none: forged key ids do not hammer the issuer. */
const COOL_DOWN_MS = 10_000;
const RETRY_MS = 1_000;

/**
 * The keys of an issuer, asked for when the first is needed, when one is needed that is not known, and now and then.
 * While he is away those that are known go on being used, however old.
 */
export class IssuerKeys {
  private known?: { text: string; find: JWTVerifyGetKey; at: number };
  private asking?: Promise<void>;
  private notBefore = -Infinity;
  private failure?: IdentityUnavailable;
  private readonly issuer: Issuer;
  private readonly o: KeysOptions;

  constructor(issuer: Issuer, options: KeysOptions) {
    this.issuer = issuer;
    this.o = options;
  }

  /** The key of a token, for `jwtVerify`. Throws `IdentityUnavailable`, or jose's errors when there is no such key. */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (this.known === undefined) await this.ask();
    try {
      return await this.known!.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      if (this.isCoolingDown()) throw this.failure ?? error;
      await this.ask();
      return this.known!.find(header, token);
    }
  };

  /** Asks again for keys that are old, without anybody waiting. It costs nothing while they are not. */
  keepFresh(): void {
    if (this.known !== undefined && this.o.now() - this.known.at >= FRESH_MS) this.refresh();
  }

  /** Asks without anybody waiting; `onTrouble` hears of a failure. */
  refresh(): void {
    this.ask().catch(() => {});
  }

  /** Why the last question was not answered, if it was not; then it is asked again. */
  trouble(): IdentityUnavailable | undefined {
    if (this.failure !== undefined) this.refresh();
    return this.failure;
  }

  private isCoolingDown(): boolean {
    return this.asking === undefined && this.o.now() < this.notBefore;
  }

  private async ask(): Promise<void> {
    if (this.failure !== undefined && this.isCoolingDown()) throw this.failure;
    this.asking ??= this.load().finally(() => (this.asking = undefined));
    await this.asking;
  }

  private async load(): Promise<void> {
    try {
      const keys = await fetchKeys(this.issuer, this.o.fetch);
      const text = JSON.stringify(keys);
      if (text !== this.known?.text) this.o.onChange();
      this.known = { text, find: createLocalJWKSet(keys), at: this.o.now() };
      this.notBefore = this.o.now() + COOL_DOWN_MS;
      if (this.failure !== undefined) this.o.onRecovery();
      this.failure = undefined;
    } catch (error) {
      const before = this.failure?.message;
      this.failure = new IdentityUnavailable(error);
      this.notBefore = this.o.now() + RETRY_MS;
      if (this.failure.message !== before) this.o.onTrouble(this.failure);
      throw this.failure;
    }
  }
}
