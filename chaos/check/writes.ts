import type { JournalEntry } from '../journal.ts';
import type { Value, Write } from './facts.ts';
import type { Line } from './shop.ts';

const SENT = {
  customer: ['firstName', 'lastName', 'email', 'category', 'address'],
  product: ['name', 'description', 'category', 'price'],
};

/** The journal as the rules read it. Of a body counts what the client decides: the rest is accepted and ignored. */
export const writesOf = (journal: readonly JournalEntry[]): Write[] => journal.map(writeOf);

function writeOf({ id: number, outcome, op, key, request, version, body: answer }: JournalEntry): Write {
  const base = { id: `#${number} ${op}`, outcome };
  const body = request as Value;
  switch (op) {
    case 'customer.create':
    case 'customer.replace':
      return { ...base, kind: 'customer', key, version, value: pick(body, SENT.customer) };
    case 'customer.delete':
      return { ...base, kind: 'customer', key, version, value: null };
    case 'product.create':
    case 'product.replace':
      return { ...base, kind: 'product', key, version, value: pick(body, SENT.product) };
    case 'stock.receive':
      return { ...base, kind: 'receipt', productId: key!, ...(body as { quantity: number }), onHand: onHandIn(answer) };
    case 'order.place':
      return {
        ...base,
        kind: 'order',
        orderId: key,
        customerId: body.customerId as string,
        lines: body.lines as Line[],
      };
    case 'order.cancel':
      return { ...base, kind: 'cancellation', orderId: key! };
  }
}

const onHandIn = (answer: Value | undefined): number => (answer?.onHand as number | undefined) ?? 0;

const pick = (body: Value, names: string[]): Value =>
  Object.fromEntries(names.filter((name) => name in body).map((name) => [name, body[name]]));
