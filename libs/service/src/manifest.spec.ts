import { expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { view } from '@offset-zero/views';
import { service } from './manifest.ts';
import { manifestBody } from './manifest.http.ts';

const products = view({ name: 'products', from: topics.product, row: ({ productId }) => ({ productId }) });

it('a manifest is told with the names of its topics, and of the subscription that fills each view', () =>
  expect(
    manifestBody(
      service({
        ...{ name: 'order-service', port: 1, summary: 'Takes orders.', owns: [topics.order] },
        ...{ sends: [topics.stockCommands], keeps: [products], reactsTo: [topics.stockEvents] },
      }),
    ),
  ).toEqual({
    ...{ name: 'order-service', summary: 'Takes orders.', owns: ['order'], sends: ['stock-commands'] },
    keeps: [{ view: 'products', topic: 'product', subscription: products.id }],
    reactsTo: ['stock-events'],
  }));
