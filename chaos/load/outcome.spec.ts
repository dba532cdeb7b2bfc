import { describe, expect, it } from '@jest/globals';
import type { JournalEntry } from '../journal.ts';
import { outcomeOf } from './outcome.ts';

const sent = (more: Partial<JournalEntry>): JournalEntry => ({
  ...{ id: 1, at: 0, op: 'order.place', request: {}, outcome: 'unknown', attempts: 1 },
  ...more,
});
const put = sent({ op: 'customer.replace', key: 'c1', ifMatch: 7 });
const removal = sent({ op: 'customer.delete', key: 'c1', ifMatch: 7 });
const conflict = (currentVersion: number) => ({ status: 412, body: { code: 'version-conflict', currentVersion } });
const notFound = { status: 404, body: { code: 'customer-not-found' } };

describe('what a client may conclude', () => {
  it('from silence, a 5xx or a request in progress: nothing', () => {
    const inProgress = { status: 409, body: { code: 'request-in-progress' } };
    for (const answer of [undefined, { status: 503, body: {} }, { status: 504, body: {} }, inProgress]) {
      for (const when of ['first', 'again', 'at rest'] as const) {
        expect(outcomeOf(sent({}), answer, when).outcome).toBe('unknown');
      }
    }
  });

  it('from a 2xx, whenever it comes: it was accepted, under the key that it names', () => {
    const placed = { status: 202, body: { orderId: 'o1', status: 'PLACED' } };
    expect(outcomeOf(sent({}), placed, 'first')).toMatchObject({ outcome: 'accepted', key: 'o1' });
    expect(outcomeOf(sent({}), placed, 'again')).toMatchObject({ outcome: 'accepted', resolvedBy: 'replay' });
    const stock = { status: 201, body: { productId: 'p1', onHand: 3 } };
    expect(outcomeOf(sent({ op: 'stock.receive', key: 'p1' }), stock, 'first').key).toBe('p1');
  });

  it('from a refusal: it was refused, unless an earlier one may still be on its way', () => {
    const refusal = { status: 422, body: { code: 'unknown-customer' } };
    expect(outcomeOf(sent({}), refusal, 'first').outcome).toBe('refused');
    expect(outcomeOf(sent({}), refusal, 'again').outcome).toBe('unknown');
    expect(outcomeOf(sent({}), refusal, 'at rest')).toMatchObject({ outcome: 'refused', resolvedBy: 'replay' });
  });

  it('from a repeated PUT that finds the next version: the first one made it', () => {
    expect(outcomeOf(put, conflict(8), 'again')).toMatchObject({ outcome: 'accepted', version: 8, resolvedBy: 'read' });
    expect(outcomeOf(put, conflict(8), 'first').outcome).toBe('refused');
    expect(outcomeOf(put, conflict(7), 'at rest').outcome).toBe('refused');
    expect(outcomeOf(put, { status: 200, body: {}, version: 8 }, 'at rest')).toMatchObject({ version: 8 });
  });

  it('from a repeated DELETE that finds nothing: the first one did it, and its tombstone took a version', () => {
    expect(outcomeOf(removal, notFound, 'at rest')).toMatchObject({ outcome: 'accepted', version: 8 });
    expect(outcomeOf(removal, notFound, 'first').outcome).toBe('refused');
    expect(outcomeOf(removal, { status: 204, body: {} }, 'first')).toMatchObject({ outcome: 'accepted', version: 8 });
    expect(outcomeOf(put, notFound, 'at rest').outcome).toBe('refused');
  });
});
