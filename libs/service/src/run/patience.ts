/**
 * The one deadline of a stop. Whoever stops the process has to be more patient (docker-compose: 15 s), and what is
 * stopped within less: the consumers by this, the relay by itself (5 s); the rest is for HTTP and the database.
 */
export const STOP_MS = 10_000;
export const CONSUMERS_STOP_MS = 7_000;
