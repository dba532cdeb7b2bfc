import type { Tracer } from '@opentelemetry/api';
import type { Logger } from 'pino';
import type { TracingSettings } from './settings.ts';

const LAST_SPANS_MS = 2_000;
const REMIND_MS = 60_000;

export interface RunningTracer {
  tracer: Tracer;
  /** Sends what is still there, if the collector takes it within 2 s. */
  stop(): Promise<void>;
}

/** The OpenTelemetry SDK, sending OTLP over HTTP. It is loaded here and not before: who does not trace does not pay. */
export async function startTracer(
  service: string,
  version: string,
  settings: TracingSettings,
  log: Logger,
): Promise<RunningTracer> {
  const [{ diag, DiagLogLevel }, { resourceFromAttributes }, sdk, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const say = saying(log);
  const silent = () => {};
  const logger = { error: say, warn: say, info: silent, debug: silent, verbose: silent };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const exporter = new OTLPTraceExporter({ url: settings.url, timeoutMillis: settings.timeoutMs });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({
      ...settings.resource,
      'service.name': settings.service ?? service,
      'service.version': version,
    }),
    sampler: samplerOf(sdk, settings),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: settings.delayMs })],
  });
  return {
    tracer: provider.getTracer('offset-zero'),
    async stop() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, LAST_SPANS_MS).unref());
      await Promise.race([provider.shutdown().catch((error: Error) => say(error.message)), late]);
    },
  };
}

/** Once a minute at most: a collector that is away is away for every batch. */
function saying(log: Logger): (message: string) => void {
  let saidAt = -Infinity;
  return (message) => {
    if (performance.now() - saidAt < REMIND_MS) return;
    saidAt = performance.now();
    log.warn({ reason: message }, 'Traces are not sent as they should be');
  };
}

function samplerOf(sdk: typeof import('@opentelemetry/sdk-trace'), { sampler, ratio }: TracingSettings) {
  const kind = sampler.replace('parentbased_', '');
  const own =
    kind === 'always_on'
      ? new sdk.AlwaysOnSampler()
      : kind === 'always_off'
        ? new sdk.AlwaysOffSampler()
        : new sdk.TraceIdRatioBasedSampler(ratio);
  return sampler.startsWith('parentbased_') ? new sdk.ParentBasedSampler({ root: own }) : own;
}
