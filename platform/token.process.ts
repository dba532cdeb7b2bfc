import { type Role, roles } from '@offset-zero/auth/roles';
import { loadSettings, type Settings } from './environment.ts';
import { listIn } from './list-file.process.ts';

export { type Role, roles };

/** Where tokens come from, and the file with the secrets of those who may have one. */
export type Issuer = Pick<Settings, 'issuer' | 'clientsFile'>;

interface Held {
  token: string;
  /** ms since 1970. */
  until: number;
}

/** A token is renewed when so much of its life is left; as long as none is to be had, the old one does. */
const RENEW_MS = 5 * 60_000;
const PATIENCE_MS = 10_000;

const held = new Map<string, Held>();
const coming = new Map<string, Promise<Held>>();

/**
 * An access token for a machine with this role, by client credentials (RFC 6749, 4.4); kept for as long as it lives. Throws
 * one line when nobody gives one. By default it is the issuer of the shop that the environment names.
 */
export async function tokenFor(role: Role, from: Issuer = loadSettings()): Promise<string> {
  const key = `${from.issuer} ${from.clientsFile} ${role}`;
  const known = held.get(key);
  if (known && known.until - Date.now() > RENEW_MS) return known.token;
  const fresh = coming.get(key) ?? asked(role, from);
  coming.set(key, fresh);
  try {
    const got = await fresh;
    held.set(key, got);
    return got.token;
  } catch (error) {
    if (known && known.until > Date.now()) return known.token;
    throw error;
  } finally {
    coming.delete(key);
  }
}

/** The header of a request by this role. */
export const bearer = async (role: Role, from?: Issuer): Promise<{ authorization: string }> => ({
  authorization: `Bearer ${await tokenFor(role, from)}`,
});

async function asked(role: Role, { issuer, clientsFile }: Issuer): Promise<Held> {
  const { name, secret } = clientOf(role, clientsFile);
  const { token_endpoint: endpoint } = await json<{ token_endpoint: string }>(
    issuer,
    `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, // some names end with a slash
  );
  const { access_token: token, expires_in: seconds } = await json<{ access_token: string; expires_in: number }>(
    issuer,
    endpoint,
    {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${encodeURIComponent(name)}:${encodeURIComponent(secret)}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    },
  );
  return { token, until: Date.now() + seconds * 1_000 };
}

function clientOf(role: Role, file: string): { name: string; secret: string } {
  let clients: { name: string; role: string; secret: string }[];
  try {
    clients = listIn(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Error(`No secrets can be read from ${file} (${code}): has \`npm start\` been run with this DATA_DIR?`, {
      cause: error,
    });
  }
  const found = clients.find((client) => client?.role === role);
  if (!found) throw new Error(`${file} has no client with the role ${role}`);
  return found;
}

/** What an issuer answers. Throws one line where nobody is there, or with what it refuses. */
async function json<T>(issuer: string, url: string, init?: RequestInit): Promise<T> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) }).catch((cause: Error) => {
    throw new Error(`No identity provider answers at ${issuer}: is \`npm start\` running, with this PORT_OFFSET?`, {
      cause,
    });
  });
  const body = (await answer.json().catch(() => ({}))) as T & { error?: string; error_description?: string };
  if (answer.ok) return body;
  const why = [body.error, body.error_description].filter(Boolean).join(': ') || `it answered ${answer.status}`;
  throw new Error(`${issuer} gives no token (${why}): do its accounts lie in this DATA_DIR?`);
}
