import { type ProblemCode, type ProblemKind, problemKind, problemKinds } from '../problems/table.ts';
import type { Answer, Document, Operation } from './document.ts';

const RESPONSES = '#/components/responses/';
const EXAMPLES = '#/components/examples/';
const HEADERS = '#/components/headers/';

/** `customer-not-found` is the component `CustomerNotFound`. */
const componentOf = (code: ProblemCode): string =>
  code.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const byComponent = new Map(problemKinds.map(({ code }) => [componentOf(code), code]));

/** Documents that `operation` may be refused with `codes`, beside those it has: one answer for each status. */
export function addProblems(document: Document, operation: Operation, codes: Iterable<ProblemCode>): void {
  const all = new Set([...problemsOf(operation), ...codes]);
  const inOrder = problemKinds.map(({ code }) => code).filter((code) => all.has(code));
  const byStatus = Map.groupBy(inOrder, (code) => problemKind(code).status);
  for (const [status, kinds] of byStatus) operation.responses[status] = answerOf(document, kinds);
}

/** The codes that an operation is documented to be refused with. */
export function problemsOf({ responses }: Operation): ProblemCode[] {
  return Object.values(responses).flatMap((answer) => {
    if ('$ref' in answer) return byComponent.get((answer.$ref as string).slice(RESPONSES.length)) ?? [];
    const code = (
      answer.content?.['application/problem+json']?.schema?.allOf as { properties?: { code: object } }[]
    )?.[1];
    return ((code?.properties?.code as { enum?: ProblemCode[] })?.enum ?? []) as ProblemCode[];
  });
}

function answerOf({ components }: Document, codes: ProblemCode[]): Answer | { $ref: string } {
  const examples = codes.map((code) => [componentOf(code), { value: example(problemKind(code)) }]);
  components.examples = { ...components.examples, ...Object.fromEntries(examples) };
  if (codes.length > 1) return problem(codes);
  const name = componentOf(codes[0]!);
  components.responses = { ...components.responses, [name]: problem(codes) };
  return { $ref: RESPONSES + name };
}

function problem(codes: ProblemCode[]): Answer {
  const kinds = codes.map(problemKind);
  const { status } = kinds[0]!;
  const headers = headersOf(status, codes);
  return {
    description: kinds.map(({ code, title }) => `\`${code}\`: ${title}`).join('\n\n'),
    ...(headers && { headers }),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object', properties: { code: { type: 'string', enum: codes } } },
          ],
        },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: EXAMPLES + componentOf(code) }])),
      },
    },
  };
}

const example = ({ code, title, status }: ProblemKind) => ({
  type: `/problems/${code}`,
  title,
  status,
  instance: '/customers',
  code,
  traceId: '0af7651916cd43dd8448eb211c80319c',
});

function headersOf(status: number, codes: ProblemCode[]): Record<string, object> | undefined {
  if (status === 401) return { 'WWW-Authenticate': { $ref: `${HEADERS}WWW-Authenticate` } };
  const later =
    status === 429 || status === 503 || codes.some((code) => code === 'request-in-progress' || code === 'view-behind');
  return later ? { 'Retry-After': { $ref: `${HEADERS}Retry-After` } } : undefined;
}
