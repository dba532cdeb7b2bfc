import type { components } from '../../api/generated/openapi.d.ts';

type Schemas = components['schemas'];

/** Its code is `waits-behind` where nothing is wrong with it but that an earlier one of its key is parked. */
export type ParkedMessage = Schemas['ParkedMessage'];

/** What the document calls objects, and says in words what is in them. */
export type ParkedDetail = Omit<Schemas['ParkedDetail'], 'headers' | 'decoded' | 'history'> & {
  headers: Record<string, unknown>;
  decoded: { record: string; value: object | null } | { why: string };
  history: { at: string; error: string; code?: string }[];
};

/** All that is parked for one key: the first is what the others wait for. */
export interface ParkedKey {
  key: string | null;
  first: ParkedMessage;
  behind: ParkedMessage[];
}

export interface ParkedGroup {
  subscription: string;
  topic: string;
  parked: number;
  waiting: number;
  /** Those that an operator has to look at before those that help themselves; the oldest first. */
  keys: ParkedKey[];
}

/** The messages of one service, as an operator deals with them: by subscription, then by key. */
export function groupsOf(messages: readonly ParkedMessage[]): ParkedGroup[] {
  const bySubscription = Map.groupBy(messages, ({ subscription }) => subscription);
  return [...bySubscription].map(([subscription, all]) => ({
    subscription,
    topic: all[0]!.topic,
    parked: all.filter(({ state }) => state === 'parked').length,
    waiting: all.filter(({ state }) => state === 'waiting').length,
    keys: keysOf(all),
  }));
}

/** Messages of one key lie in one partition, so their offsets tell which was first. Those without a key are of one line too. */
function keysOf(messages: readonly ParkedMessage[]): ParkedKey[] {
  const lines = Map.groupBy(messages, ({ key, partition }) => `${partition} ${key ?? ''}`);
  return [...lines.values()]
    .map((line) => line.toSorted((a, b) => a.offset - b.offset))
    .map(([first, ...behind]) => ({ key: first!.key, first: first!, behind }))
    .sort((a, b) => urgency(a) - urgency(b) || a.first.parkedAt.localeCompare(b.first.parkedAt));
}

const urgency = ({ first }: ParkedKey): number => (first.state === 'parked' ? 0 : 1);

/** Those whose key has this text in it. */
export const matching = (messages: readonly ParkedMessage[], key: string): ParkedMessage[] =>
  key === '' ? [...messages] : messages.filter((message) => message.key?.includes(key));
