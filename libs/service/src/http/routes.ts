import type { FastifyInstance } from 'fastify';

/** Which methods an address takes, to tell 405 from 404. */
export class Routes {
  private readonly patterns = new Map<string, { path: RegExp; methods: Set<string> }>();

  /** Watches what is registered from now on. */
  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ url, method }) => this.add(url, [method].flat()));
  }

  /** The methods `path` takes, sorted; empty when nothing is there. */
  methodsOf(path: string): string[] {
    const methods = [...this.patterns.values()].flatMap((route) => (route.path.test(path) ? [...route.methods] : []));
    return [...new Set(methods)].sort();
  }

  private add(url: string, methods: string[]): void {
    const known = this.patterns.get(url) ?? { path: patternOf(url), methods: new Set<string>() };
    for (const method of methods) known.methods.add(method);
    this.patterns.set(url, known);
  }
}

const patternOf = (url: string): RegExp =>
  new RegExp(
    `^${url
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:[^/]+/g, '[^/]+')
      .replace(/\*/g, '.*')}/?$`,
  );
