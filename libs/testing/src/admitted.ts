import { roles } from '@offset-zero/auth';
import { asking } from './http.ts';

const REFUSED = new Set([401, 403]);

/** Who is let in at a route, of a stranger and everybody with a role; the request need not be a good one otherwise. */
export async function admitted(url: string, method: string, path: string, body?: unknown): Promise<string[]> {
  const callers = [
    { who: 'stranger', ask: asking(url, async () => undefined) },
    ...roles.map((role) => ({ who: role, ask: asking(url, { role }) })),
  ];
  const answers = await Promise.all(callers.map(async ({ who, ask }) => ({ who, ...(await ask(method, path, body)) })));
  return answers.filter(({ status }) => !REFUSED.has(status)).map(({ who }) => who);
}
