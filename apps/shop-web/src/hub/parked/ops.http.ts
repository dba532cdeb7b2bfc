import { type Api, answer } from '../../api/api.http.ts';
import type { HubMap } from '../hub.ts';
import type { ParkedDetail } from './parked.ts';

export interface Place {
  subscription: string;
  partition: number;
  offset: number;
}

/** All of a subscription, a key, or one message. */
export interface What {
  subscription: string;
  key?: string;
  partition?: number;
  offset?: number;
}

/** The services that read something, and so may have something parked. */
export const readersIn = ({ services }: HubMap): string[] =>
  services.filter(({ keeps, reactsTo }) => keeps.length + reactsTo.length > 0).map(({ name }) => name);

const MOST = 200;

/** What operators may do with the parked messages of one service. */
export const opsOf = (api: Api, name: string) => {
  const service = name as never; // the services that are known when the types are made; at run time the map says which
  return {
    /** The first 200; `next` says that there are more. */
    list: (signal: AbortSignal) =>
      answer(api.GET('/api/ops/{service}/parked', { params: { path: { service }, query: { limit: MOST } }, signal })),

    inspect: (at: Place, signal: AbortSignal): Promise<ParkedDetail> =>
      answer(
        api.GET('/api/ops/{service}/parked/{subscription}/{partition}/{offset}', {
          params: {
            path: { ...at, service, partition: `${at.partition}`, offset: `${at.offset}` },
          },
          signal,
        }),
      ) as Promise<ParkedDetail>,

    redrive: (what: What) =>
      answer(api.POST('/api/ops/{service}/parked/redrive', { params: { path: { service } }, body: what })),

    discard: (what: What, reason: string) =>
      answer(
        api.POST('/api/ops/{service}/parked/discard', { params: { path: { service } }, body: { ...what, reason } }),
      ),

    audit: (after: string | undefined, signal: AbortSignal) =>
      answer(
        api.GET('/api/ops/{service}/audit', { params: { path: { service }, query: { limit: 20, after } }, signal }),
      ),
  };
};
