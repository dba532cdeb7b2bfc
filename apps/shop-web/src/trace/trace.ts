import type { components } from '../api/generated/openapi.d.ts';

type Schemas = components['schemas'];

/** Its steps are in causal order. */
export type OrderTrace = Schemas['OrderTrace'];
export type TraceStep = Schemas['TraceStep'];
export type TraceReader = Schemas['TraceReader'];
