import type { components } from '../api/generated/openapi.d.ts';

type Schemas = components['schemas'];

/** What event-hub answers. Numbers that are not known are null, never 0. */
export type HubMap = Schemas['EventMap'];
export type HubService = Schemas['WatchedService'];
export type HubTopic = Schemas['WatchedTopic'];
export type Flow = Schemas['Flow'];
export type SubscriptionFlow = Schemas['SubscriptionFlow'];
export type ViewFlow = Schemas['ViewFlow'];
export type History = Schemas['FlowHistory'];
export type HistorySeries = Schemas['HistorySeries'];
export type Subject = Schemas['SchemaSubject'];
