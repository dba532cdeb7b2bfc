/** A running service, as its operator reaches it. */
export interface Service {
  name: string;
  /** Asks under `/ops`. Throws one line: what it refused, or that it is not there. */
  get<T>(path: string, query?: Record<string, string | number | undefined>): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
}

interface Problem {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { pointer?: string; parameter?: string; message: string }[];
}

/** `who` goes into the audit; `token` lets him in. */
export function serviceAt(name: string, url: string, who: string, token: () => Promise<string>): Service {
  const send = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const headers = { Authorization: `Bearer ${await token()}`, 'Ops-User': ascii(who), ...init?.headers };
    const answer = await fetch(`${url}/ops/${path}`, { ...init, headers }).catch(() => {
      throw new Error(`${name} does not answer at ${url}: is it running, with this PORT_OFFSET?`);
    });
    const body: unknown = await answer.json().catch(() => ({ title: `answered ${answer.status} without JSON` }));
    if (!answer.ok) throw new Error(`${name}: ${sentence(body as Problem)}`);
    return body as T;
  };
  return {
    name,
    get: (path, query = {}) => {
      const given = Object.entries(query).filter(([, value]) => value !== undefined);
      const pairs = given.map(([name, value]): [string, string] => [name, String(value)]);
      return send(pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path);
    },
    post: (path, body) =>
      send(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  };
}

/** A refusal in one line. */
function sentence({ code, title, detail, errors = [] }: Problem): string {
  const faults = errors.map(({ pointer, parameter, message }) => `${pointer ?? parameter} ${message}`);
  const said = detail ?? (faults.length > 0 ? faults.join('; ') : title);
  return code === undefined ? `${said}` : `${said} (${code})`;
}

/** Headers take no more. */
const ascii = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?') || 'unknown';

/** A part of a path. */
export const part = (value: string | number): string => encodeURIComponent(value);
