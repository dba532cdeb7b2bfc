import type { Wanted } from './ports.process.ts';

/** Those above 1023 that browsers and `fetch` never ask: https://fetch.spec.whatwg.org/#port-blocking */
export const BLOCKED: readonly number[] = [
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080],
];

/** One line for each port where something would answer over HTTP and no client would ask. */
export const blockedPorts = (wanted: Wanted[]): string[] =>
  wanted
    .filter(({ port, http }) => http && BLOCKED.includes(port))
    .map(
      ({ port, who, variable }) =>
        `Port ${port} for ${who} is one that browsers and fetch refuse: set ${variable}, or another PORT_OFFSET.`,
    );
