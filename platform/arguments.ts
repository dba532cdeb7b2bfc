import { parseArgs } from 'node:util';

export const HELP = `npm start [-- options]

Starts Kafka, the schema registry, Postgres and every service, and stops them on Ctrl-C. Data stays.

  --only <service,...>     start these services and no others
  --without <service,...>  start all but these; npm run bootstrap -- <service> can start one later
  --servers                start Kafka, registry and Postgres only, with topics, schemas and databases in place
  --fresh                  begin with empty data: says what it deletes, asks nothing
  --help                   this

Ports, folders and servers of your own are set by environment variables or in .env: docs/operations/servers.md`;

export interface Arguments {
  help: boolean;
  fresh: boolean;
  /** Whether this service is to be started. */
  wants(service: string): boolean;
}

/** Reads the command line. Throws a one-line error for an unknown option or service. */
export function readArguments(args: string[], services: string[]): Arguments {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      fresh: { type: 'boolean', default: false },
      servers: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      without: { type: 'string', multiple: true, default: [] },
    },
  });
  const names = (list: string[]) => list.flatMap((text) => text.split(',')).filter((name) => name !== '');
  const only = values.servers ? [] : values.only && names(values.only);
  const without = names(values.without);
  const unknown = [...(only ?? []), ...without].filter((name) => !services.includes(name));
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}. The services are: ${services.join(', ')}`);
  return {
    help: values.help,
    fresh: values.fresh,
    wants: (service) => (only ?? services).includes(service) && !without.includes(service),
  };
}
