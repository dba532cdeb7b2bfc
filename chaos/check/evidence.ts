import type { JournalEntry } from '../journal.ts';

/** Where to look after a run, and what the clients noted down during it. */
export interface Evidence {
  journal: JournalEntry[];
  kafka: { brokers: string[] };
  /** Of the registry's Confluent API. */
  registryUrl: string;
  /** By the name of the service. */
  databases: Record<string, string>;
  compaction: 'held' | 'aggressive';
}
