import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Role } from '@offset-zero/auth';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

export interface TokenWish {
  /** Default: operator. */
  role?: Role;
  /** Default: `test-<role>`. */
  subject?: string;
  customerId?: string;
  /** Seconds from now, default an hour; less than 0 has expired. */
  expiresIn?: number;
  /** Members of the header, and claims, instead of the right ones; undefined leaves one out. */
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
}

/** An OpenID provider as far as a service needs one: discovery, keys, and tokens for whom a test wishes. */
export interface TestIssuer {
  /** For OIDC_ISSUER. */
  url: string;
  tokenFor(wish?: TokenWish): Promise<string>;
  /** The public keys it gives out. */
  keys(): JWK[];
  /** How often it was asked for its keys. */
  asked(): number;
  /** Signs with a new key from now on. The old ones are given out on, unless they are to be withdrawn. */
  rotate(o?: { withdraw: boolean }): Promise<void>;
  /** Answers nobody any more, as if its process were gone; `back` ends that. */
  away(): void;
  back(): void;
  close(): Promise<void>;
}

const ALGORITHM = 'ES256';

export async function startIssuer(): Promise<TestIssuer> {
  let keys: JWK[] = [];
  let signing: { kid: string; privateKey: CryptoKey };
  let asked = 0;
  let isAway = false;

  const server: Server = createServer((request, response) => {
    if (request.url === '/jwks') asked++;
    const known: Record<string, object> = {
      '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/jwks` },
      '/jwks': { keys },
    };
    const found = known[request.url!];
    const headers = { 'content-type': 'application/json', connection: 'close' }; // nothing idle outlives the test
    response.writeHead(found ? 200 : 404, headers).end(JSON.stringify(found ?? {}));
  });
  server.on('connection', (socket) => isAway && socket.destroy());
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  server.unref(); // a test that has ended is not kept running by it
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function rotate({ withdraw } = { withdraw: false }): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
    const kid = randomUUID();
    const added = { ...(await exportJWK(publicKey)), kid, alg: ALGORITHM, use: 'sig' };
    keys = withdraw ? [added] : [...keys, added];
    signing = { kid, privateKey };
  }
  await rotate();

  return {
    url,
    rotate,
    tokenFor: ({ header = {}, ...wish } = {}) =>
      new SignJWT(claimsOf(url, wish))
        .setProtectedHeader({ alg: ALGORITHM, kid: signing.kid, typ: 'at+jwt', ...header })
        .sign(signing.privateKey),
    keys: () => keys,
    asked: () => asked,
    away() {
      isAway = true;
      server.closeAllConnections();
    },
    back: () => void (isAway = false),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let running: Promise<TestIssuer> | undefined;

/** The issuer that everything in this process trusts, started when it is first asked for. */
export const issuer = (): Promise<TestIssuer> => (running ??= startIssuer());

/** The Authorization header of somebody whom that issuer knows. */
export const bearer = async (wish?: TokenWish): Promise<{ Authorization: string }> => ({
  Authorization: `Bearer ${await (await issuer()).tokenFor(wish)}`,
});

let operators: Promise<string> | undefined;

/** An operator's token, the same for the whole process. */
export const operatorsToken = (): Promise<string> => (operators ??= issuer().then(({ tokenFor }) => tokenFor()));

function claimsOf(iss: string, { role = 'operator', ...wish }: Omit<TokenWish, 'header'>): JWTPayload {
  const { subject = `test-${role}`, customerId, expiresIn = 3_600, claims } = wish;
  const iat = Math.floor(Date.now() / 1_000);
  return {
    ...{ iss, aud: 'offset-zero', sub: subject, client_id: 'test', roles: [role], jti: randomUUID() },
    ...{ iat: Math.min(iat, iat + expiresIn), exp: iat + expiresIn },
    ...(customerId !== undefined && { customer_id: customerId }),
    ...claims,
  };
}
