/** Nobody knows who calls. The message is for the caller: it says nothing about keys. */
export class Unauthenticated extends Error {
  /** Whether a token was sent at all. */
  readonly sent: boolean;

  constructor(message: string, { sent }: { sent: boolean }) {
    super(message);
    this.name = 'Unauthenticated';
    this.sent = sent;
  }
}

/** The caller is known, and has no role in this shop. */
export class NoRole extends Error {
  constructor() {
    super('The token carries none of the roles of this shop');
    this.name = 'NoRole';
  }
}

/** Nobody can be known: the keys of the issuer cannot be had. `cause` says why. */
export class IdentityUnavailable extends Error {
  constructor(cause: unknown) {
    super(`The issuer's keys cannot be had: ${reasonOf(cause)}`, { cause });
    this.name = 'IdentityUnavailable';
  }
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { code?: string; message?: string } };
  const inner = cause?.code ?? cause?.message;
  return inner === undefined ? (message ?? String(error)) : `${message} (${inner})`;
}
