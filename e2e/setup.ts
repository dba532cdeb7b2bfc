import { type Collector, startCollector } from '@offset-zero/testing/collector';
import { collectorPort, type Shop, startShop } from './shop.process.ts';

declare global {
  var shop: Shop;
  var spans: Collector;
}

/** Strangers and the fuzzer try thousands of tokens from one address. */
const UNLIMITED = { AUTH_FAILURE_LIMIT: '1000000', RATE_LIMIT: '1000000' };

/** One shop for all stories; its address reaches child processes through the environment. Everything it does is traced. */
export default async function setup(): Promise<void> {
  globalThis.spans = await startCollector(collectorPort);
  const env = { ...UNLIMITED, OTEL_EXPORTER_OTLP_ENDPOINT: globalThis.spans.url, OTEL_BSP_SCHEDULE_DELAY: '200' };
  globalThis.shop = await startShop(env);
  Object.assign(process.env, globalThis.shop.env);
}
