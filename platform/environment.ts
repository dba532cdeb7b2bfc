import { isAbsolute, join, resolve } from 'node:path';
import { gatewayVariables, instanceVariables } from './gateway-variables.ts';

/** One line of the table in docs/operations/servers.md and of .env.example. */
export interface Variable {
  name: string;
  /** What holds when it is not set; '' = nothing. */
  standard: string;
  about: string;
}

export interface Ports {
  kafka: number;
  kafkaController: number;
  registry: number;
  postgres: number;
}

export interface Settings {
  /** Absolute. Everything that must survive a restart is in here. */
  dataDir: string;
  ports: Ports;
  /** Where a service listens: its own variable, else its standard port moved by PORT_OFFSET. */
  portOf(service: { name: string; port: number }): number;
  /** The user's own servers; one that is given is not started here. */
  own: { brokers?: string; registryUrl?: string; postgresUrl?: string; issuer?: string };
  /** Where the one door is: `http://127.0.0.1:8080`. */
  door: string;
  /** Whose tokens the services take: the user's own issuer, else the one that is started here. */
  issuer: string;
  /** Where that one keeps its keys, secrets and accounts. */
  identityDir: string;
  /** The secrets of the machines, for whoever needs a token in the shell. */
  clientsFile: string;
}

/** The service that is an issuer: it starts before those who ask it for its keys. */
export const IDENTITY = { name: 'identity', port: 3006 };

/** The one service that people and tools call. */
export const DOOR = { name: 'api-gateway', port: 8080 };

/** The repository's root. */
export const root = resolve(import.meta.dirname, '..');

export const variables: Variable[] = [
  { name: 'DATA_DIR', standard: '.data', about: 'Where data, passwords and logs are kept; relative to the repository' },
  {
    name: 'PORT_OFFSET',
    standard: '0',
    about: 'Added to every standard port below, to run a second system beside a first',
  },
  { name: 'KAFKA_PORT', standard: '9092', about: 'Kafka' },
  { name: 'KAFKA_CONTROLLER_PORT', standard: '9093', about: 'Kafka, between its own parts (KRaft)' },
  { name: 'REGISTRY_PORT', standard: '8081', about: 'Schema registry' },
  { name: 'POSTGRES_PORT', standard: '15432', about: 'Postgres' },
  { name: 'KAFKA_BROKERS', standard: '', about: 'Your own Kafka, `host:port,host:port`; none is started then' },
  {
    name: 'REGISTRY_URL',
    standard: '',
    about: 'Your own registry with the Confluent API, `http://host:8081`; none is started then',
  },
  {
    name: 'POSTGRES_URL',
    standard: '',
    about: 'Your own Postgres, a superuser `postgres://…/postgres`; none is started then',
  },
  {
    name: 'OIDC_ISSUER',
    standard: '',
    about: 'Your own identity provider, `https://…`; none is started then: docs/operations/identity.md',
  },
  { name: 'OIDC_JWKS_URI', standard: '', about: 'Where its keys are; by default it is asked for them' },
  { name: 'OIDC_AUDIENCE', standard: 'offset-zero', about: 'Whom tokens must be for (`aud`)' },
  {
    name: 'OIDC_ROLES_CLAIM',
    standard: 'roles',
    about: 'Where tokens say what somebody may do; a path, as `realm_access.roles`, leads inside',
  },
  { name: 'OIDC_WEB_CLIENT_ID', standard: 'shop-web', about: 'Which client the web app is' },
  {
    name: 'OIDC_CLIENTS',
    standard: '',
    about:
      'A file with the secrets of the machines at your own identity provider, for `npm run token` and the other tools',
  },
  {
    name: 'IDENTITY_WEB_ORIGINS',
    standard: '',
    about: 'identity: where else the web app is served than at the gateway, `http://host:port,…`',
  },
  {
    name: 'IDENTITY_RATE_LIMIT',
    standard: '600',
    about: 'identity: how often within a minute one address may begin to sign in, and ask for tokens',
  },
  {
    name: 'TRUSTED_PROXIES',
    standard: '',
    about:
      'Whose `X-Forwarded-For` is believed, `10.0.0.7,10.1.0.0/16`: without it everybody behind a proxy is one client',
  },
  { name: 'LOG_LEVEL', standard: 'info', about: 'Of every service: trace, debug, info, warn, error or fatal' },
  { name: 'SERVICE_VERSION', standard: 'dev', about: 'Which build runs, as metrics and traces tell it' },
  {
    name: 'RESERVATION_TIMEOUT_SECONDS',
    standard: '600',
    about: 'order-service: how long an order waits for the answer of the stock before it is rejected',
  },
  ...gatewayVariables,
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    standard: '',
    about: 'Where traces are sent, OTLP over HTTP: `http://host:4318`; none are recorded without it',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    standard: '',
    about: 'The same for traces alone, with its path: `http://host:4318/v1/traces`',
  },
  { name: 'OTEL_EXPORTER_OTLP_HEADERS', standard: '', about: 'What the collector wants to see: `key=value,key=value`' },
  {
    name: 'OTEL_EXPORTER_OTLP_TIMEOUT',
    standard: '3000',
    about: 'How long it is tried to send spans, ms; then they are dropped',
  },
  {
    name: 'OTEL_BSP_SCHEDULE_DELAY',
    standard: '5000',
    about: 'How long spans are collected before they are sent, ms',
  },
  {
    name: 'OTEL_TRACES_SAMPLER',
    standard: 'parentbased_always_on',
    about: 'Which traces are recorded: `always_on`, `always_off`, `traceidratio`, or one of them with `parentbased_`',
  },
  { name: 'OTEL_TRACES_SAMPLER_ARG', standard: '1', about: 'The ratio, 0 to 1, for `traceidratio`' },
  { name: 'OTEL_SERVICE_NAME', standard: '', about: 'What a service is called in traces; its own name if not set' },
  {
    name: 'OTEL_RESOURCE_ATTRIBUTES',
    standard: '',
    about: 'What else spans say of their process: `key=value,key=value`',
  },
  { name: 'OTEL_SDK_DISABLED', standard: 'false', about: '`true`: no traces, whatever else is set' },
  { name: 'POSTGRES_PASSWORD', standard: '', about: 'docker compose only: the password of `postgres`' },
  { name: 'SERVICE_PASSWORD', standard: '', about: 'docker compose only: the password of every service role' },
];

