import { problemKinds, type ProblemKind } from '@offset-zero/service';
import { escaped } from '../pages/escaped.ts';
import { plainPage } from '../pages/plain-page.ts';

const row = ({ code, title, status }: ProblemKind): string =>
  `    <tr><td><a href="/problems/${code}"><code>${code}</code></a></td><td>${escaped(title)}</td><td>${status}</td></tr>`;

/** The page at `/problems`: every kind there is. */
export const problemsPage = (): string =>
  plainPage(
    'Problems',
    `  <p>What the shop refuses it answers as <code>application/problem+json</code>
    (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>). Decide by its <code>code</code>: codes are added, never changed.</p>
  <table>
    <thead><tr><th>Code</th><th>Meaning</th><th>Status</th></tr></thead>
    <tbody>
${problemKinds.map(row).join('\n')}
    </tbody>
  </table>`,
  );

/** The page at the `type` of a problem; undefined for what is none. */
export function problemPage(code: string): string | undefined {
  const kind = problemKinds.find((each) => each.code === code);
  return (
    kind &&
    plainPage(
      escaped(kind.title),
      `  <p>Status <strong>${kind.status}</strong>, <code>code</code> <strong><code>${kind.code}</code></strong>.
    What else there is to say stands in the problem itself: <code>detail</code>, in <code>errors</code> what is wrong and where,
    and in <code>traceId</code> what to look for in the log.</p>
  <p><a href="/problems">All problems</a> · <a href="/docs">which call answers which</a></p>`,
    )
  );
}
