import type { Readiness } from '../health/readiness.ts';
import type { Metrics } from './metrics.ts';

/** What runs, and whether it is well: `check` asks everything readiness depends on, once per reading. */
export function measureReadiness(metrics: Metrics, version: string, check: () => Promise<Readiness>): void {
  let asked: Promise<Readiness> | undefined;
  const readiness = () => (asked ??= check().finally(() => (asked = undefined)));
  metrics.reading('service_build_info', () => [[{ version, node: process.version }, 1]]);
  metrics.reading('service_ready', async () => [[{}, (await readiness()).ready ? 1 : 0]]);
  metrics.reading('service_degraded', async () => {
    const codes = (await readiness()).degraded.map(({ code }) => code);
    return [...new Set(codes)].map((code) => [{ code }, 1]);
  });
}