/** `order-service` → `ORDER_SERVICE_PORT`; the one door is called `GATEWAY_PORT`. */
export const portVariable = (service: string): string => `${upper(service).replace(/^API_/, '')}_PORT`;

/** `customer-service` → `CUSTOMER_SERVICE_URL`: how the gateway is told where the others listen. */
export const urlVariable = (service: string): string => `${upper(service)}_URL`;

/** Not behind the gateway: itself, and where people sign in. */
const isBehind = ({ name }: { name: string }) => name !== DOOR.name && name !== IDENTITY.name;

/** Every variable, those of the services' ports and instances included. */
export const allVariables = (services: { name: string; port: number }[]): Variable[] => [
  ...variables,
  ...services.map(({ name, port }) => ({ name: portVariable(name), standard: String(port), about: name })),
  ...services.filter(isBehind).flatMap(({ name }) => instanceVariables(name, upper(name))),
];

/** Reads the environment. Throws one error that lists every value that cannot be right. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const problems: string[] = [];
  const offset = whole('PORT_OFFSET', 0, 60_000) ?? 0;
  const port = (name: string, standard: number) => whole(name, 1, 65_535) ?? standard + offset;
  const ports = {
    kafka: port('KAFKA_PORT', 9092),
    kafkaController: port('KAFKA_CONTROLLER_PORT', 9093),
    registry: port('REGISTRY_PORT', 8081),
    postgres: port('POSTGRES_PORT', 15432),
  };
  const own = {
    brokers: env.KAFKA_BROKERS || undefined,
    registryUrl: url('REGISTRY_URL', ['http:', 'https:']),
    postgresUrl: url('POSTGRES_URL', ['postgres:', 'postgresql:']),
    issuer: url('OIDC_ISSUER', ['http:', 'https:']),
  };
  const portOf: Settings['portOf'] = ({ name, port: standard }) => port(portVariable(name), standard);
  const dataDir = within(root, env.DATA_DIR || '.data');
  const identityDir = join(dataDir, 'identity');
  const door = `http://127.0.0.1:${portOf(DOOR)}`;
  const issuer = own.issuer ?? `http://127.0.0.1:${portOf(IDENTITY)}`;
  const clientsFile = env.OIDC_CLIENTS ? within(root, env.OIDC_CLIENTS) : join(identityDir, 'clients.json');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return { dataDir, ports, portOf, own, door, issuer, identityDir, clientsFile };

  function whole(name: string, min: number, max: number): number | undefined {
    const text = env[name];
    if (text === undefined || text === '') return undefined;
    const value = Number(text);
    if (!Number.isInteger(value) || value < min || value > max) {
      problems.push(`${name} is "${text}": it takes a whole number from ${min} to ${max}.`);
    }
    return value;
  }

  function url(name: string, protocols: string[]): string | undefined {
    const text = env[name];
    if (!text) return undefined;
    if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
      problems.push(`${name} is not an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
    }
    return text;
  }
}

/** The process environment, with what a `.env` in the root adds to it. */
export function loadSettings(): Settings {
  try {
    process.loadEnvFile(join(root, '.env'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return readSettings(process.env);
}

const within = (folder: string, path: string) => (isAbsolute(path) ? path : join(folder, path));

const upper = (name: string) => name.toUpperCase().replaceAll('-', '_');
