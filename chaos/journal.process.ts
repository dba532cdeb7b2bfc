import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { entriesOf, type JournalEntry } from './journal.ts';

/** The journal on disk: what was written down survives whoever wrote it. */
export interface Journal {
  /** Writes the entry as it is now: before it is sent, and after each answer. */
  note(entry: JournalEntry): void;
  close(): void;
}

export function openJournal(file: string): Journal {
  const open = openSync(file, 'w', 0o600);
  return {
    note: (entry) => void writeSync(open, `${JSON.stringify(entry)}\n`),
    close: () => closeSync(open),
  };
}

export const readJournal = (file: string): JournalEntry[] => entriesOf(readFileSync(file, 'utf8'));
