import { createContext, use, useSyncExternalStore } from 'react';
import type { Api } from '../api/api.http.ts';
import type { Streams } from '../live/streams.ts';
import type { Person } from './session/person.ts';
import type { Session } from './session/session.process.ts';

/** What reaches beyond the page. */
export interface Shop {
  session: Session;
  api: Api;
  streams: Streams;
}

export const ShopContext = createContext<Shop | undefined>(undefined);

export function useShop(): Shop {
  const shop = use(ShopContext);
  if (shop === undefined) throw new Error('Outside of ShopContext');
  return shop;
}

export const useApi = (): Api => useShop().api;

/** Whoever is signed in, if anybody. */
export function useVisitor(): Person | undefined {
  const { session } = useShop();
  return useSyncExternalStore(session.subscribe, session.person);
}

/** Whoever is signed in; for pages behind the gate. */
export function usePerson(): Person {
  const person = useVisitor();
  if (person === undefined) throw new Error('Nobody is signed in');
  return person;
}
