import {
  type Document,
  type Operation,
  operationsOf,
  type Parameter,
  schemasIn,
} from '@offset-zero/service/docs/document';
import { addProblems } from '@offset-zero/service/docs/problem-answers';
import { routes } from '../proxy/routes.ts';

/** What the gateway itself may answer, instead of the service that was asked. */
const AT_THE_DOOR = ['too-many-requests', 'answer-lost', 'service-unavailable', 'service-timeout'] as const;

/** Any service may have a version on trial. Another value is as if there were none, so there is no rule to tell. */
const CANARY: Parameter = {
  name: 'X-Canary',
  in: 'header',
  required: false,
  description: '`1`: the version on trial, and no other; `0`: the stable one. Else the name of the caller decides',
  schema: { type: 'string' },
  example: '0',
};

/** A service's document as it is true at the gateway: its public paths under `/api`, those for operators by its name. */
export function behindTheDoor(service: string, document: Document): Document {
  const shown: Document = structuredClone(document);
  shown.paths = Object.fromEntries(
    Object.entries(shown.paths).flatMap(([path, item]) => {
      if (routes.has(path.split('/')[1]!)) return [[`/api${path}`, item]];
      return path.startsWith('/ops/') ? [[path.replace('/ops/', '/api/ops/{service}/'), ofService(service, item)]] : [];
    }),
  );
  for (const { path, operation } of operationsOf(shown)) {
    operation.parameters = [...(operation.parameters ?? []), CANARY];
    addProblems(shown, operation, [...AT_THE_DOOR, ...(path.includes('{') ? (['route-not-found'] as const) : [])]);
  }
  const { schemas, responses } = shown.components;
  const needed = schemasIn([shown.paths, responses], schemas);
  shown.components.schemas = Object.fromEntries(Object.entries(schemas).filter(([name]) => needed.has(name)));
  return shown;
}

const SERVICE = {
  name: 'service',
  in: 'path',
  required: true,
  description: 'Whose operators are meant',
  example: 'stock-service',
};

const ofService = (service: string, item: Record<string, Operation>): Record<string, Operation> =>
  Object.fromEntries(
    Object.entries(item).map(([method, operation]) => [
      method,
      {
        ...operation,
        parameters: [{ ...SERVICE, schema: { type: 'string', enum: [service] } }, ...(operation.parameters ?? [])],
      },
    ]),
  );
