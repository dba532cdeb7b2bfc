import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { service } from '@offset-zero/service/manifest';
import { asyncApi } from './document.ts';
import { asyncApiFiles } from './files.process.ts';
import { parsed } from './parsed.process.ts';

const PATIENCE_MS = 120_000; // AsyncAPI's parser compiles its rules for every document
const shop = service({
  name: 'shop',
  port: 1,
  summary: 'Sells.',
  owns: [topics.order],
  reactsTo: [topics.stockEvents],
});

it(
  'the AsyncAPI documents say what topics and manifests say (if not: npm run docs)',
  async () => {
    for (const [file, content] of await asyncApiFiles()) {
      expect([file, readFileSync(file, 'utf8')]).toEqual([file, content]);
    }
  },
  PATIENCE_MS,
);

it(
  'the AsyncAPI document has every topic and message, and an operation for each that a service sends or receives',
  async () => {
    const document = await parsed(asyncApi([shop]));
    expect(document.channels().all()).toHaveLength(Object.keys(topics).length);
    expect(
      document
        .servers()
        .all()
        .map((server) => server.protocol()),
    ).toEqual(['kafka']);
    for (const message of document.components().messages().all()) {
      const isComplete = message.payload()?.properties() !== undefined && message.examples().all().length === 1;
      expect([message.id(), isComplete]).toEqual([message.id(), true]);
    }
    const operations = document.operations().all();
    const told = operations.map((each) => [
      each.id(),
      ...each
        .messages()
        .all()
        .map((message) => message.id()),
    ]);
    expect(told).toEqual([
      ['shop.send.order', 'Order'],
      ['shop.receive.stock-events', ...Object.keys(topics.stockEvents.records)],
    ]);
  },
  PATIENCE_MS,
);

it(
  'an AsyncAPI document that breaks the specification is refused, with the place',
  async () => {
    const broken = { ...asyncApi([shop]), operations: { 'shop.send.order': { action: 'publish' } } };
    await expect(parsed(broken)).rejects.toThrow('operations.shop.send.order');
  },
  PATIENCE_MS,
);
