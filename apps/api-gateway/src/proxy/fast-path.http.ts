import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { type Frame, type Identity, joinTrace, mayDo, type Principal } from '@offset-zero/service';
import type { Call as AuditedCall } from '../audit/line.ts';
import { byName } from '../door/door.http.ts';
import { limitHeaders } from '../door/limit.http.ts';
import { readPath } from '../door/path.ts';
import type { Quota } from '../door/quota.ts';
import { allowedAt } from '../permissions/permission.ts';
import { versionFor } from '../upstreams/canary.ts';
import type { Instance } from '../upstreams/instance.http.ts';
import type { Upstreams } from '../upstreams/upstreams.http.ts';
import { requestHeaders } from './headers.ts';
import { responseSink } from './response-sink.http.ts';
import { targetOf } from './routes.ts';

export interface Around {
  identity: Identity;
  quota: Quota;
  upstreams: Upstreams;
  frame: Frame;
  audit: (call: AuditedCall) => void;
  /** Headers of every answer. */
  headers: OutgoingHttpHeaders;
  /** Takes what this path leaves, and what fails on it. */
  fullPath: (request: IncomingMessage, response: ServerResponse) => void;
}

/** What asks for more than a plain read, or brings a body. */
const MORE = ['content-length', 'transfer-encoding', 'expect', 'origin', 'prefer', 'x-canary', 'consistency-token'];

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

  /** False: it is not for this path, and nothing was done with it. */
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
    this.pass(request, response, {
      ...{ principal, instance, path: target.path, refuse503: fleet.instances.length > 1 },
      own: { ...this.around.headers, ...limitHeaders(taken) },
    });
    return true;
  }

  private pass(request: IncomingMessage, response: ServerResponse, read: Read): void {
    const { upstreams, frame } = this.around;
    const { principal, instance, path, own } = read;
    const { headers } = request;
    const began = performance.now();
    const address = frame.addressOf(request);
    const scope = { ...joinTrace(headers.traceparent as string | undefined), seen: [], principal };
    const passed = requestHeaders(headers, { address: address!, host: headers.host }, false);
    const attempt = upstreams.send(
      instance,
      { path, headers: passed },
      responseSink(response, () => own),
      scope.traceparent,
      {
        refuse503: read.refuse503,
        onHead: (status) => instance.answeredPlainly(status),
        onFailed: (error) => {
          if (response.closed) return instance.abandoned();
          this.failures.set(request, { instance, error });
          this.around.fullPath(request, response);
        },
      },
    );
    response.on('close', () => {
      const isWhole = response.writableFinished;
      if (!isWhole) attempt.abort(new Error('the client has gone'));
      if (this.failures.has(request)) return;
      const { statusCode } = response;
      frame.answered({ method: 'GET', route: '/api/*', status: statusCode, ms: performance.now() - began, scope });
      this.around.audit({
        ...{ method: 'GET', status: isWhole ? statusCode : undefined, path: request.url!.split('?', 1)[0]! },
        ...{ address: address!, principal, traceId: scope.traceId },
      });
    });
  }
}

interface Read {
  principal: Principal;
  instance: Instance;
  path: string;
  refuse503: boolean;
  own: OutgoingHttpHeaders;
}

function mayRead({ role }: Principal, segments: readonly string[]): boolean {
  const allowed = allowedAt('GET', segments);
  return allowed !== undefined && 'role' in allowed && mayDo(role, allowed.role);
}
