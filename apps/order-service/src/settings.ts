import type { Env } from '@offset-zero/service';

export interface OrderSettings {
  /** How long an order waits for the answer of the stock. */
  reservationTimeoutMs: number;
}

const TEN_MINUTES = 600;
const DAY = 86_400;

export const orderSettings = (env: Env): OrderSettings => ({
  reservationTimeoutMs: 1_000 * env.integer('RESERVATION_TIMEOUT_SECONDS', { min: 1, max: DAY }, TEN_MINUTES),
});
