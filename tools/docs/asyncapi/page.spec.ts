import { describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { service } from '@offset-zero/service/manifest';
import { fieldsOf } from './fields.ts';
import { each, html } from './html.ts';
import { asyncApiPage } from './page.ts';

const fields = (record: { schema: Parameters<typeof fieldsOf>[0] }) =>
  Object.fromEntries(fieldsOf(record.schema).map(({ path, type, standard }) => [path, [type, standard]]));

describe('the fields of a record', () => {
  it('are told with those of the records within, by their paths', () =>
    expect(fields(topics.order.records.Order)).toMatchObject({
      lines: ['list of OrderLine', expect.anything()],
      'lines[].price.currency': ['string', expect.anything()],
      'total.amountMinor': ['long', ''],
      placedAt: ['timestamp-millis', expect.anything()],
    }));

  it('are told with their defaults; what must be there has none', () => {
    const customer = fields(topics.customer.records.Customer);
    expect(customer.customerId).toEqual(['string', '']);
    expect(customer.category).toEqual(['UNKNOWN | A | B | C', '"UNKNOWN"']);
  });
});

describe('the page', () => {
  it('tells of each topic who sends it and who reads it', () => {
    const shop = service({ name: 'shop', port: 1, summary: '', owns: [topics.order], reactsTo: [topics.stockEvents] });
    const text = asyncApiPage([shop])
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(text).toContain('order Every order as it is now. kind whole-value key orderId partitions 6 sent by shop');
    expect(text).toMatch(/What happened to stock\.[^.]*\. kind events [^.]* sent by nobody .* reacting to it shop/);
  });

  it('takes text as text', () =>
    expect(each(['<script>&"'], (text) => html`<li>${text}</li>`)).toEqual([
      { text: '<li>&#60;script&#62;&#38;&#34;</li>' },
    ]));
});
