import { describe, expect, it } from '@jest/globals';
import { Env } from '../config/env.ts';
import { readTracing } from './settings.ts';

const read = (variables: Record<string, string>) => {
  const env = new Env(variables);
  return { tracing: readTracing(env), faults: env.faults };
};
const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/' };

describe('the variables of OpenTelemetry', () => {
  it.each([
    ['nothing is said', {}],
    ['only samplers are', { OTEL_TRACES_SAMPLER: 'always_on' }],
    ['it is disabled', { ...endpoint, OTEL_SDK_DISABLED: 'true' }],
  ])('record nothing when %s', (_, variables) => expect(read(variables)).toEqual({ tracing: undefined, faults: [] }));

  it('name a collector, and everything else has a standard', () =>
    expect(read(endpoint).tracing).toEqual({
      url: 'http://collector:4318/v1/traces',
      service: undefined,
      resource: {},
      sampler: 'parentbased_always_on',
      ratio: 1,
      delayMs: 5_000,
      timeoutMs: 3_000,
    }));

  it('may name an address for traces alone, which is taken as it is', () =>
    expect(read({ ...endpoint, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://traces.example/in' }).tracing?.url).toBe(
      'https://traces.example/in',
    ));

  it('say of the process what they like, percent-encoded', () =>
    expect(
      read({ ...endpoint, OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test, owner=a%2Cb' }).tracing
        ?.resource,
    ).toEqual({ 'deployment.environment.name': 'test', owner: 'a,b' }));

  it('are refused when they cannot be right, all at once', () =>
    expect(
      read({
        OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
        OTEL_TRACES_SAMPLER: 'some',
        OTEL_TRACES_SAMPLER_ARG: '10%',
        OTEL_RESOURCE_ATTRIBUTES: 'owner',
      }).faults,
    ).toHaveLength(4));
});
