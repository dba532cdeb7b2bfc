import type { Env } from '../config/env.ts';

const SAMPLERS = [
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
  'always_on',
  'always_off',
  'traceidratio',
] as const;

/** Where traces are sent, and which. */
export interface TracingSettings {
  /** Takes OTLP over HTTP. */
  url: string;
  /** Overrides the name from the manifest. */
  service?: string;
  /** What else is said of the process. */
  resource: Record<string, string>;
  sampler: (typeof SAMPLERS)[number];
  /** Of the traces that begin here, for the samplers by ratio: 0 to 1. */
  ratio: number;
  /** How long spans are collected before they are sent, ms. */
  delayMs: number;
  /** How long it is tried to send them, ms. No longer than a stop may take: what is not sent by then is dropped. */
  timeoutMs: number;
}

/**
 * The standard variables of OpenTelemetry; undefined without an endpoint. The exporter reads those of its own: headers
 * and compression.
 */
export function readTracing(env: Env): TracingSettings | undefined {
  const base = env.url('OTEL_EXPORTER_OTLP_ENDPOINT', ['http', 'https'], '');
  const own = env.url('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', ['http', 'https'], '');
  const sampler = env.oneOf('OTEL_TRACES_SAMPLER', SAMPLERS, SAMPLERS[0]);
  const ratio = env.number('OTEL_TRACES_SAMPLER_ARG', { min: 0, max: 1 }, 1);
  const delayMs = env.integer('OTEL_BSP_SCHEDULE_DELAY', { min: 1, max: 60_000 }, 5_000);
  const timeoutMs = env.integer('OTEL_EXPORTER_OTLP_TIMEOUT', { min: 1, max: 10_000 }, 3_000);
  const disabled = env.oneOf('OTEL_SDK_DISABLED', ['true', 'false'], 'false') === 'true';
  const resource = attributesIn(env, 'OTEL_RESOURCE_ATTRIBUTES');
  const service = env.text('OTEL_SERVICE_NAME', '') || undefined;
  if (disabled || (base === '' && own === '')) return undefined;
  return { url: own || `${base}/v1/traces`, service, resource, sampler, ratio, delayMs, timeoutMs };
}

/** `key=value,key=value`, the values percent-encoded. */
function attributesIn(env: Env, name: string): Record<string, string> {
  const pairs = env
    .text(name, '')
    .split(',')
    .filter((pair) => pair.trim() !== '');
  try {
    return Object.fromEntries(
      pairs.map((pair) => {
        const [key, value] = pair.split('=');
        if (!key?.trim() || value === undefined) throw new Error(pair);
        return [key.trim(), decodeURIComponent(value.trim())];
      }),
    );
  } catch {
    env.faults.push(`${name} must be a list of key=value`);
    return {};
  }
}
