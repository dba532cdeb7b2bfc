import { STATUS_CODES } from 'node:http';
import { type Answer, type Document, operationsOf, type Parameter } from './document.ts';
import { giveExamples } from './examples.ts';
import { documentHeaders } from './headers.ts';
import { addProblems } from './problem-answers.ts';
import { PROBLEM } from './problem.schema.ts';
import { refusalsOf, type Standing } from './refusals.ts';
import { separateSentFromShown } from './sent-and-shown.ts';

const SECURITY = {
  oidc: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'An access token (RFC 9068) of the OpenID provider. `x-role` says who may: shopper < clerk < operator.',
  },
};

/** Adds to what decorators said what holds for every operation of its kind. */
export function complete(document: Document, standing: Standing): Document {
  document.components.schemas.Problem = PROBLEM;
  document.components.securitySchemes = SECURITY;
  separateSentFromShown(document);
  documentHeaders(document);
  for (const place of operationsOf(document)) {
    const { operation } = place;
    operation['x-role'] ??= 'operator';
    operation.security = operation['x-role'] === 'anyone' ? [] : [{ oidc: [] }];
    operation.parameters?.forEach(asParameter);
    describeSuccess(operation.responses as Record<string, Answer>);
    addProblems(document, operation, refusalsOf(place, standing));
    delete operation['x-problems'];
  }
  giveExamples(document);
  document.paths = sorted(document.paths);
  document.components.schemas = sorted(document.components.schemas);
  return document;
}

/** What may be left out of a body may also be null there; a parameter cannot be null. Its `explode` is its own. */
function asParameter(parameter: Parameter): void {
  const { schema } = parameter;
  if (Array.isArray(schema.type)) schema.type = schema.type.find((type) => type !== 'null')!;
  if (Array.isArray(schema.enum)) schema.enum = schema.enum.filter((value) => value !== null);
  if ('explode' in schema) Object.assign(parameter, { style: 'form', explode: schema.explode });
  delete schema.explode;
}

function describeSuccess(answers: Record<string, Answer>): void {
  for (const [status, answer] of Object.entries(answers)) answer.description ||= STATUS_CODES[status] ?? status;
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
