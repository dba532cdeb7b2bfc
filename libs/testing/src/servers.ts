export interface Servers {
  brokers: string[];
  registryUrl: string;
  /** The superuser's address; tests make databases of their own with it. */
  postgresUrl: string;
}

/** The real servers to test on, from the environment (`npm test` sets it). */
export function servers(): Servers {
  const { KAFKA_BROKERS, REGISTRY_URL, POSTGRES_URL } = process.env;
  if (!KAFKA_BROKERS || !REGISTRY_URL || !POSTGRES_URL) {
    throw new Error(
      'Integration tests need KAFKA_BROKERS, REGISTRY_URL and POSTGRES_URL: run them with `npm test -- int`',
    );
  }
  return { brokers: KAFKA_BROKERS.split(','), registryUrl: REGISTRY_URL, postgresUrl: POSTGRES_URL };
}
