import { Injectable } from '@nestjs/common';
import { mayDo, type Principal, type Role, type Verifier } from '@offset-zero/auth';
import { Refusal } from '../problems/refusal.ts';
import { refusalOf } from './refusals.ts';

/** Who calls, and whether he may; what is wrong is thrown as a refusal. */
@Injectable()
export class Identity {
  constructor(private readonly verifier: Verifier) {}

  /** Throws `unauthenticated`, `forbidden` for somebody without a role, or `identity-unavailable`. */
  async identify(authorization: string | undefined): Promise<Principal> {
    try {
      return await this.verifier.verify(authorization);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Who shows a token that was found good lately; undefined says nothing. */
  known(authorization: string | undefined): Principal | undefined {
    return authorization === undefined ? undefined : this.verifier.known(authorization);
  }

  /** Throws `forbidden` unless the caller's role is `needed` or above it. */
  static demand({ role }: Principal, needed: Role): void {
    if (!mayDo(role, needed)) throw new Refusal('forbidden', `This takes the role ${needed}, the caller is ${role}`);
  }
}
