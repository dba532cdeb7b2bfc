import { STATUS_CODES } from 'node:http';
import { problemKinds } from './table.ts';

const HEAD = `<!-- Made from libs/service/src/problems/table.ts by \`npm run generate -w @offset-zero/service\`. -->

# Problems

Whatever a service refuses, it answers as \`application/problem+json\` (RFC 9457) with \`type\`, \`title\`, \`status\`,
\`code\`, \`instance\`, \`traceId\` and, where there is more to say, \`detail\` and \`errors\`: a list of
\`{ pointer | parameter, code, message }\`. Decide by \`code\`: a code is added, never changed. \`type\`,
\`/problems/{code}\`, is a page of the gateway. Nothing was changed by a request that got a problem, except where the
answer was lost on its way: repeat it with the same Idempotency-Key.`;

/** docs/problems.md: every code by status. Pure. */
export function problemsPage(): string {
  const byStatus = Map.groupBy(
    [...problemKinds].sort((a, b) => a.status - b.status),
    ({ status }) => status,
  );
  const sections = [...byStatus].map(([status, kinds]) =>
    [`## ${status} ${STATUS_CODES[status]}`, '', ...kinds.map(({ code, title }) => `- \`${code}\`: ${title}.`)].join(
      '\n',
    ),
  );
  return [HEAD, ...sections].join('\n\n') + '\n';
}
