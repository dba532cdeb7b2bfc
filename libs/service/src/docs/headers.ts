import type { OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'post', 'put', 'delete'] as const;

const header = (name: string, description: string) => ({
  in: 'header' as const,
  name,
  required: false,
  description,
  schema: { type: 'string' as const },
});

const CONSISTENCY = header(
  'Consistency-Token',
  'As a write answered it: the answer is not older than that write. Several are joined by commas.',
);
const IDEMPOTENCY = header('Idempotency-Key', 'A repeated request gets the same answer again, for 24 hours.');

/** Describes the headers that every operation takes; those of operators have their own. */
export function documentHeaders(document: OpenAPIObject): void {
  for (const [address, path] of Object.entries(document.paths)) {
    if (address.startsWith('/ops/')) continue;
    for (const method of METHODS) {
      const operation = path[method];
      if (operation === undefined) continue;
      const common = method === 'post' ? [IDEMPOTENCY, CONSISTENCY] : [CONSISTENCY];
      operation.parameters = [...(operation.parameters ?? []), ...common];
    }
  }
}
