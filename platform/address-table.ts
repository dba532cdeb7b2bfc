import type { Manifest } from '@offset-zero/service/manifest';

/** The lines that `npm start` ends with: who listens where. */
export function addressTable(o: {
  services: { manifest: Manifest; port: number; state: string }[];
  brokers: string;
  registryUrl: string;
  postgresUrl: string;
}): string[] {
  const postgres = new URL(o.postgresUrl);
  const running = o.services.filter(({ state }) => state !== 'stopped');
  const rows = [
    ...running.map(({ manifest, port, state }) => [
      manifest.name,
      `http://127.0.0.1:${port}`,
      state === 'ready' ? manifest.summary : `NOT READY: its log says why`,
    ]),
    ['kafka', o.brokers, ''],
    ['registry', o.registryUrl, ''],
    ['postgres', postgres.host, 'one database and one role for each service'],
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    `  ${row[0]!.padEnd(widths[0]!)}  ${row[1]!.padEnd(widths[1]!)}  ${row[2]}`.trimEnd(),
  );
  const away = o.services.filter(({ state }) => state === 'stopped').map(({ manifest }) => manifest.name);
  return away.length > 0 ? [...lines, '', `  not started: ${away.join(', ')}`] : lines;
}
