import { describe, expect, it } from '@jest/globals';
import { entriesOf, type JournalEntry } from './journal.ts';

describe('a journal', () => {
  it('has of each entry what was written down last', () => {
    const sent: JournalEntry = { id: 1, at: 5, op: 'order.place', request: {}, outcome: 'unknown', attempts: 1 };
    const answered: JournalEntry = { ...sent, outcome: 'accepted', key: 'o1' };
    const lines = [sent, { ...sent, id: 2 }, answered].map((entry) => `${JSON.stringify(entry)}\n`);
    expect(entriesOf(lines.join(''))).toEqual([answered, { ...sent, id: 2 }]);
  });
});
