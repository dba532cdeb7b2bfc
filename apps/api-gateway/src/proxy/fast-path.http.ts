import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Identity, mayDo, type Principal } from '@offset-zero/service';
import { byName } from '../door/door.http.ts';
import { readPath } from '../door/path.ts';
import type { Quota } from '../door/quota.ts';
import { allowedAt } from '../permissions/permission.ts';
import { versionFor } from '../upstreams/canary.ts';
import type { Instance } from '../upstreams/instance.http.ts';
import { PlainRead, type Surroundings } from './plain-read.http.ts';
import { targetOf } from './routes.ts';

export interface Around extends Surroundings {
  identity: Identity;
  quota: Quota;
  /** Takes what this path leaves, and what fails on it. */
  fullPath: (request: IncomingMessage, response: ServerResponse) => void;
}

/** What asks for more than a plain read, or brings a body. */
const MORE = [
  ...['content-length', 'transfer-encoding', 'expect', 'origin', 'prefer', 'x-canary'],
  ...['consistency-token', 'idempotency-key'],
];

/**
 * Most calls are plain reads: GET, with a token that was checked before, to an instance that is well. They go past Fastify,
 * its hooks and all promises, by the same rules, which saves a quarter of what a call costs this door. Whatever is different is
 * left to the full path, and so is a read that fails before its answer has begun: the full path goes on from there.
 */
export class FastPath {
  private readonly failures = new WeakMap<IncomingMessage, { instance: Instance; error: Error }>();

  constructor(private readonly around: Around) {}

  /** How a request failed here that the full path has now. */
  failureOf(request: IncomingMessage): { instance: Instance; error: Error } | undefined {
    return this.failures.get(request);
  }

  /** False: it is not for this path, and was not begun. */
  takes(request: IncomingMessage, response: ServerResponse): boolean {
    const { identity, upstreams, frame, quota } = this.around;
    const { headers, method, socket, url } = request;
    if (method !== 'GET' || MORE.some((name) => headers[name] !== undefined)) return false;
    if (socket.destroyed || frame.isStopping()) return false;
    const path = readPath(url!);
    const principal = identity.known(headers.authorization);
    if (typeof path !== 'object' || principal === undefined) return false;
    const target = targetOf(path.path, path.segments);
    if (target === undefined || !mayRead(principal, path.segments)) return false;
    const fleet = upstreams.of(target.upstream);
    const instance = fleet.sound(versionFor(undefined, principal.subject, fleet.canaryWeight));
    if (instance === undefined) return false;
    const taken = quota.take(byName(principal));
    if (taken.isExceeded) return false;
    const read = new PlainRead(this.around, request, response, {
      ...{ instance, principal, taken },
      refuse503: fleet.instances.length > 1,
      handOver: (error) => {
        this.failures.set(request, { instance, error });
        this.around.fullPath(request, response);
      },
    });
    read.begin(target.path);
    return true;
  }
}

function mayRead({ role }: Principal, segments: readonly string[]): boolean {
  const allowed = allowedAt('GET', segments);
  return allowed !== undefined && 'role' in allowed && mayDo(role, allowed.role);
}
