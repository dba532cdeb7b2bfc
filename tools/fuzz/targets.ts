import type { Target } from './run.process.ts';

export const callers = ['operator', 'clerk', 'shopper', 'nobody'] as const;
export type Caller = (typeof callers)[number];

/** Shares of the time: an operator reaches the most, and nobody is turned away at once. */
const SHARES: Record<Caller, number> = { operator: 4, clerk: 2, shopper: 2, nobody: 1 };
const OF_A_SERVICE = 1;

export interface Places {
  /** docs/openapi.json */
  document: string;
  gateway: string;
  services: { name: string; url: string }[];
}

/** Whom to ask as whom, and for how long, so that all together takes `seconds`: the gateway as everybody, then each service itself. */
export function targets(places: Places, tokens: Record<Caller, string | undefined>, seconds: number): Target[] {
  const shares = callers.reduce((sum, caller) => sum + SHARES[caller], 0) + OF_A_SERVICE * places.services.length;
  const time = (share: number) => Math.max(5, Math.round((seconds * share) / shares));
  return [
    ...callers.map((caller) => ({
      name: `the gateway, as ${caller}`,
      ...{ document: places.document, url: places.gateway, token: tokens[caller], seconds: time(SHARES[caller]) },
    })),
    ...places.services.map(({ name, url }) => ({
      name: `${name} itself, as operator`,
      ...{ document: `${url}/docs-json`, url, token: tokens.operator, seconds: time(OF_A_SERVICE) },
    })),
  ];
}
